import { expect, test } from "vitest";
import { messagesIn, roomIn, World } from "./fake/world.ts";

/** Ada in two rooms; Bob has said something in the first, at seq 3. */
async function twoRooms() {
  const world = new World();
  const here = world.server.room("here", ["ada", "bob"]);
  world.server.room("there", ["ada"]);
  world.server.post(here, "bob", "two parts water");
  const ada = world.chat("ada");
  await world.flow();
  ada.openRoom("there");
  await world.flow();
  return { world, ada };
}

test("a forwarded message is said in the other room, with whose words they are", async () => {
  const { world, ada } = await twoRooms();
  const done = ada.forwardMessage("here", 3, "there");
  await world.flow();
  await done;
  expect(messagesIn(roomIn(ada, "there"))).toMatchObject([
    { by: "ada", text: "two parts water", forwarded: { room: "here", seq: 3, by: "bob" } },
  ]);
});

test("a forward that waits for the connection is carried out once", async () => {
  const { world, ada } = await twoRooms();
  world.network.cut();
  const done = ada.forwardMessage("here", 3, "there");
  world.network.up = true;
  await world.pass(10_000);
  await done;
  expect(messagesIn(roomIn(ada, "there"))).toHaveLength(1);
});

test("a forward that is refused rejects", async () => {
  const { world, ada } = await twoRooms();
  const done = expect(ada.forwardMessage("here", 3, "nowhere")).rejects.toThrow("not_found");
  await world.flow();
  await done;
});
