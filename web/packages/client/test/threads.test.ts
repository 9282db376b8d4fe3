import { expect, test } from "vitest";
import type { Chat } from "../src/api.ts";
import { followsThread } from "../src/state/threads.ts";
import { MemoryStorage, MemoryThreads, roomIn, World } from "./fake/world.ts";

/** Bob has asked something, at seq 3, and answered it himself in a thread. */
async function thread(more: { readonly storage?: MemoryStorage; readonly threadStorage?: MemoryThreads } = {}) {
  const world = new World();
  const room = world.server.room("r1", ["ada", "bob"]);
  world.server.post(room, "bob", "who has the key?");
  world.server.post(room, "bob", "I have", "k2", { thread: 3 });
  const ada = world.chat("ada", more);
  await world.flow();
  ada.openRoom("r1");
  await world.flow();
  return { world, room, ada };
}

function shown(chat: Chat) {
  const items = roomIn(chat, "r1").threads.opened?.timeline.items ?? [];
  return items.map((item) => (item.kind === "message" ? item.text : item.kind));
}

test("an opened thread shows what it began with, its replies, and those that follow", async () => {
  const { world, room, ada } = await thread();
  ada.openThread("r1", 3);
  await world.flow();
  expect(shown(ada)).toEqual(["who has the key?", "I have"]);
  world.server.post(room, "bob", "here it is", "k3", { thread: 3 });
  world.server.post(room, "bob", "something else");
  await world.flow();
  expect(shown(ada)).toEqual(["who has the key?", "I have", "here it is"]);
});

test("what is done to a message shows in its thread, too", async () => {
  const { world, room, ada } = await thread();
  ada.openThread("r1", 3);
  await world.flow();
  world.server.publish(room.append("reaction.added", "bob", { target: 4, emoji: "🔑" }));
  world.server.publish(room.append("message.edited", "bob", { target: 3, text: "whose key?" }));
  await world.flow();
  expect(shown(ada)[0]).toBe("whose key?");
  const reply = roomIn(ada, "r1").threads.opened?.timeline.items[1];
  expect(reply).toMatchObject({ reactions: [{ emoji: "🔑", count: 1, mine: false }] });
});

test("a message carries what it answers and where it belongs", async () => {
  const { world, ada } = await thread();
  ada.send("r1", { text: "thanks", thread: 3, replyTo: 4, alsoInRoom: true });
  expect(roomIn(ada, "r1").outgoing).toMatchObject([{ thread: 3, replyTo: 4, alsoInRoom: true }]);
  await world.flow();
  expect(world.server.commands.findLast(({ type }) => type === "message.send")?.data).toMatchObject({
    text: "thanks",
    thread: 3,
    replyTo: 4,
    alsoInRoom: true,
  });
});

test("a message that waits keeps its thread through a reload", async () => {
  const storage = new MemoryStorage();
  const { world, room, ada } = await thread({ storage });
  world.network.cut();
  ada.send("r1", { text: "later", thread: 3 });
  ada.close();
  world.network.up = true;
  world.chat("ada", { storage });
  await world.flow();
  expect(room.messages().at(-1)).toMatchObject({ text: "later", thread: 3 });
});

test("replies of others are news in a thread that I wrote in, until I open it", async () => {
  const { world, room, ada } = await thread();
  world.server.post(room, "bob", "anyone?", "k3", { thread: 3 });
  await world.flow();
  expect(roomIn(ada, "r1").threads.news.size).toBe(0);
  ada.send("r1", { text: "me", thread: 3 });
  await world.flow();
  world.server.post(room, "bob", "good", "k4", { thread: 3 });
  await world.flow();
  expect([...roomIn(ada, "r1").threads.news]).toEqual([[3, 1]]);
  ada.openThread("r1", 3);
  await world.flow();
  expect(roomIn(ada, "r1").threads.news.size).toBe(0);
  world.server.post(room, "bob", "seen at once", "k5", { thread: 3 });
  await world.flow();
  expect(roomIn(ada, "r1").threads.news.size).toBe(0);
});

test("a thread that I follow has news though I did not write in it, and one that I do not follow has none", async () => {
  const { world, room, ada } = await thread();
  ada.followThread("r1", 3, true);
  world.server.post(room, "bob", "anyone?", "k3", { thread: 3 });
  await world.flow();
  expect([...roomIn(ada, "r1").threads.news]).toEqual([[3, 1]]);
  expect(followsThread(roomIn(ada, "r1"), 3, "ada")).toBe(true);
  ada.followThread("r1", 3, false);
  expect(roomIn(ada, "r1").threads.news.size).toBe(0);
  world.server.post(room, "bob", "anyone at all?", "k4", { thread: 3, mentions: ["ada"] });
  await world.flow();
  expect(roomIn(ada, "r1").threads.news.size).toBe(0);
});

test("the news of threads, and what I chose of them, survive a reload", async () => {
  const threadStorage = new MemoryThreads();
  const { world, room, ada } = await thread({ threadStorage });
  ada.followThread("r1", 3, true);
  world.server.post(room, "bob", "anyone?", "k3", { thread: 3 });
  await world.flow();
  ada.close();
  const again = world.chat("ada", { threadStorage });
  await world.flow();
  expect([...roomIn(again, "r1").threads.news]).toEqual([[3, 1]]);
  world.server.post(room, "bob", "anyone at all?", "k4", { thread: 3 });
  await world.flow();
  expect([...roomIn(again, "r1").threads.news]).toEqual([[3, 2]]);
  again.openThread("r1", 3);
  await world.flow();
  expect([...threadStorage.kept.values()]).toEqual([{ user: "ada", room: "r1", root: 3, news: 0, follows: true }]);
});

test("a thread that is closed is no longer followed closely", async () => {
  const { world, ada } = await thread();
  ada.openThread("r1", 3);
  await world.flow();
  ada.closeThread();
  expect(roomIn(ada, "r1").threads.opened).toBeUndefined();
});
