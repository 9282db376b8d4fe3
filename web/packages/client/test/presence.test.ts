import { expect, test } from "vitest";
import { Refusal } from "./fake/answers.ts";
import { roomIn, World } from "./fake/world.ts";

/** Ada is connected; Bob is away, and nobody is watched yet but Ada herself. */
async function company() {
  const world = new World();
  world.server.room("r1", ["ada", "bob"]);
  world.server.presences.set("bob", { user: "bob", state: "away", text: "Lunch", emoji: "🍜" });
  world.server.presences.set("cleo", { user: "cleo", state: "online" });
  const ada = world.chat("ada");
  await world.pass(200);
  const watched = () =>
    world.server.commands.flatMap(({ type, data }) => (type === "presence.watch" ? [data["users"]] : []));
  return { world, ada, watched };
}

test("who is watched is known, and told of when that changes", async () => {
  const { world, ada } = await company();
  ada.watchPresence(["bob"]);
  await world.pass(200);
  expect(ada.state.presences.get("bob")).toEqual({ user: "bob", state: "away", text: "Lunch", emoji: "🍜" });
  world.server.tell("ada", { type: "presence", data: { user: "bob", state: "online" } });
  await world.flow();
  expect(ada.state.presences.get("bob")).toEqual({ user: "bob", state: "online" });
});

test("several watches are asked for as one, without repeats, and what ends is forgotten", async () => {
  const { world, ada, watched } = await company();
  const endBob = ada.watchPresence(["bob"]);
  ada.watchPresence(["cleo", "bob"]);
  await world.pass(200);
  expect(watched()).toEqual([["ada"], ["ada", "bob", "cleo"]]);
  endBob();
  await world.pass(200);
  expect(watched()).toHaveLength(2);
  ada.watchPresence(["bob"])();
  await world.pass(200);
  expect(watched()).toHaveLength(2);
});

test("at most 500 people are watched, those asked for first", async () => {
  const { world, ada, watched } = await company();
  ada.watchPresence(Array.from({ length: 600 }, (_, index) => `u${index}`));
  ada.watchPresence(["bob"]);
  await world.pass(200);
  const users = watched().at(-1) as readonly string[];
  expect(users).toHaveLength(500);
  expect(users).toContain("u498");
  expect(users).not.toContain("bob");
});

test("they are watched again on the next connection, and after a refusal that passes", async () => {
  const { world, ada, watched } = await company();
  ada.watchPresence(["bob"]);
  await world.pass(200);
  world.network.cut();
  world.server.presences.set("bob", { user: "bob", state: "offline" });
  let refusals = 1;
  world.server.refuses = (type) =>
    type === "presence.watch" && refusals-- > 0
      ? new Refusal({ code: "rate_limited", retry: true, retryAfterMs: 500 })
      : undefined;
  await world.heal();
  expect(watched().slice(-2)).toEqual([["ada", "bob"], ["ada", "bob"]]);
  expect(ada.state.presences.get("bob")?.state).toBe("offline");
});

test("the level of attention that I choose for a room is the room's", async () => {
  const { world, ada } = await company();
  const set = ada.setNotify("r1", "none");
  await world.flow();
  await set;
  expect(roomIn(ada, "r1").notify).toBe("none");
  expect(world.server.commands.at(-1)).toEqual({ type: "notify.set", data: { room: "r1", level: "none" } });
});
