import type { Commands } from "../../packages/client/src/generated/protocol.ts";

/** An account and its way over HTTP: any command, without a client in between. */
export class Account {
  readonly #server: URL;
  readonly #token: string;
  /** The user's id. */
  readonly id: string;

  private constructor(server: URL, { user, accessToken }: Commands["account.register"]["ok"]) {
    this.#server = server;
    this.#token = accessToken;
    this.id = user.id;
  }

  static async register(server: URL, username: string, displayName: string): Promise<Account> {
    const registration = { username, displayName, password: "correct horse battery" };
    return new Account(server, await call(server, "POST", "accounts", undefined, registration));
  }

  /** Signs in to the account that somebody has made at a browser. */
  static async signIn(server: URL, username: string): Promise<Account> {
    const credentials = { username, password: "correct horse battery" };
    return new Account(server, await call(server, "POST", "sessions", undefined, credentials));
  }

  /** What clients sign in with. */
  get accessToken(): string {
    return this.#token;
  }

  /** The answer; rejects with a `Refused` where the server says no. */
  ask<C extends keyof Commands>(method: string, path: string, body?: object): Promise<Commands[C]["ok"]> {
    return call(this.#server, method, path, this.#token, body);
  }
}

/** The server said no. */
export class Refused extends Error {
  readonly code: string;

  constructor(what: string, code: string, detail: string) {
    super(`${what}: ${detail}`);
    this.code = code;
  }
}

async function call<Answer>(
  server: URL,
  method: string,
  path: string,
  token: string | undefined,
  body?: object,
): Promise<Answer> {
  const response = await fetch(new URL(`/v1/${path}`, server), {
    method,
    headers: {
      ...(body && { "content-type": "application/json" }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (response.ok) return answer as Answer;
  const { code, detail } = answer as { readonly code: string; readonly detail: string };
  throw new Refused(`${method} /v1/${path}`, code, detail);
}
