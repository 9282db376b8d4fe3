import { ParleyError, type Accounts, type SignedIn } from "@parley/client";
import { describe, expect, it } from "vitest";
import { createSession } from "../src/session/session.ts";

function alone<T>(task: () => Promise<T>): Promise<T> {
  return task();
}

function signedIn(accessToken: string): SignedIn {
  const user = { id: "u1", username: "ada", displayName: "Ada" };
  return { user, accessToken, accessExpiresAt: "2026-11-22T12:00:00.000Z", session: "s1" };
}

/** Accounts that give a new token at each refresh and count how often they were asked. */
function countingAccounts() {
  let refreshes = 0;
  const accounts: Accounts = {
    register: async () => signedIn("first"),
    signIn: async () => signedIn("first"),
    refresh: async () => {
      refreshes += 1;
      return signedIn(`refreshed ${refreshes}`);
    },
    signOut: async () => undefined,
  };
  return { accounts, refreshes: () => refreshes };
}

describe("a session", () => {
  it("hands out the token of signing in until it is refused", async () => {
    const { accounts } = countingAccounts();
    const session = createSession(accounts, alone);
    await session.signIn("ada", "secret");
    expect(session.state.value.kind).toBe("signed-in");
    expect(await session.access()).toEqual({ accessToken: "first" });
    expect(await session.access("first")).toEqual({ accessToken: "refreshed 1" });
    expect(await session.access("first")).toEqual({ accessToken: "refreshed 1" });
  });

  it("refreshes once for all who ask meanwhile", async () => {
    const { accounts, refreshes } = countingAccounts();
    const session = createSession(accounts, alone);
    await Promise.all([session.access(), session.access(), session.access()]);
    expect(refreshes()).toBe(1);
  });

  it("is over once the server has ended it, and says why", () => {
    const session = createSession(countingAccounts().accounts, alone);
    session.end("session_revoked");
    expect(session.state.value).toEqual({
      kind: "signed-out",
      notice: "This session was ended. Sign in again.",
    });
  });

  it("passes a refused refresh on", async () => {
    const error = new ParleyError({ code: "unauthenticated", message: "Sign in.", retry: false });
    const { accounts } = countingAccounts();
    const session = createSession({ ...accounts, refresh: () => Promise.reject(error) }, alone);
    await expect(session.access()).rejects.toBe(error);
  });
});
