import type { WireError } from "@parley/client";

/** A refusal as a sentence for people: without the wire's name of the field, which the form shows anyway. */
export function wordsOf({ message, field }: Pick<WireError, "message" | "field">): string {
  const name = `'${field}' `;
  const bare = message.startsWith(name) ? message.slice(name.length) : message;
  const sentence = bare.charAt(0).toUpperCase() + bare.slice(1);
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}
