import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Person } from "./harness/person.ts";
import { Stage } from "./harness/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage?.close());

/** Ada and Bob in a room of their own in which Ada has asked something. */
async function conversation(room: string, text: string) {
  const { ada, bob } = await stage.pairIn(room);
  await ada.say(text);
  await bob.sees(text);
  return { ada, bob };
}

const replies = ({ page }: Person) => page.getByRole("feed", { name: "Replies" });
const replyBox = ({ page }: Person) => page.getByRole("textbox", { name: "Reply in thread" });

async function openThread(person: Person, text: string) {
  const message = person.messages(text);
  await message.hover();
  await message.getByRole("button", { name: "Reply in thread" }).click();
  await replies(person).getByText(text, { exact: true }).waitFor();
}

async function replyInThread(person: Person, text: string) {
  await replyBox(person).fill(text);
  await replyBox(person).press("Enter");
  await replies(person).getByText(text, { exact: true }).waitFor();
}

test("a thread holds its replies apart from the room, and says below the message that they are there", async () => {
  const { ada, bob } = await conversation("Key question", "Who has the key?");
  await openThread(bob, "Who has the key?");
  await replyInThread(bob, "I have");
  const stem = ada.feed.getByRole("button", { name: /^1 reply/ });
  await stem.waitFor();
  expect(await ada.messages("I have").count()).toBe(0);
  await stem.click();
  await replies(ada).getByText("I have", { exact: true }).waitFor();
  await replyInThread(ada, "Bring it");
  await replies(bob).getByText("Bring it", { exact: true }).waitFor();

  await ada.page.getByRole("checkbox", { name: "Also post in Key question" }).check();
  await replyInThread(ada, "All of you: the key is found");
  await bob.sees("All of you: the key is found");
  expect(await bob.messages("Bring it").count()).toBe(0);

  await ada.page.getByRole("button", { name: "Close thread" }).click();
  await replies(ada).waitFor({ state: "detached" });
  expect(new URL(ada.page.url()).pathname).toMatch(/^\/rooms\/[^/]+$/);
  expect(ada.complaints).toEqual([]);
  expect(bob.complaints).toEqual([]);
});

test("a reply in a thread that I wrote in needs me, until I open the thread", async () => {
  const { ada, bob } = await conversation("Watch", "Who has the watch?");
  await openThread(bob, "Who has the watch?");
  await replyInThread(bob, "Me");
  await bob.openDirect(ada);
  await bob.composer.waitFor();
  await openThread(ada, "Who has the watch?");
  await replyInThread(ada, "Until when?");
  const needs = bob.conversations.getByRole("link", { name: /Watch.*in a thread of yours/ });
  await needs.click();
  await replies(bob).getByText("Until when?", { exact: true }).waitFor();
  await replies(bob).getByText("New", { exact: true }).waitFor();
  await needs.waitFor({ state: "detached" });
});

test("a reply shows what it answers, and a press leads there", async () => {
  const { ada, bob } = await conversation("Answers", "Tea or coffee?");
  const message = bob.messages("Tea or coffee?");
  await message.focus();
  await bob.page.keyboard.press("r");
  await bob.page.getByRole("button", { name: "Do not reply" }).waitFor();
  await bob.say("Tea");
  await bob.page.getByRole("button", { name: "Do not reply" }).waitFor({ state: "detached" });
  const answer = ada.messages("Tea");
  await answer.getByRole("button", { name: "Ada Tea or coffee?" }).click();
  await ada.page.locator("[aria-current=true][data-message]").getByText("Tea or coffee?").waitFor();
  const original = ada.messages("Tea or coffee?");
  await expect.poll(() => original.evaluate((element) => element === document.activeElement)).toBe(true);
});

test("on a phone a thread takes the room's place, and Back leads to the room", async () => {
  const { ada, bob } = await conversation("Pocket", "Is this thing on?");
  await bob.page.setViewportSize({ width: 375, height: 700 });
  await bob.focusOn("Is this thing on?");
  await bob.page.keyboard.press("t");
  await replyInThread(bob, "It is");
  expect(await bob.composer.isVisible()).toBe(false);
  await bob.page.goBack();
  await replies(bob).waitFor({ state: "detached" });
  await bob.composer.waitFor();
  await ada.feed.getByRole("button", { name: /^1 reply/ }).waitFor();
});
