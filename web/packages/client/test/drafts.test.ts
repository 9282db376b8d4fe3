import { expect, test } from "vitest";
import { World } from "./fake/world.ts";

/** Ada at two devices. */
async function twoDevices() {
  const world = new World();
  world.server.room("r1", ["ada"]);
  const [desk, phone] = [world.chat("ada"), world.chat("ada")];
  await world.flow();
  return { world, desk, phone };
}

test("a draft is known at the other device at once, and goes from there with its text", async () => {
  const { world, desk, phone } = await twoDevices();
  expect(phone.state.drafts?.size).toBe(0);
  void desk.setDraft({ room: "r1", text: "two par" });
  void desk.setDraft({ room: "r1", thread: 3, text: "and one" });
  await world.flow();
  expect([...(phone.state.drafts?.keys() ?? [])]).toEqual(["r1", "r1/3"]);
  expect(phone.state.drafts?.get("r1")).toMatchObject({ room: "r1", text: "two par" });
  expect(desk.state.drafts?.get("r1")).toMatchObject({ text: "two par" });
  void desk.setDraft({ room: "r1", text: "" });
  await world.flow();
  expect([...(phone.state.drafts?.keys() ?? [])]).toEqual(["r1/3"]);
});

test("what was begun while one was away comes with the connection, and what went is gone", async () => {
  const { world, desk, phone } = await twoDevices();
  void desk.setDraft({ room: "r1", thread: 3, text: "old" });
  await world.flow();
  world.network.cut();
  world.server.draftsOf("ada").clear();
  world.server.draftsOf("ada").set("r1/", { room: "r1", text: "new", at: "2026-01-01T00:00:00.000Z" });
  await world.heal();
  expect([...(phone.state.drafts ?? [])].map(([place, { text }]) => [place, text])).toEqual([["r1", "new"]]);
});
