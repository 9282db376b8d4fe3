import { useState } from "preact/hooks";
import { Menu, MenuItem } from "../ui/menu.tsx";
import type { MessageAct } from "./message-act.ts";

interface MessageMenuProps {
  acts: readonly MessageAct[];
  /** Whether it opens with the question whether to delete. */
  isDeleting: boolean;
  onClose: () => void;
}

/** What else can be done to a message. It asks once more before it deletes. */
export function MessageMenu({ acts, isDeleting, onClose }: MessageMenuProps) {
  const [isAsking, setIsAsking] = useState(isDeleting);
  const run = (act: MessageAct) => {
    if (act.name === "delete" && !isAsking) {
      setIsAsking(true);
      return;
    }
    onClose();
    act.run();
  };
  return (
    <Menu label="Message" first={isDeleting ? "delete" : undefined} onClose={onClose}>
      {acts.map((act) => (
        <MenuItem
          key={act.name}
          name={act.name}
          icon={act.icon}
          label={act.name === "delete" && isAsking ? "Yes, delete" : act.label}
          isDanger={act.name === "delete"}
          onPress={() => run(act)}
        />
      ))}
    </Menu>
  );
}
