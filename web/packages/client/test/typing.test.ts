import { expect, test } from "vitest";
import { roomIn, World } from "./fake/world.ts";

async function twoInARoom() {
  const world = new World();
  world.server.room("r1", ["ada", "bob"]);
  const [ada, bob] = [world.chat("ada"), world.chat("bob")];
  await world.flow();
  const typing = () => roomIn(bob, "r1").typing.map(({ user }) => user);
  return { world, ada, bob, typing };
}

test("typing shows, and lapses 6 s after the last signal", async () => {
  const { world, ada, typing } = await twoInARoom();
  ada.setTyping("r1", true);
  await world.flow();
  expect(typing()).toEqual(["ada"]);
  await world.pass(5900);
  expect(typing()).toEqual(["ada"]);
  await world.pass(200);
  expect(typing()).toEqual([]);
});

test("going on typing is told each 3 s, however often a key is pressed", async () => {
  const { world, ada, typing } = await twoInARoom();
  for (let n = 0; n < 100; n += 1) {
    ada.setTyping("r1", true);
    await world.pass(100);
  }
  expect(world.server.commands.filter(({ type }) => type === "typing")).toHaveLength(4);
  expect(typing()).toEqual(["ada"]);
});

test("stopping, sending and losing the connection end it", async () => {
  const { world, ada, typing } = await twoInARoom();
  ada.setTyping("r1", true);
  await world.flow();
  ada.setTyping("r1", false);
  await world.flow();
  expect(typing()).toEqual([]);

  ada.setTyping("r1", true);
  await world.flow();
  ada.send("r1", { text: "done" });
  await world.flow();
  expect(typing()).toEqual([]);

  ada.setTyping("r1", true);
  await world.flow();
  expect(typing()).toEqual(["ada"]);
  world.network.cut();
  await world.flow();
  expect(typing()).toEqual([]);
});
