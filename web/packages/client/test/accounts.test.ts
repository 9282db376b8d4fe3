import { expect, test } from "vitest";
import { createAccounts, type Fetch } from "../src/accounts.ts";

type Request = Parameters<Fetch>[1] & { readonly url: string };

/** A server that answers everything the same, and what it was asked. */
function answering(status: number, body: unknown) {
  const requests: Request[] = [];
  const fetch: Fetch = (url, request) => {
    requests.push({ url, ...request });
    return Promise.resolve({
      status,
      json: () => (body === undefined ? Promise.reject(new SyntaxError()) : Promise.resolve(body)),
    });
  };
  return { requests, fetch };
}

test("signs up, in, on and out where the contract says", async () => {
  const { requests, fetch } = answering(200, { accessToken: "a1" });
  const accounts = createAccounts({
    origin: "https://parley.test",
    refreshToken: "cookie",
    device: "Test",
    fetch,
  });
  await accounts.register({ username: "ada", password: "secret pass" });
  await accounts.signIn("ada", "secret pass");
  await expect(accounts.refresh()).resolves.toEqual({ accessToken: "a1" });
  await accounts.signOut("a1");

  expect(requests.map(({ method, url, body }) => [method, url, body])).toEqual([
    [
      "POST",
      "https://parley.test/v1/accounts",
      '{"username":"ada","password":"secret pass","device":"Test"}',
    ],
    [
      "POST",
      "https://parley.test/v1/sessions",
      '{"username":"ada","password":"secret pass","device":"Test"}',
    ],
    ["POST", "https://parley.test/v1/sessions/refresh", "{}"],
    ["DELETE", "https://parley.test/v1/sessions/current", undefined],
  ]);
  expect(requests.every(({ headers }) => headers["Parley-Refresh"] === "cookie")).toBe(true);
  expect(requests.at(-1)?.headers["Authorization"]).toBe("Bearer a1");
});

test("without a cookie the refresh token travels in the body", async () => {
  const { requests, fetch } = answering(200, {});
  await createAccounts({ origin: "", refreshToken: "body", fetch }).refresh("r1");
  expect(requests[0]?.body).toBe('{"refreshToken":"r1"}');
  expect(requests[0]?.headers).not.toHaveProperty("Parley-Refresh");
});

test.each([
  [
    409,
    { status: 409, code: "conflict", detail: "Taken.", retry: false, field: "username" },
    { code: "conflict", message: "Taken.", retry: false, field: "username" },
  ],
  [
    429,
    { code: "rate_limited", detail: "Slow down.", retry: true, retryAfterMs: 800 },
    { code: "rate_limited", message: "Slow down.", retry: true, retryAfterMs: 800 },
  ],
  [502, undefined, { code: "unavailable", retry: true }],
  [404, "<html>", { code: "internal", retry: false }],
])("status %i with %o is the error %o", async (status, body, error) => {
  const { fetch } = answering(status, body);
  const accounts = createAccounts({ origin: "", refreshToken: "cookie", fetch });
  await expect(accounts.signIn("ada", "x")).rejects.toMatchObject({ error });
});

test("a server that is not reached is unavailable", async () => {
  const accounts = createAccounts({
    origin: "",
    refreshToken: "cookie",
    fetch: () => Promise.reject(new TypeError("no network")),
  });
  await expect(accounts.refresh()).rejects.toMatchObject({ error: { code: "unavailable", retry: true } });
});
