import { expect, test } from "vitest";
import type { Chat } from "../src/api.ts";
import type { DurableFacts } from "../src/generated/protocol.ts";
import { ParleyError } from "../src/errors.ts";
import { shownTimeline } from "../src/state/timeline.ts";
import { Refusal } from "./fake/answers.ts";
import type { FakeRoom } from "./fake/room.ts";
import { messagesIn, roomIn, World } from "./fake/world.ts";

test("what others do to a message shows, each fact once", async () => {
  const { world, ada, say } = await conversation();
  const reaction = say("reaction.added", "bob", { target: 3, emoji: "👍" });
  say("reaction.added", "ada", { target: 3, emoji: "👍" });
  say("message.pinned", "bob", { target: 3 });
  say("message.edited", "bob", { target: 3, text: "hello again" });
  await world.flow();
  world.server.publish(reaction);
  await world.flow();
  expect(message(ada)).toMatchObject({
    text: "hello again",
    pinned: true,
    reactions: [{ emoji: "👍", count: 2, mine: true }],
  });
  expect(message(ada)?.editedAt).toBeDefined();
  expect(roomIn(ada, "r1").last?.text).toBe("hello again");
});

test("a reaction taken back leaves the others, and the last one leaves nothing", async () => {
  const { world, ada, say } = await conversation();
  for (const by of ["ada", "bob"]) say("reaction.added", by, { target: 3, emoji: "🎉" });
  say("reaction.removed", "ada", { target: 3, emoji: "🎉" });
  await world.flow();
  expect(message(ada)?.reactions).toEqual([{ emoji: "🎉", count: 1, mine: false }]);
  say("reaction.removed", "bob", { target: 3, emoji: "🎉" });
  await world.flow();
  expect(message(ada)?.reactions).toBeUndefined();
});

test("a deleted message leaves a tombstone without its emoji", async () => {
  const { world, ada, say } = await conversation();
  say("reaction.added", "bob", { target: 3, emoji: "👍" });
  say("message.deleted", "bob", { target: 3 });
  await world.flow();
  expect(message(ada)).toMatchObject({ text: "", deleted: true, by: "bob" });
  expect(message(ada)?.reactions).toBeUndefined();
  expect(roomIn(ada, "r1").last?.text).toBe("");
});

test("a message whose time is over says so, and nothing of what it said is left", async () => {
  const { world, ada, say } = await conversation();
  say("room.updated", "bob", { expireSeconds: 60 });
  await world.flow();
  expect(roomIn(ada, "r1").expireSeconds).toBe(60);
  const expiresAt = "2026-01-01T00:01:05.000Z";
  const { seq } = say("message.posted", "bob", { text: "secret", number: 2, key: "k2", expiresAt });
  await world.flow();
  const found = () => messagesIn(roomIn(ada, "r1")).find((item) => item.seq === seq);
  expect(found()?.expiresAt).toBe(expiresAt);
  say("message.deleted", "bob", { target: seq, expired: true });
  say("room.updated", "bob", { expireSeconds: 0 });
  await world.flow();
  expect(found()).toMatchObject({ text: "", deleted: true, expired: true });
  expect(found()?.expiresAt).toBeUndefined();
  expect(roomIn(ada, "r1").last?.text).toBe("");
  expect(roomIn(ada, "r1").expireSeconds).toBeUndefined();
});

test("replies are counted at the message that the thread began with", async () => {
  const { world, ada, say } = await conversation();
  say("message.posted", "ada", { text: "one", number: 2, key: "k2", thread: 3 });
  say("message.posted", "bob", { text: "two", number: 3, key: "k3", thread: 3, mentions: ["ada"] });
  await world.flow();
  expect(message(ada)?.replies).toEqual({ count: 2, last: 5, users: ["bob", "ada"] });
  expect(roomIn(ada, "r1")).toMatchObject({ messages: 3, mentions: 1 });
});

test("what happens to a message while the page with it is on its way is not lost", async () => {
  const { world, say } = await conversation();
  const bob = world.chat("bob");
  await world.flow();
  const wire = world.network.wires.at(-1);
  bob.openRoom("r1");
  wire?.deliverUp();
  say("message.edited", "ada", { target: 3, text: "hello again" });
  say("message.posted", "ada", { text: "one", number: 2, key: "k2", thread: 3 });
  // Both arrive in one turn: the page's promise is kept only after the facts were applied.
  while ((wire?.toClient.length ?? 0) > 0) wire?.deliverDown();
  await world.flow();
  expect(message(bob)).toMatchObject({ text: "hello again", replies: { count: 1, last: 5 } });
});

test("a count of mentions that overtakes a message counts it once", async () => {
  const { world, ada, room, say } = await conversation();
  const count = { read: 3, unread: 1, mentions: 1 };
  world.server.tell("ada", { type: "room.unread", room: room.id, data: count });
  say("message.posted", "bob", { text: "@ada", number: 2, key: "k2", mentions: ["ada"] });
  await world.flow();
  expect(roomIn(ada, "r1").mentions).toBe(1);
  say("message.posted", "bob", { text: "@ada", number: 3, key: "k3", mentions: ["ada"] });
  world.server.tell("ada", { type: "room.unread", room: room.id, data: count });
  await world.flow();
  expect(roomIn(ada, "r1").mentions).toBe(2);
});

test("a room that is archived says so", async () => {
  const { world, ada, say } = await conversation();
  say("room.archived", "bob", {});
  await world.flow();
  expect(roomIn(ada, "r1").archived).toBe(true);
});

test("my change shows at once, and as before when the server refuses it", async () => {
  const { world, ada } = await conversation();
  world.server.refuses = (type) =>
    type === "message.edit" ? new Refusal({ code: "forbidden" }) : undefined;
  const edit = ada.changeMessage("r1", 3, { type: "edit", text: "mine", at: "2026-01-01T00:00:00Z" });
  const refusal = expect(edit).rejects.toBeInstanceOf(ParleyError);
  expect(shown(ada)).toBe("mine");
  await world.flow();
  await refusal;
  expect(shown(ada)).toBe("hello");
  expect(roomIn(ada, "r1").changes).toEqual([]);
});

test("my change that is committed stays shown until its fact takes its place", async () => {
  const { world, ada, room, say } = await conversation();
  world.server.changes = () => ({ seq: room.head + 1 });
  const done = ada.changeMessage("r1", 3, { type: "react", emoji: "👍" });
  await world.flow();
  await done;
  expect(roomIn(ada, "r1").changes).toMatchObject([{ target: 3, seq: 4 }]);
  say("reaction.added", "ada", { target: 3, emoji: "👍" });
  await world.flow();
  expect(roomIn(ada, "r1").changes).toEqual([]);
  expect(message(ada)?.reactions).toEqual([{ emoji: "👍", count: 1, mine: true }]);
});

/** Ada has opened a room in which Bob has said hello: the message at seq 3. */
async function conversation() {
  const world = new World();
  const room = world.server.room("r1", ["ada", "bob"]);
  world.server.post(room, "bob", "hello");
  const ada = world.chat("ada");
  await world.flow();
  ada.openRoom("r1");
  await world.flow();
  return { world, room, ada, say: sayIn(world, room) };
}

function sayIn(world: World, room: FakeRoom) {
  return <T extends keyof DurableFacts>(type: T, by: string, data: DurableFacts[T]) => {
    const fact = room.append(type, by, data);
    world.server.publish(fact);
    return fact;
  };
}

function message(chat: Chat) {
  return messagesIn(roomIn(chat, "r1")).find(({ seq }) => seq === 3);
}

function shown(chat: Chat): string | undefined {
  const items = shownTimeline(roomIn(chat, "r1")).items;
  const item = items.find(({ seq }) => seq === 3);
  return item?.kind === "message" ? item.text : undefined;
}
