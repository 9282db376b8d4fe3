import { expect, test } from "vitest";
import { ParleyError } from "../src/errors.ts";
import { Refusal } from "./fake/answers.ts";
import { MemoryStorage, roomIn, texts, World } from "./fake/world.ts";

test("what is written offline goes out once, in order, before what is written later", async () => {
  const world = new World();
  const room = world.server.room("r1", ["ada", "bob"]);
  const [ada, bob] = [world.chat("ada"), world.chat("bob")];
  await world.flow();
  ada.openRoom("r1");
  bob.openRoom("r1");
  await world.flow();

  world.network.cut();
  await world.flow();
  for (const text of ["one", "two", "three"]) ada.send("r1", { text });
  expect(roomIn(ada, "r1").outgoing.map(({ status }) => status.kind)).toEqual([
    "queued",
    "queued",
    "queued",
  ]);
  await world.heal();
  ada.send("r1", { text: "four" });
  await world.flow();

  const all = ["one", "two", "three", "four"];
  expect(room.messages().map(({ text }) => text)).toEqual(all);
  expect(texts(ada, "r1")).toEqual(all);
  expect(texts(bob, "r1")).toEqual(all);
  expect(roomIn(ada, "r1").outgoing).toEqual([]);
});

test("a message whose answer was lost is sent again under its key and stays one", async () => {
  const world = new World();
  const room = world.server.room("r1", ["ada"]);
  const ada = world.chat("ada");
  await world.flow();
  ada.openRoom("r1");
  await world.flow();

  const key = ada.send("r1", { text: "once" });
  const [wire] = world.network.alive;
  wire?.deliverUp();
  expect(room.posted("ada", key)).toBeDefined();
  world.network.cut();
  await world.heal();

  expect(room.messages()).toHaveLength(1);
  expect(texts(ada, "r1")).toEqual(["once"]);
  expect(roomIn(ada, "r1").outgoing).toEqual([]);
  const keys = world.server.commands
    .filter(({ type }) => type === "message.send")
    .map(({ data }) => data["key"]);
  expect(keys).toEqual([key, key]);
});

test("a refusal that passes puts the message off and keeps the order", async () => {
  const world = new World();
  const room = world.server.room("r1", ["ada"]);
  const ada = world.chat("ada");
  await world.flow();
  let left = 2;
  world.server.refuses = (type) => {
    if (type !== "message.send" || left === 0) return undefined;
    left -= 1;
    return new Refusal({ code: "rate_limited", retry: true, retryAfterMs: 800 });
  };
  ada.send("r1", { text: "one" });
  ada.send("r1", { text: "two" });
  await world.flow();
  expect(roomIn(ada, "r1").outgoing[0]?.status).toMatchObject({
    kind: "queued",
    error: { code: "rate_limited" },
  });
  await world.pass(2000);
  expect(room.messages().map(({ text }) => text)).toEqual(["one", "two"]);
});

test("a final refusal fails the message alone; it is retried or discarded by hand", async () => {
  const world = new World();
  const room = world.server.room("r1", ["ada"]);
  const ada = world.chat("ada");
  await world.flow();
  world.server.refuses = (type, data) =>
    type === "message.send" && data["text"] === "bad" ? new Refusal({ code: "forbidden" }) : undefined;
  const bad = ada.send("r1", { text: "bad" });
  const worse = ada.send("r1", { text: "bad" });
  ada.send("r1", { text: "good" });
  await world.flow();
  expect(room.messages().map(({ text }) => text)).toEqual(["good"]);
  expect(roomIn(ada, "r1").outgoing).toMatchObject([
    { key: bad, status: { kind: "failed", error: { code: "forbidden" } } },
    { key: worse, status: { kind: "failed", error: { code: "forbidden" } } },
  ]);

  ada.discard("r1", worse);
  world.server.refuses = () => undefined;
  ada.retry("r1", bad);
  await world.flow();
  expect(room.messages().map(({ text }) => text)).toEqual(["good", "bad"]);
  expect(roomIn(ada, "r1").outgoing).toEqual([]);
});

test("unsent messages survive a reload and go before new ones", async () => {
  const world = new World();
  const storage = new MemoryStorage();
  const room = world.server.room("r1", ["ada"]);
  const before = world.chat("ada", { storage });
  await world.flow();
  world.network.cut();
  before.send("r1", { text: "one" });
  before.send("r1", { text: "two" });
  before.close();
  expect(storage.kept.size).toBe(2);

  world.network.up = true;
  const after = world.chat("ada", { storage });
  after.subscribe(({ rooms }) => {
    if (rooms.has("r1") && room.head === 1 && written === undefined) written = after.send("r1", { text: "three" });
  });
  let written: string | undefined;
  await world.flow();
  expect(room.messages().map(({ text }) => text)).toEqual(["one", "two", "three"]);
  expect(storage.kept.size).toBe(0);
});

test("another user's unsent messages stay where they are", async () => {
  const world = new World();
  const storage = new MemoryStorage();
  const room = world.server.room("r1", ["ada", "bob"]);
  await storage.put({ user: "bob", room: "r1", key: "k", text: "bob's", at: 0 });
  world.chat("ada", { storage });
  await world.flow();
  expect(room.messages()).toEqual([]);
  expect(storage.kept.size).toBe(1);
});

test("what cannot be sent is refused with the field and what to do", async () => {
  const world = new World();
  world.server.room("r1", ["ada"]);
  const ada = world.chat("ada");
  await world.flow();
  const refusal = (room: string, text: string) => {
    try {
      ada.send(room, { text });
    } catch (problem) {
      return problem instanceof ParleyError ? problem.error : problem;
    }
    return undefined;
  };
  expect(refusal("r1", "  \n ")).toMatchObject({ code: "bad_request", field: "text" });
  expect(refusal("r1", "x".repeat(8001))).toMatchObject({ code: "bad_request", field: "text" });
  expect(refusal("r1", "😀".repeat(8000))).toBeUndefined();
  expect(refusal("r2", "hi")).toMatchObject({ code: "not_found", field: "room" });

  world.network.cut();
  for (let n = 1; n < 500; n += 1) expect(refusal("r1", "hi")).toBeUndefined();
  expect(refusal("r1", "hi")).toMatchObject({ code: "overloaded", retry: true });
});
