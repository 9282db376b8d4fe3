import { closeCodes } from "../generated/protocol.ts";
import type { EndReason } from "../state/state.ts";

/** What a close code asks of the client. */
export type Verdict =
  /** Come back after a pause and resume. */
  | { readonly kind: "reconnect" }
  /** Bring another token. */
  | { readonly kind: "refresh" }
  /** Do not come back. */
  | { readonly kind: "end"; readonly reason: EndReason };

/**
 * The catalogue of reasons for which a server closes. 40xx and everything of RFC 6455's own, such as a lost
 * network (1006): reconnect. 41xx: sign in again. 42xx: stay away.
 */
export function verdictOn(code: number): Verdict {
  switch (code) {
    case closeCodes.sessionRevoked:
      return { kind: "end", reason: "session_revoked" };
    case closeCodes.protocolError:
      return { kind: "end", reason: "protocol_error" };
    case closeCodes.abuse:
      return { kind: "end", reason: "abuse" };
    case closeCodes.unsupportedVersion:
      return { kind: "end", reason: "unsupported_version" };
    default:
      return byHundred(Math.floor(code / 100));
  }
}

/** Codes that this client does not know act as their class says. */
function byHundred(hundred: number): Verdict {
  if (hundred === 41) return { kind: "refresh" };
  if (hundred === 42) return { kind: "end", reason: "protocol_error" };
  return { kind: "reconnect" };
}
