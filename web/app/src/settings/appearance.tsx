import { chooseTheme, theme, type Theme } from "../theme/theme.ts";
import { Segments } from "../ui/segments.tsx";

const themes: readonly { value: Theme; label: string }[] = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

/** The theme of this device. */
export function Appearance() {
  return <Segments legend="Theme" choices={themes} chosen={theme()} onChoose={chooseTheme} />;
}
