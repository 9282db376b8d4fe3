import type { ChatState, Connection } from "@parley/client";
import { count } from "../ui/plural.ts";
import { clockTime } from "../ui/time.ts";

/** What the strip says about the connection, if anything. */
export type Strip =
  | { readonly kind: "none" }
  | { readonly kind: "offline"; readonly text: string }
  | { readonly kind: "reconnecting"; readonly text: string; readonly isTrying: boolean }
  | { readonly kind: "over"; readonly text: string };

/** A loss of the connection that is mended within this time is not shown. */
export const patienceMs = 3000;

/**
 * The strip for this moment.
 *
 * @param isOnline whether the device says that it has a network
 * @param now ms since the epoch
 */
export function stripOf(state: ChatState, isOnline: boolean, now: number): Strip {
  const { connection } = state;
  switch (connection.kind) {
    case "live":
      return { kind: "none" };
    case "ended":
      return { kind: "over", text: endText(connection.reason) };
    case "connecting":
    case "offline":
    case "waiting":
      if (!isOnline) return { kind: "offline", text: offlineText(connection.since, state) };
      return now - connection.since < patienceMs ? { kind: "none" } : reconnecting(connection, now);
  }
}

/** How many messages wait for the network. */
export function queuedCount({ rooms }: Pick<ChatState, "rooms">): number {
  let queued = 0;
  for (const { outgoing } of rooms.values()) {
    queued += outgoing.filter(({ status }) => status.kind === "queued" || status.kind === "sending").length;
  }
  return queued;
}

function offlineText(since: number, state: ChatState): string {
  const queued = queuedCount(state);
  const write = queued === 0 ? "." : `; ${count(queued, "message")} will go out when you are back.`;
  return `Offline since ${clockTime(new Date(since))}. You can read and write${write}`;
}

function reconnecting(connection: Connection, now: number): Strip {
  if (connection.kind !== "waiting" || connection.until <= now) {
    return { kind: "reconnecting", text: "Reconnecting", isTrying: true };
  }
  const seconds = Math.ceil((connection.until - now) / 1000);
  return { kind: "reconnecting", text: `Reconnecting, next try in ${seconds} s`, isTrying: false };
}

function endText(reason: (Connection & { kind: "ended" })["reason"]): string {
  switch (reason) {
    case "protocol_error":
    case "unsupported_version":
      return "This page is older than the server. Load it again to go on.";
    case "abuse":
      return "The server has closed this connection for good. Load the page again later.";
    case "closed":
    case "signed_out":
    case "session_revoked":
      return "You are signed out.";
  }
}
