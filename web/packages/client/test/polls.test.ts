import { expect, test } from "vitest";
import type { Chat } from "../src/api.ts";
import { ParleyError } from "../src/errors.ts";
import type { DurableFacts } from "../src/generated/protocol.ts";
import { shownTimeline } from "../src/state/timeline.ts";
import { Refusal } from "./fake/answers.ts";
import { messagesIn, roomIn, World } from "./fake/world.ts";

test("a vote takes the place of the voter's earlier one, each fact once", async () => {
  const { world, ada, say } = await asked();
  const first = say("poll.voted", "bob", { target: 3, options: [0] });
  say("poll.voted", "ada", { target: 3, options: [0] });
  say("poll.voted", "bob", { target: 3, options: [1, 2], replaces: [0] });
  await world.flow();
  world.server.publish(first);
  await world.flow();
  expect(poll(ada)).toEqual({
    options: [
      { text: "Mill", votes: 1, mine: true },
      { text: "Store", votes: 1, mine: false },
      { text: "Loom", votes: 1, mine: false },
    ],
    multiple: true,
    voters: 2,
  });
  say("poll.voted", "ada", { target: 3, options: [], replaces: [0] });
  await world.flow();
  expect(poll(ada)).toMatchObject({ options: [{ votes: 0, mine: false }, {}, {}], voters: 1 });
});

test("a vote that is in the page already is not counted again, and one that it replaces is taken away", async () => {
  const { world, say } = await asked();
  const bob = world.chat("bob");
  await world.flow();
  const wire = world.network.wires.at(-1);
  bob.openRoom("r1");
  wire?.deliverUp();
  // The page is from before these, and they arrive with it in one turn.
  say("poll.voted", "ada", { target: 3, options: [0] });
  say("poll.voted", "ada", { target: 3, options: [2], replaces: [0] });
  while ((wire?.toClient.length ?? 0) > 0) wire?.deliverDown();
  await world.flow();
  expect(poll(bob)).toMatchObject({ options: [{ votes: 0 }, { votes: 0 }, { votes: 1 }], voters: 1 });
});

test("a poll that has ended says so, an edit leaves it, and a deletion takes it away", async () => {
  const { world, ada, say } = await asked();
  say("poll.voted", "bob", { target: 3, options: [1] });
  say("poll.closed", "bob", { target: 3 });
  say("message.edited", "bob", { target: 3, text: "Where, then?" });
  await world.flow();
  expect(poll(ada)).toMatchObject({ closed: true, voters: 1 });
  say("message.deleted", "bob", { target: 3 });
  say("poll.voted", "bob", { target: 3, options: [0] });
  await world.flow();
  expect(poll(ada)).toBeUndefined();
});

test("my vote shows at once, and as before when the server refuses it", async () => {
  const { world, ada, say } = await asked();
  say("poll.voted", "ada", { target: 3, options: [0] });
  await world.flow();
  world.server.refuses = (type) =>
    type === "poll.vote" ? new Refusal({ code: "conflict" }) : undefined;
  const vote = ada.changeMessage("r1", 3, { type: "vote", options: [2] });
  const refusal = expect(vote).rejects.toBeInstanceOf(ParleyError);
  expect(shown(ada)).toMatchObject({
    options: [{ votes: 0, mine: false }, { votes: 0 }, { votes: 1, mine: true }],
    voters: 1,
  });
  await world.flow();
  await refusal;
  expect(shown(ada)).toMatchObject({ options: [{ votes: 1, mine: true }, {}, { votes: 0 }], voters: 1 });
});

test("a poll that I end has ended at once, and takes no vote of mine", async () => {
  const { world, ada, room } = await asked();
  world.server.changes = () => ({ seq: room.head + 1 });
  const done = [
    ada.changeMessage("r1", 3, { type: "close poll" }),
    ada.changeMessage("r1", 3, { type: "vote", options: [0] }),
  ];
  expect(shown(ada)).toMatchObject({ closed: true, voters: 0 });
  await world.flow();
  await Promise.all(done);
});

/** Ada has the room open in which Bob asks where to meet: the message at seq 3. */
async function asked() {
  const world = new World();
  const room = world.server.room("r1", ["ada", "bob"]);
  const ada = world.chat("ada");
  await world.flow();
  ada.openRoom("r1");
  await world.flow();
  const say = <T extends keyof DurableFacts>(type: T, by: string, data: DurableFacts[T]) => {
    const fact = room.append(type, by, data);
    world.server.publish(fact);
    return fact;
  };
  say("message.posted", "bob", {
    text: "Where?",
    number: 1,
    key: "k1",
    poll: { options: ["Mill", "Store", "Loom"], multiple: true },
  });
  await world.flow();
  return { world, room, ada, say };
}

function poll(chat: Chat) {
  return messagesIn(roomIn(chat, "r1"))[0]?.poll;
}

function shown(chat: Chat) {
  const item = shownTimeline(roomIn(chat, "r1")).items.find(({ kind }) => kind === "message");
  return item?.kind === "message" ? item.poll : undefined;
}
