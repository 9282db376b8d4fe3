/** What a text asks for when it is sent: to be said, or to be carried out by a slash command. */
export type Wish =
  | { readonly kind: "say"; readonly text: string }
  | { readonly kind: "run"; readonly name: string; readonly text: string };

/** `/name` and what comes after it. Paths such as `/etc/hosts` are no commands. */
const command = /^\/([a-z0-9][a-z0-9-]{0,31})(?:\s+(\S[\s\S]*))?\s*$/i;

/** `/weave 7` is carried out; `//weave 7` says `/weave 7`, and every other text says itself. */
export function wishOf(text: string): Wish {
  const [, name, rest] = command.exec(text) ?? [];
  if (name !== undefined) return { kind: "run", name: name.toLowerCase(), text: rest?.trimEnd() ?? "" };
  return { kind: "say", text: command.test(text.slice(1)) && text.startsWith("/") ? text.slice(1) : text };
}

/** Where there are no commands, every text is said. */
export function sayAll(text: string): Wish {
  return { kind: "say", text };
}
