import type { IconName } from "../ui/icon.tsx";

/** Something that can be done to a message. */
export interface MessageAct {
  readonly name: "react" | "reply" | "thread" | "copy" | "text" | "forward" | "save" | "report" | "edit" | "pin" | "delete";
  readonly label: string;
  readonly icon: IconName;
  /** The key that does it while the message has the focus. */
  readonly key?: string;
  run(): void;
}
