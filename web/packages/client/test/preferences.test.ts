import { expect, test } from "vitest";
import { Refusal } from "./fake/answers.ts";
import { World } from "./fake/world.ts";

const night = { from: "22:00", to: "07:00", zone: "Europe/Berlin" };

test("what one wants to be notified of is known at each device, and as soon as it changes at one", async () => {
  const world = new World();
  world.server.preferences.set("ada", { keywords: ["engine"] });
  const [desk, phone] = [world.chat("ada"), world.chat("ada")];
  expect(phone.state.preferences).toBeUndefined();
  await world.flow();
  expect(phone.state.preferences).toEqual({ keywords: ["engine"] });
  void desk.setPreferences({ keywords: ["mill"], quietHours: night });
  await world.flow();
  for (const { state } of [desk, phone]) expect(state.preferences).toEqual({ keywords: ["mill"], quietHours: night });
});

test("what cannot be said now is asked for again", async () => {
  const world = new World();
  world.server.preferences.set("ada", { keywords: ["engine"] });
  world.server.refuses = (type) =>
    type === "preferences.get" ? new Refusal({ code: "unavailable", retry: true }) : undefined;
  const ada = world.chat("ada");
  await world.flow();
  expect(ada.state.preferences).toBeUndefined();
  world.server.refuses = () => undefined;
  await world.pass(1500);
  expect(ada.state.preferences).toEqual({ keywords: ["engine"] });
});
