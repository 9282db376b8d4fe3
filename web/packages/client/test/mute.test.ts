import { expect, test } from "vitest";
import { roomIn, World } from "./fake/world.ts";

const until = "2026-01-02T00:00:00.000Z";

test("who is muted knows until when, from the log and from the summary", async () => {
  const world = new World();
  const room = world.server.room("r1", ["ada", "bob"]);
  const [ada, bob] = [world.chat("ada"), world.chat("bob")];
  await world.flow();
  world.server.publish(room.append("member.changed", "bob", { user: "ada", mutedUntil: until }));
  await world.flow();
  expect(roomIn(ada, "r1").mutedUntil).toBe(until);
  expect(roomIn(bob, "r1").mutedUntil).toBeUndefined();
  expect(roomIn(ada, "r1").role).toBe("member");
  room.mutes.set("ada", until);
  const again = world.chat("ada");
  await world.flow();
  expect(roomIn(again, "r1").mutedUntil).toBe(until);
});
