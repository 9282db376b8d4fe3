import { expect, test } from "vitest";
import { ParleyError } from "../src/errors.ts";
import { Backoff } from "../src/connection/backoff.ts";
import { verdictOn } from "../src/connection/closing.ts";
import { seeded } from "./fake/clock.ts";
import { roomIn, World } from "./fake/world.ts";

test("says where it stands from the first attempt to the last", async () => {
  const world = new World();
  const seen: string[] = [];
  const ada = world.chat("ada");
  ada.subscribe(({ connection }) => {
    if (seen.at(-1) !== connection.kind) seen.push(connection.kind);
  });
  expect(ada.state.connection.kind).toBe("connecting");
  await world.flow();
  world.network.cut();
  await world.pass(5000);
  await world.heal();
  ada.close();
  expect(seen.slice(0, 2)).toEqual(["connecting", "live"]);
  expect(seen.slice(-2)).toEqual(["live", "ended"]);
  expect(new Set(seen.slice(2, -2))).toEqual(new Set(["waiting", "offline"]));
  expect(ada.state.connection).toEqual({ kind: "ended", reason: "closed" });
  expect(world.clock.waiting).toBe(0);
});

test("offline counts from the loss, through every attempt", async () => {
  const world = new World();
  const ada = world.chat("ada");
  await world.flow();
  const lostAt = world.clock.now();
  world.network.cut();
  await world.pass(20_000);
  expect(ada.state.connection).toMatchObject({ since: lostAt });
});

test.each([
  [4001, { kind: "reconnect" }],
  [4002, { kind: "reconnect" }],
  [4003, { kind: "reconnect" }],
  [4099, { kind: "reconnect" }],
  [1006, { kind: "reconnect" }],
  [1011, { kind: "reconnect" }],
  [4101, { kind: "refresh" }],
  [4103, { kind: "refresh" }],
  [4102, { kind: "end", reason: "session_revoked" }],
  [4201, { kind: "end", reason: "protocol_error" }],
  [4202, { kind: "end", reason: "abuse" }],
  [4203, { kind: "end", reason: "unsupported_version" }],
  [4299, { kind: "end", reason: "protocol_error" }],
])("close code %i asks for %o", (code, verdict) => {
  expect(verdictOn(code)).toEqual(verdict);
});

test("an expired token is replaced once, and the connection goes on", async () => {
  const world = new World();
  world.server.user("ada");
  world.server.badTokens.add("stale");
  const refused: (string | undefined)[] = [];
  const ada = world.chat("ada", {
    access: (old) => {
      refused.push(old);
      return Promise.resolve({ accessToken: old === undefined ? "stale" : "token-ada" });
    },
  });
  await world.flow();
  expect(refused).toEqual([undefined, "stale"]);
  expect(ada.state.connection.kind).toBe("live");
});

test("a second refused token means signed out", async () => {
  const world = new World();
  const ada = world.chat("ada", { access: () => Promise.resolve({ accessToken: "forged" }) });
  await world.pass(60_000);
  expect(ada.state.connection).toEqual({ kind: "ended", reason: "signed_out" });
  expect(world.network.wires).toHaveLength(2);
});

test("a refresh that says unauthenticated ends it, one that fails otherwise is tried again", async () => {
  const world = new World();
  const answers = [
    () => Promise.reject(ParleyError.unavailable("no network")),
    () => Promise.reject(new TypeError("no network")),
    () =>
      Promise.reject(new ParleyError({ code: "unauthenticated", message: "", retry: false })),
  ];
  const ada = world.chat("ada", { access: () => (answers.shift() ?? (() => Promise.reject()))() });
  await world.flow();
  expect(ada.state.connection.kind).toBe("waiting");
  await world.pass(60_000);
  expect(ada.state.connection).toEqual({ kind: "ended", reason: "signed_out" });
  expect(answers).toEqual([]);
});

test("a revoked session ends at once", async () => {
  const world = new World();
  const ada = world.chat("ada");
  await world.flow();
  for (const { end } of world.server.sessions) end.close(4102);
  await world.pass(60_000);
  expect(ada.state.connection).toEqual({ kind: "ended", reason: "session_revoked" });
  expect(world.network.wires).toHaveLength(1);
});

test("a draining server says when to come back", async () => {
  const world = new World();
  const ada = world.chat("ada");
  await world.flow();
  world.server.tell("ada", { type: "server.draining", data: { reconnectInMs: 7300 } });
  for (const { end } of world.server.sessions) end.close(4001);
  await world.flow();
  expect(ada.state.connection).toMatchObject({
    kind: "waiting",
    until: world.clock.now() + 7300,
  });
  await world.pass(7400);
  expect(ada.state.connection.kind).toBe("live");
});

test("a silent connection is asked, and given up when nothing comes back", async () => {
  const world = new World();
  const ada = world.chat("ada");
  await world.flow();
  await world.pass(25_100);
  expect(world.server.commands.at(-1)?.type).toBe("ping");
  expect(ada.state.connection.kind).toBe("live");

  world.server.refuses = () => undefined;
  const [wire] = world.network.alive;
  await world.clock.pass(25_000);
  expect(wire?.dead).toBe(false);
  await world.clock.pass(10_100);
  expect(wire?.dead).toBe(true);
  expect(ada.state.connection.kind).not.toBe("live");
});

test("reconnectNow cuts a pause short, and asks a live connection for a sign of life", async () => {
  const world = new World();
  const ada = world.chat("ada");
  await world.flow();
  ada.reconnectNow();
  await world.flow();
  expect(world.server.commands.at(-1)?.type).toBe("ping");

  world.network.cut();
  await world.flow();
  world.network.up = true;
  ada.reconnectNow();
  await world.flow();
  expect(ada.state.connection.kind).toBe("live");
});

test("a connection that somebody doubts is given up when nothing comes back within three seconds", async () => {
  const world = new World();
  const ada = world.chat("ada");
  await world.flow();
  const [wire] = world.network.alive;
  ada.reconnectNow();
  await world.clock.pass(2900);
  expect(wire?.dead).toBe(false);
  await world.clock.pass(200);
  expect(wire?.dead).toBe(true);
  expect(ada.state.connection.kind).not.toBe("live");
});

test("pauses are jittered, grow and stay below half a minute", () => {
  const backoff = new Backoff(seeded(7));
  const pauses = Array.from({ length: 200 }, () => backoff.next());
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(500);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(30_000);
  expect(new Set(pauses).size).toBeGreaterThan(100);
  backoff.reset();
  expect(backoff.next()).toBeLessThanOrEqual(1500);
});

test("commands outlive a short loss; a server that never answers is given up on", async () => {
  const world = new World();
  world.server.room("r1", ["ada"]);
  const ada = world.chat("ada");
  await world.flow();
  const inFlight = ada.members("r1");
  world.network.alive[0]?.deliverUp();
  world.network.cut();
  const waiting = ada.members("r1");
  await world.heal();
  await expect(inFlight).resolves.toMatchObject({ more: false });
  await expect(waiting).resolves.toMatchObject({ more: false });

  world.network.cut();
  const late = ada.members("r1");
  const refusal = expect(late).rejects.toMatchObject({ error: { code: "unavailable", retry: true } });
  await world.pass(21_000);
  await refusal;
});

test("at most 30 commands are in flight and 256 wait", async () => {
  const world = new World();
  world.server.room("r1", ["ada"]);
  const ada = world.chat("ada");
  await world.flow();
  const asked = Array.from({ length: 286 }, () => ada.members("r1"));
  await expect(ada.members("r1")).rejects.toMatchObject({ error: { code: "overloaded" } });
  expect(world.network.alive[0]?.toServer).toHaveLength(30);
  await world.flow();
  await expect(Promise.all(asked)).resolves.toHaveLength(286);
});

test("another user's sign-in leaves nothing of the one before", async () => {
  const world = new World();
  world.server.room("r1", ["ada"]);
  world.server.user("bob");
  let token = "token-ada";
  const chat = world.chat("ada", { access: () => Promise.resolve({ accessToken: token }) });
  await world.flow();
  expect(roomIn(chat, "r1").id).toBe("r1");
  token = "token-bob";
  world.network.cut();
  await world.heal();
  expect(chat.state.me?.id).toBe("bob");
  expect(chat.state.rooms.size).toBe(0);
  expect(chat.state.users.has("ada")).toBe(false);
});
