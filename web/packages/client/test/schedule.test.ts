import { expect, test } from "vitest";
import type { Draft, LaterDraft } from "../src/index.ts";
import { World } from "./fake/world.ts";

test("a change of what waits to be sent, here or elsewhere, is counted", async () => {
  const world = new World();
  world.server.room("r1", ["ada"]);
  const ada = world.chat("ada");
  await world.pass(200);
  expect(ada.state.scheduleChanges).toBe(0);
  world.server.tell("ada", { type: "scheduled.changed", data: { id: 5 } });
  await world.flow();
  expect(ada.state.scheduleChanges).toBe(1);
});

test("what is scheduled is told to the server, and cannot be a poll", async () => {
  const world = new World();
  world.server.room("r1", ["ada"]);
  world.server.plays = (type) => (type === "message.schedule" ? { scheduled: { id: 5 } } : undefined);
  const ada = world.chat("ada");
  await world.flow();
  const poll: Draft = { text: "Tea?", poll: { options: ["yes", "no"] } };
  // @ts-expect-error A poll is asked at once.
  expect<LaterDraft>(poll).toBeDefined();
  void ada.schedule("r1", { text: "Tea?" }, new Date(0));
  await world.flow();
  const asked = world.server.commands.filter(({ type }) => type === "message.schedule").map(({ data }) => data);
  expect(asked).toEqual([{ room: "r1", text: "Tea?", key: expect.any(String), sendAt: "1970-01-01T00:00:00.000Z" }]);
  expect(ada.state.scheduleChanges).toBe(1);
});
