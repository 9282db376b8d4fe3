import { useState } from "preact/hooks";
import { Field } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";

interface PasswordFieldProps {
  value: string;
  onValue: (value: string) => void;
  problem: string | undefined;
  autoComplete: "current-password" | "new-password";
  hint?: string;
}

/** A password with a button that shows what is typed. */
export function PasswordField({ autoComplete, ...field }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...field}
      label="Password"
      name="password"
      isHidden={!shown}
      autoComplete={autoComplete}
      required
      after={
        <button
          class="icon-button"
          type="button"
          aria-label="Show password"
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon name="eye" />
        </button>
      }
    />
  );
}
