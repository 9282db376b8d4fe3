import { expect, test } from "vitest";
import { roomIn, texts, World } from "./fake/world.ts";

/** Ada is in a room in which Bob has said 1 to 200; said 1 has the seq 3. */
async function longRoom() {
  const world = new World();
  const room = world.server.room("r1", ["ada", "bob"]);
  for (let number = 1; number <= 200; number += 1) world.server.post(room, "bob", `said ${number}`);
  room.reads.set("ada", room.head);
  const ada = world.chat("ada");
  await world.flow();
  return { world, room, ada };
}

test("a room opens around an old message, with more on both sides", async () => {
  const { world, ada } = await longRoom();
  ada.openRoom("r1", 62);
  expect(roomIn(ada, "r1").timeline.loading).toBe("around");
  await world.flow();
  const { timeline } = roomIn(ada, "r1");
  expect(timeline).toMatchObject({ loaded: true, more: true, newer: true, around: 62 });
  expect(texts(ada, "r1")).toContain("said 60");
  expect(texts(ada, "r1")).not.toContain("said 200");
});

test("what happens at the end is not appended to a stretch from the middle, which goes on without a gap", async () => {
  const { world, room, ada } = await longRoom();
  ada.openRoom("r1", 152);
  await world.flow();
  world.server.post(room, "bob", "said 201");
  await world.flow();
  expect(texts(ada, "r1")).not.toContain("said 201");
  while (roomIn(ada, "r1").timeline.newer === true) {
    ada.loadNewer("r1");
    await world.flow();
  }
  world.server.post(room, "bob", "said 202");
  await world.flow();
  const shown = texts(ada, "r1");
  expect(shown.slice(-3)).toEqual(["said 200", "said 201", "said 202"]);
  expect(new Set(shown).size).toBe(shown.length);
  expect(shown.length).toBe(202 - Number(shown[0]?.slice(5)) + 1);
});

test("a message that is loaded already changes nothing", async () => {
  const { world, ada } = await longRoom();
  ada.openRoom("r1");
  await world.flow();
  const before = roomIn(ada, "r1").timeline;
  ada.openRoom("r1", 190);
  await world.flow();
  expect(roomIn(ada, "r1").timeline).toBe(before);
});

test("opening the room without a message goes back to the end", async () => {
  const { world, ada } = await longRoom();
  ada.openRoom("r1", 40);
  await world.flow();
  ada.openRoom("r1");
  await world.flow();
  expect(texts(ada, "r1").at(-1)).toBe("said 200");
  expect(roomIn(ada, "r1").timeline.newer).toBeUndefined();
});

test("what is unread is not miscounted where only a stretch from the middle is known", async () => {
  const { world, room, ada } = await longRoom();
  ada.openRoom("r1", 40);
  await world.flow();
  for (let number = 201; number <= 205; number += 1) world.server.post(room, "bob", `said ${number}`);
  await world.flow();
  expect(roomIn(ada, "r1").unread).toBe(5);
  ada.markRead("r1", 204);
  expect(roomIn(ada, "r1").unread).toBeGreaterThanOrEqual(3);
  await world.pass(2000);
  expect(roomIn(ada, "r1").unread).toBe(3);
});
