import { expect, test } from "vitest";
import { Refusal } from "./fake/answers.ts";
import { messagesIn, roomIn, texts, World } from "./fake/world.ts";

test("two people talk: the message shows at once, and once, on both sides", async () => {
  const world = new World();
  world.server.room("r1", ["ada", "bob"]);
  const [ada, bob] = [world.chat("ada"), world.chat("bob")];
  await world.flow();
  ada.openRoom("r1");
  bob.openRoom("r1");
  await world.flow();

  const key = ada.send("r1", { text: "hello" });
  expect(roomIn(ada, "r1").outgoing).toMatchObject([{ key, text: "hello" }]);
  await world.flow();

  expect(roomIn(ada, "r1").outgoing).toEqual([]);
  expect(texts(ada, "r1")).toEqual(["hello"]);
  expect(texts(bob, "r1")).toEqual(["hello"]);
  expect(roomIn(ada, "r1").unread).toBe(0);
  expect(roomIn(bob, "r1").unread).toBe(1);
});

test("an answer that comes before its event leaves a sent row until the event takes its place", async () => {
  const world = new World();
  const room = world.server.room("r1", ["ada", "bob"]);
  const ada = world.chat("ada");
  await world.flow();
  ada.openRoom("r1");
  await world.flow();

  world.server.loses = () => true;
  const key = ada.send("r1", { text: "first" });
  await world.flow();
  expect(roomIn(ada, "r1").outgoing).toMatchObject([{ key, status: { kind: "sent", seq: 3 } }]);
  expect(texts(ada, "r1")).toEqual([]);

  world.server.loses = () => false;
  world.server.post(room, "bob", "second");
  await world.flow();
  expect(roomIn(ada, "r1").outgoing).toEqual([]);
  expect(texts(ada, "r1")).toEqual(["first", "second"]);
});

test("history loads page by page and joins the live end without a gap or a repeat", async () => {
  const world = new World();
  const room = world.server.room("r1", ["ada", "bob"]);
  for (let n = 1; n <= 120; n += 1) world.server.post(room, "bob", `m${n}`);
  room.reads.set("ada", room.head);
  const ada = world.chat("ada");
  await world.flow();
  ada.openRoom("r1");
  world.server.post(room, "bob", "m121");
  await world.flow();
  expect(roomIn(ada, "r1").timeline).toMatchObject({ loaded: true, more: true, loading: "none" });

  ada.loadOlder("r1");
  ada.loadOlder("r1");
  await world.flow();
  ada.loadOlder("r1");
  await world.flow();
  expect(roomIn(ada, "r1").timeline.more).toBe(false);
  expect(messagesIn(roomIn(ada, "r1")).map(({ number }) => number)).toEqual(
    Array.from({ length: 121 }, (_, index) => index + 1),
  );
});

test("a room opens as far back as its first unread message, with some before it", async () => {
  const world = new World();
  const room = world.server.room("r1", ["ada", "bob"]);
  for (let n = 1; n <= 400; n += 1) world.server.post(room, "bob", `m${n}`);
  room.reads.set("ada", 32);
  const ada = world.chat("ada");
  await world.flow();
  expect(roomIn(ada, "r1").unread).toBe(370);
  ada.openRoom("r1");
  world.server.post(room, "bob", "m401");
  await world.flow();
  const numbers = messagesIn(roomIn(ada, "r1")).map(({ number }) => number);
  expect(numbers[0]).toBeLessThan(30);
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
  expect(numbers.at(-1)).toBe(401);
  expect(roomIn(ada, "r1").timeline).toMatchObject({ loaded: true, more: true, loading: "none" });
});

test("whoever missed more than a thousand messages begins with the newest page", async () => {
  const world = new World();
  const room = world.server.room("r1", ["ada", "bob"]);
  for (let n = 1; n <= 1100; n += 1) room.post("bob", `m${n}`, `k${n}`);
  const ada = world.chat("ada");
  await world.flow();
  ada.openRoom("r1");
  await world.flow();
  expect(messagesIn(roomIn(ada, "r1"))).toHaveLength(50);
});

test("a page that fails says why, and loads when asked again", async () => {
  const world = new World();
  const room = world.server.room("r1", ["ada"]);
  world.server.post(room, "ada", "hello");
  const ada = world.chat("ada");
  await world.flow();

  world.server.refuses = (type) =>
    type === "message.history" ? new Refusal({ code: "internal", message: "Sorry." }) : undefined;
  ada.openRoom("r1");
  await world.flow();
  expect(roomIn(ada, "r1").timeline).toMatchObject({
    loaded: false,
    loading: "none",
    problem: { code: "internal", message: "Sorry." },
  });

  world.server.refuses = () => undefined;
  ada.openRoom("r1");
  await world.flow();
  expect(texts(ada, "r1")).toEqual(["hello"]);
  expect(roomIn(ada, "r1").timeline.problem).toBeUndefined();
});

test("unread follows marks, here and in another session, and never goes back", async () => {
  const world = new World();
  const room = world.server.room("r1", ["ada", "bob"]);
  const [desk, phone] = [world.chat("ada"), world.chat("ada")];
  await world.flow();
  for (const text of ["a", "b", "c"]) world.server.post(room, "bob", text);
  await world.flow();
  expect(roomIn(desk, "r1")).toMatchObject({ unread: 3, messages: 3 });

  phone.openRoom("r1");
  await world.flow();
  phone.markRead("r1", 4);
  expect(roomIn(phone, "r1")).toMatchObject({ unread: 1, read: 4 });
  await world.flow();
  expect(roomIn(desk, "r1")).toMatchObject({ unread: 1, read: 4 });

  desk.markRead("r1", 3);
  await world.pass(2000);
  expect(roomIn(desk, "r1")).toMatchObject({ unread: 1, read: 4 });
  expect(room.read("ada")).toBe(4);
});

test("a room joined, spoken in and left comes and goes in every session", async () => {
  const world = new World();
  world.server.room("r1", ["bob"]);
  const [desk, phone] = [world.chat("ada"), world.chat("ada")];
  await world.flow();
  expect(desk.state.rooms.size).toBe(0);

  const joined = desk.joinRoom("r1");
  await world.flow();
  await joined;
  desk.send("r1", { text: "here I am" });
  await world.flow();
  expect(roomIn(phone, "r1").last?.text).toBe("here I am");

  const left = phone.leaveRoom("r1");
  await world.flow();
  await left;
  expect(desk.state.rooms.has("r1")).toBe(false);
  expect(phone.state.rooms.has("r1")).toBe(false);
});

test("whoever turns up by id alone is looked up once", async () => {
  const world = new World();
  const room = world.server.room("r1", ["ada", "bob"]);
  for (const text of ["a", "b", "c"]) world.server.post(room, "bob", text);
  const ada = world.chat("ada");
  await world.flow();
  ada.openRoom("r1");
  await world.flow();
  expect(ada.state.users.get("bob")?.displayName).toBe("BOB");
  expect(world.server.commands.filter(({ type }) => type === "user.get")).toHaveLength(1);
});
