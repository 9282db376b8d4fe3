import { useRef, useState } from "preact/hooks";
import { askPoll } from "../polls/asking.ts";
import { Icon } from "../ui/icon.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import type { Place } from "./replying.ts";

interface AttachProps {
  place: Place;
  /** Called with files that were chosen. */
  onFiles: (files: readonly File[]) => void;
}

/** What can come with a message: files, by the system's own choice of them, and a poll. */
export function Attach({ place, onFiles }: AttachProps) {
  const [isOpen, setIsOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const close = () => setIsOpen(false);
  const take = () => {
    if (input.current === null) return;
    onFiles([...(input.current.files ?? [])]);
    input.current.value = "";
  };
  const then = (act: () => void) => () => {
    close();
    act();
  };
  return (
    <div>
      <input ref={input} type="file" multiple hidden onChange={take} />
      <AttachButton isOpen={isOpen} onPress={() => setIsOpen(!isOpen)} />
      {isOpen && (
        <Menu label="Attach" edge="left" onClose={close}>
          <MenuItem name="files" icon="file" label="Files" onPress={then(() => input.current?.click())} />
          <MenuItem name="poll" icon="poll" label="Poll" onPress={then(() => askPoll(place))} />
        </Menu>
      )}
    </div>
  );
}

/** A press on it keeps the focus where it is, so that it closes the menu that it has opened. */
function AttachButton({ isOpen, onPress }: { isOpen: boolean; onPress: () => void }) {
  return (
    <button
      class="icon-button"
      type="button"
      aria-label="Attach"
      title="Attach"
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Icon name="paperclip" />
    </button>
  );
}
