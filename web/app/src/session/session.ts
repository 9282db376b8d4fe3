import { signal, type ReadonlySignal } from "@preact/signals";
import {
  ParleyError,
  type Access,
  type Accounts,
  type EndReason,
  type Registration,
  type SignedIn,
} from "@parley/client";
import { recall, remember } from "../storage/local.ts";

/** Whether somebody is signed in on this device, and why not if they were a moment ago. */
export type SessionState =
  | { readonly kind: "signed-in" }
  | { readonly kind: "signed-out"; readonly notice?: string };

/** The sign-in of this browser. Its refresh token lives in a cookie that no script can read. */
export interface Session {
  readonly state: ReadonlySignal<SessionState>;
  register(registration: Registration): Promise<void>;
  signIn(username: string, password: string): Promise<void>;
  /** Ends the session on the server and forgets it here. */
  signOut(): Promise<void>;
  /** Takes note that the server has ended the session. */
  end(reason: EndReason): void;
  /** A token for hello; see `AccessSource`. */
  access(refused?: string): Promise<Access>;
}

/** Says that there is a cookie to refresh with, so that a first visit asks the server nothing. */
const storageKey = "parley.signed-in";
/** Refresh tokens rotate and one used twice ends the session: one window refreshes at a time. */
const lockName = "parley.refresh";

/** Runs a task while no other window of this browser runs one. */
export type Exclusive = <T>(task: () => Promise<T>) => Promise<T>;

/** The session that the cookie of an earlier visit continues, or none. */
export function createSession(accounts: Accounts, exclusive: Exclusive): Session {
  return new BrowserSession(accounts, exclusive);
}

class BrowserSession implements Session {
  readonly #accounts: Accounts;
  readonly #exclusive: Exclusive;
  readonly #state = signal<SessionState>(remembered());
  #accessToken: string | undefined;
  #refreshing: Promise<Access> | undefined;

  constructor(accounts: Accounts, exclusive: Exclusive) {
    this.#accounts = accounts;
    this.#exclusive = exclusive;
  }

  get state(): ReadonlySignal<SessionState> {
    return this.#state;
  }

  async register(registration: Registration): Promise<void> {
    this.#begin(await this.#accounts.register(registration));
  }

  async signIn(username: string, password: string): Promise<void> {
    this.#begin(await this.#accounts.signIn(username, password));
  }

  async signOut(): Promise<void> {
    try {
      const { accessToken } = await this.access(this.#accessToken);
      await this.#accounts.signOut(accessToken);
    } catch (error) {
      if (!isSignedOut(error)) throw error;
    }
    this.#forget();
  }

  end(reason: EndReason): void {
    if (reason === "session_revoked") this.#forget("This session was ended. Sign in again.");
    if (reason === "signed_out") this.#forget("You have been signed out. Sign in again.");
  }

  async access(refused?: string): Promise<Access> {
    if (this.#accessToken !== undefined && this.#accessToken !== refused) {
      return { accessToken: this.#accessToken };
    }
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #refresh(): Promise<Access> {
    const { accessToken } = await this.#exclusive(() => this.#accounts.refresh());
    this.#accessToken = accessToken;
    return { accessToken };
  }

  #begin(signedIn: SignedIn): void {
    this.#accessToken = signedIn.accessToken;
    remember(storageKey, "yes");
    this.#state.value = { kind: "signed-in" };
  }

  #forget(notice?: string): void {
    this.#accessToken = undefined;
    remember(storageKey, undefined);
    this.#state.value = notice === undefined ? { kind: "signed-out" } : { kind: "signed-out", notice };
  }
}

/** By the browser's locks, which need a secure origin; elsewhere one window is assumed. */
export async function withLock<T>(task: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = navigator.locks;
  return locks === undefined ? task() : locks.request(lockName, task);
}

function remembered(): SessionState {
  return { kind: recall(storageKey) === undefined ? "signed-out" : "signed-in" };
}

/** Whether an error says that there is no session any more, which ends a sign-out well. */
function isSignedOut(error: unknown): boolean {
  return error instanceof ParleyError && error.error.code === "unauthenticated";
}
