import { ParleyError, refused } from "./errors.ts";
import type { Commands, SignedIn } from "./generated/protocol.ts";

/** The part of `fetch` that is used here. */
export type Fetch = (
  url: string,
  request: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly credentials?: "same-origin";
  },
) => Promise<{ readonly status: number; json(): Promise<unknown> }>;

/** Where accounts live and how they are reached. */
export interface AccountsOptions {
  /** The server's origin, such as `https://chat.example`; empty for the page's own. */
  readonly origin: string;
  /** Whether the refresh token stays in an HttpOnly cookie (browsers) or is answered and given back (elsewhere). */
  readonly refreshToken: "cookie" | "body";
  /** What the client is, for the list of sessions; at most 120 characters. */
  readonly device?: string;
  /** By default the environment's own fetch. */
  readonly fetch?: Fetch;
}

/** What signing up takes. */
export type Registration = Omit<Commands["account.register"]["data"], "device">;

/**
 * Signing up, in and out, over HTTP. Everything rejects with a `ParleyError`: the server's refusal, or
 * `unavailable` where it was not reached.
 */
export interface Accounts {
  register(registration: Registration): Promise<SignedIn>;
  signIn(username: string, password: string): Promise<SignedIn>;
  /**
   * A new access token. `refreshToken` is the newest one where it does not live in a cookie. Reusing an old one
   * ends the session, so let one refresh at a time run in all windows. `unauthenticated` means signed out.
   */
  refresh(refreshToken?: string): Promise<SignedIn>;
  /** Ends the session of this token and clears the cookie. */
  signOut(accessToken: string): Promise<void>;
}

/** The accounts of one server. */
export function createAccounts(options: AccountsOptions): Accounts {
  const call = caller(options);
  const device = options.device === undefined ? {} : { device: options.device };
  return {
    register: (registration) => call("POST", "/v1/accounts", { ...registration, ...device }),
    signIn: (username, password) =>
      call("POST", "/v1/sessions", { username, password, ...device }),
    refresh: (refreshToken) =>
      call("POST", "/v1/sessions/refresh", refreshToken === undefined ? {} : { refreshToken }),
    signOut: async (accessToken) => {
      await call("DELETE", "/v1/sessions/current", undefined, accessToken);
    },
  };
}

type Call = <T>(method: string, path: string, body?: object, token?: string) => Promise<T>;

function caller(options: AccountsOptions): Call {
  const fetch = options.fetch ?? (globalThis as unknown as { fetch: Fetch }).fetch;
  return async <T>(method: string, path: string, body?: object, token?: string): Promise<T> => {
    const headers: Record<string, string> = {};
    if (body !== undefined) headers["Content-Type"] = "application/json";
    if (token !== undefined) headers["Authorization"] = `Bearer ${token}`;
    if (options.refreshToken === "cookie") headers["Parley-Refresh"] = "cookie";
    const response = await fetch(options.origin + path, {
      method,
      headers,
      credentials: "same-origin",
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw ParleyError.unavailable("The server cannot be reached. Check the connection and try again.");
    });
    const answer: unknown = await response.json().catch(() => ({}));
    if (response.status >= 200 && response.status < 300) return answer as T;
    throw refused(response.status, answer);
  };
}
