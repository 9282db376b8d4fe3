import { expect, test } from "vitest";
import { roomIn, World } from "./fake/world.ts";

/** Ada with two unread messages in one room and one in another. */
async function behind() {
  const world = new World();
  const rooms = ["r1", "r2"].map((id) => world.server.room(id, ["ada", "bob"]));
  const ada = world.chat("ada");
  await world.flow();
  const [first, second] = rooms;
  for (const room of [first, first, second]) if (room !== undefined) world.server.post(room, "bob", "hi");
  await world.flow();
  const unread = () => ["r1", "r2"].map((id) => roomIn(ada, id).unread);
  const marked = () => world.server.commands.filter(({ type }) => type === "read.mark").map(({ data }) => data);
  return { world, rooms, ada, unread, marked };
}

test("everything is read here at once, and told after a while", async () => {
  const { world, ada, unread, marked } = await behind();
  expect(unread()).toEqual([2, 1]);
  ada.markAllRead();
  expect(unread()).toEqual([0, 0]);
  await world.pass(7900);
  expect(marked()).toEqual([]);
  await world.pass(200);
  expect(marked()).toEqual([
    { room: "r1", seq: 4 },
    { room: "r2", seq: 3 },
  ]);
});

test("what was taken back is unread as before, with what has come since", async () => {
  const { world, rooms, ada, unread, marked } = await behind();
  const undo = ada.markAllRead();
  const [first] = rooms;
  if (first !== undefined) world.server.post(first, "bob", "and?");
  await world.flow();
  expect(unread()).toEqual([1, 0]);
  undo();
  expect(unread()).toEqual([3, 1]);
  await world.pass(10_000);
  expect(marked()).toEqual([]);
});
