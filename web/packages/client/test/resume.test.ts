import { expect, test } from "vitest";
import { Refusal } from "./fake/answers.ts";
import { roomIn, texts, World } from "./fake/world.ts";

async function adaAway(prepare: (world: World) => void = () => {}) {
  const world = new World();
  const room = world.server.room("r1", ["ada", "bob"]);
  world.server.post(room, "bob", "before");
  const ada = world.chat("ada");
  await world.flow();
  ada.openRoom("r1");
  await world.flow();
  world.network.cut();
  await world.flow();
  prepare(world);
  return { world, room, ada };
}

test("resuming brings what was missed, in order, and then says so", async () => {
  const { world, room, ada } = await adaAway();
  for (const text of ["a", "b", "c"]) world.server.post(room, "bob", text);
  const synced: boolean[] = [];
  ada.subscribe(({ rooms }) => {
    const now = rooms.get("r1")?.synced ?? false;
    if (synced.at(-1) !== now) synced.push(now);
  });
  await world.heal();
  expect(texts(ada, "r1")).toEqual(["before", "a", "b", "c"]);
  expect(synced).toEqual([true, false, true]);
  expect(world.server.commands.findLast(({ type }) => type === "hello")?.data).toMatchObject({
    resume: { r1: 3 },
    epoch: "e1",
  });
  expect(roomIn(ada, "r1")).toMatchObject({ unread: 4, messages: 4, lastSeq: 6 });
});

test("too far behind: the room begins anew, and what is looked at is loaded again", async () => {
  const { world, room, ada } = await adaAway(({ server }) => {
    server.maxDelta = 10;
  });
  for (let n = 0; n < 80; n += 1) world.server.post(room, "bob", `m${n}`);
  ada.send("r1", { text: "mine" });
  await world.heal();
  expect(roomIn(ada, "r1").timeline).toMatchObject({ loaded: true, loading: "none" });
  expect(texts(ada, "r1").slice(-2)).toEqual(["m79", "mine"]);
  expect(roomIn(ada, "r1")).toMatchObject({ unread: 0, messages: 82, outgoing: [] });
});

test("a store of another life is loaded anew, even where it is shorter", async () => {
  const { world, room, ada } = await adaAway(({ server }) => server.restore());
  room.log.length = 2;
  await world.heal();
  expect(texts(ada, "r1")).toEqual([]);
  expect(roomIn(ada, "r1")).toMatchObject({ lastSeq: 2, messages: 0, unread: 0 });
});

test("a room that is gone goes", async () => {
  const { world, room, ada } = await adaAway();
  world.server.leave(room, "ada", "removed");
  await world.heal();
  expect(ada.state.rooms.has("r1")).toBe(false);
});

test("a lost event is asked for, and newer ones wait for it", async () => {
  const world = new World();
  const room = world.server.room("r1", ["ada", "bob"]);
  const ada = world.chat("ada");
  await world.flow();
  ada.openRoom("r1");
  await world.flow();
  world.server.loses = () => true;
  world.server.post(room, "bob", "lost");
  world.server.loses = () => false;
  world.server.post(room, "bob", "early");
  world.server.post(room, "bob", "earlier");
  const [wire] = world.network.alive;
  wire?.deliverDown();
  wire?.deliverDown();
  expect(texts(ada, "r1")).toEqual([]);
  await world.flow();
  expect(texts(ada, "r1")).toEqual(["lost", "early", "earlier"]);
  expect(world.server.commands.filter(({ type }) => type === "room.events")).toHaveLength(1);
});

test("a repeated event changes nothing", async () => {
  const world = new World();
  const room = world.server.room("r1", ["ada", "bob"]);
  const ada = world.chat("ada");
  await world.flow();
  ada.openRoom("r1");
  await world.flow();
  world.server.post(room, "bob", "once");
  await world.flow();
  const before = ada.state;
  for (const fact of room.log) world.server.publish(fact);
  await world.flow();
  expect(ada.state).toBe(before);
});

test("an event of a newer server keeps its place and changes nothing else", async () => {
  const world = new World();
  const room = world.server.room("r1", ["ada", "bob"]);
  const ada = world.chat("ada");
  await world.flow();
  const strange = room.append("room.updated", "bob", {});
  world.server.publish({ ...strange, type: "room.painted" } as never);
  world.server.tell("ada", { type: "weather", data: { sun: true } });
  world.server.post(room, "bob", "after");
  await world.flow();
  expect(roomIn(ada, "r1")).toMatchObject({ lastSeq: 4, messages: 1 });
  expect(world.server.commands.some(({ type }) => type === "room.events")).toBe(false);
});

test("more rooms than one answer holds are listed, and none is lost", async () => {
  const world = new World();
  world.server.helloRooms = 3;
  world.server.listedRooms = 4;
  for (let n = 1; n <= 10; n += 1) world.server.room(`r${n}`, ["ada", "bob"]);
  const roomOf = (id: string) => {
    const room = world.server.rooms.get(id);
    if (room === undefined) throw new Error(`no ${id}`);
    return room;
  };
  for (const id of ["r7", "r8", "r9"]) world.server.post(roomOf(id), "bob", "the newest");
  const ada = world.chat("ada");
  await world.flow();
  expect(ada.state.rooms.size).toBe(10);
  expect(ada.state.roomsKnown).toBe(true);
  const pages = world.server.commands.filter(({ type }) => type === "room.list");
  expect(pages.map(({ data }) => data["after"])).toEqual([undefined, "r3", "r7"]);

  world.network.cut();
  world.server.post(roomOf("r10"), "bob", "missed");
  world.server.leave(roomOf("r1"), "ada");
  await world.heal();
  expect(ada.state.rooms.size).toBe(9);
  expect(roomIn(ada, "r10")).toMatchObject({ unread: 1, synced: true });
  expect(roomIn(ada, "r2")).toMatchObject({ synced: true });
});

/** Ada is in two rooms and is told of r1 in hello; r2 has become another, and listing fails for now. */
async function inAnotherLife() {
  const world = new World();
  world.server.helloRooms = 1;
  const told = world.server.room("r1", ["ada", "bob"]);
  const room = world.server.room("r2", ["ada", "bob"]);
  for (let n = 1; n <= 3; n += 1) world.server.post(told, "bob", `m${n}`);
  for (let n = 1; n <= 2; n += 1) world.server.post(room, "bob", "of the first life");
  const ada = world.chat("ada");
  await world.flow();
  ada.markRead("r2", 4);
  await world.flow();

  world.network.cut();
  await world.flow();
  world.server.restore();
  room.log.length = 2;
  room.reads.clear();
  world.network.up = true;
  world.server.refuses = (type) =>
    type === "room.list" ? new Refusal({ code: "unavailable", retry: true }) : undefined;
  await world.pass(5000);
  return { world, room, ada };
}

test("a room of another life waits for its summary, so that no event meets the wrong log", async () => {
  const { world, room, ada } = await inAnotherLife();
  world.server.post(room, "bob", "of the second life");
  await world.flow();
  expect(roomIn(ada, "r2").last?.text).toBe("of the first life");

  world.server.refuses = () => undefined;
  await world.heal();
  expect(roomIn(ada, "r2")).toMatchObject({ lastSeq: 3, messages: 1, unread: 1 });
  expect(roomIn(ada, "r2").last?.text).toBe("of the second life");
});

test("no history is shown in a room whose summary of another life is still to come", async () => {
  const { world, ada } = await inAnotherLife();
  ada.openRoom("r2");
  await world.flow();
  expect(roomIn(ada, "r2").timeline.loaded).toBe(false);

  world.server.refuses = () => undefined;
  await world.heal();
  expect(roomIn(ada, "r2")).toMatchObject({ messages: 0, timeline: { loaded: true, items: [] } });
});

test("a loss before the rooms of another life are listed does not resume in the old one", async () => {
  const { world, room, ada } = await inAnotherLife();
  world.network.cut();
  for (let n = 1; n <= 5; n += 1) world.server.post(room, "bob", `second ${n}`);
  world.server.refuses = () => undefined;
  await world.heal();
  ada.openRoom("r2");
  await world.flow();
  expect(texts(ada, "r2")).toEqual([1, 2, 3, 4, 5].map((n) => `second ${n}`));
  expect(roomIn(ada, "r2")).toMatchObject({ lastSeq: 7, messages: 5, read: 0, unread: 5 });
});

test("a mark set offline is told when the connection is back", async () => {
  const { world, room, ada } = await adaAway();
  ada.markRead("r1", 3);
  expect(roomIn(ada, "r1").unread).toBe(0);
  await world.heal();
  expect(room.read("ada")).toBe(3);
  expect(roomIn(ada, "r1").unread).toBe(0);
});

test("an answer to leave does not take away a room that one was brought back into since", async () => {
  const world = new World();
  const { server, network } = world;
  const room = server.room("r1", ["ada", "bob"]);
  const ada = world.chat("ada");
  await world.flow();
  void ada.leaveRoom("r1");
  const wire = network.wires.at(-1);
  wire?.deliverUp();
  server.join(room, "ada");
  // All in one turn: the promise of the answer is kept after the room was added.
  while ((wire?.toClient.length ?? 0) > 0) wire?.deliverDown();
  await world.flow();
  expect(roomIn(ada, "r1").lastSeq).toBe(room.head);
});
