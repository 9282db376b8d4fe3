import { expect, test } from "vitest";
import { roomIn, World } from "./fake/world.ts";

async function conversation(kind: "public" | "direct" = "public") {
  const world = new World();
  const room = world.server.room("r1", ["ada", "bob"], kind);
  world.server.post(room, "ada", "hello");
  const [ada, bob] = [world.chat("ada"), world.chat("bob")];
  await world.pass(200);
  return { world, room, ada, bob };
}

test("how far others had read is known when the room is opened, and followed from then on", async () => {
  const { world, room, ada, bob } = await conversation();
  room.reads.set("bob", 2);
  ada.openRoom("r1");
  await world.flow();
  expect(roomIn(ada, "r1").receipts).toEqual(new Map([["bob", { read: 2, delivered: 2 }]]));
  bob.markRead("r1", 3);
  await world.flow();
  expect(roomIn(ada, "r1").receipts.get("bob")).toEqual({ read: 3, delivered: 3 });
});

test("what was read while the connection was lost is asked for again", async () => {
  const { world, room, ada } = await conversation();
  ada.openRoom("r1");
  await world.flow();
  world.network.cut();
  room.reads.set("bob", 3);
  await world.heal();
  expect(roomIn(ada, "r1").receipts.get("bob")?.read).toBe(3);
});

test("what reaches my device in a direct room is told, before it is read", async () => {
  const { world, room, ada } = await conversation("direct");
  world.server.post(room, "ada", "are you there?");
  await world.pass(1200);
  expect(roomIn(ada, "r1").receipts.get("bob")).toEqual({ read: 0, delivered: 4 });
});

test("in other rooms it is not told", async () => {
  const { world, room } = await conversation();
  world.server.post(room, "ada", "are you there?");
  await world.pass(1200);
  expect(world.server.commands.some(({ type }) => type === "delivered.mark")).toBe(false);
});
