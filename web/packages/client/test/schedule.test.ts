import { expect, test } from "vitest";
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
