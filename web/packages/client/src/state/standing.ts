/** Milliseconds since 1970, by the client's clock. */
export type Instant = number;

/** Where the connection stands. `since` is when it was lost, or when the client started. */
export type Connection =
  /** The first connection is being made. */
  | { readonly kind: "connecting"; readonly since: Instant }
  /** Signed in and receiving. */
  | { readonly kind: "live" }
  /** It was lost (or never stood); an attempt is being made now. */
  | { readonly kind: "offline"; readonly since: Instant }
  /** It was lost (or never stood); the next attempt is made at `until`. */
  | { readonly kind: "waiting"; readonly since: Instant; readonly until: Instant }
  /** Over for good: only a new `createChat` begins again. */
  | { readonly kind: "ended"; readonly reason: EndReason };

/** Why a connection does not come back. */
export type EndReason =
  /** `Chat.close` was called. */
  | "closed"
  /** There is no valid session: sign in again. */
  | "signed_out"
  /** The session was ended, here or from another device: sign in again. */
  | "session_revoked"
  /** The server does not understand this client: load a newer one. */
  | "protocol_error"
  /** The server will not have this client back unchanged. */
  | "abuse"
  /** The server speaks another version: load a newer client. */
  | "unsupported_version";
