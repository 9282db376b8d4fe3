import type { KeptDraft } from "@parley/client";

/** A draft of this device. */
export interface LocalDraft {
  readonly text: string;
  /** The seq of the message that it answers. */
  readonly replyTo?: number | undefined;
  /** When it was written, by this device's clock; 0 for never. */
  readonly at: number;
  /** Whether the server has been told. */
  readonly told: boolean;
}

/** What follows from the meeting of two drafts of a place. */
export type Meeting =
  /** Nothing: they are the same. */
  | { readonly kind: "same" }
  /** The server's holds here, too. */
  | { readonly kind: "take"; readonly draft: LocalDraft }
  /** This device's holds: the server is told. */
  | { readonly kind: "tell" };

/**
 * Which of two drafts of a place holds: the newer one. What the server has been told of is older than all that it
 * keeps now, and a text that it has not been told of is never lost to none.
 */
export function meet(local: LocalDraft, kept: KeptDraft | undefined): Meeting {
  const { text, replyTo } = kept ?? { text: "" };
  const isSame = text === local.text && (text === "" || replyTo === local.replyTo);
  if (isSame) return local.told ? { kind: "same" } : { kind: "take", draft: { ...local, told: true } };
  const keptAt = kept === undefined ? 0 : Date.parse(kept.at);
  if (!local.told && local.at >= keptAt) return { kind: "tell" };
  return { kind: "take", draft: { text, replyTo, at: keptAt, told: true } };
}
