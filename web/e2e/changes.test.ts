import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Stage } from "./harness/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage?.close());

/** Ada and Bob in a room of their own in which Ada has said something. */
async function conversation(room: string, text: string) {
  const { ada, bob } = await stage.pairIn(room);
  await ada.say(text);
  await bob.sees(text);
  return { ada, bob };
}

test("Up in an empty box edits one's last message, for everyone", async () => {
  const { ada, bob } = await conversation("Questions", "Shall we begn?");
  await ada.composer.press("ArrowUp");
  const editor = ada.page.getByRole("textbox", { name: "Edit message" });
  await editor.fill("Shall we begin?");
  await editor.press("Enter");
  await bob.sees("Shall we begin?");
  await bob.page.getByText("Edited").waitFor();
  expect(await bob.messages("Shall we begn?").count()).toBe(0);
});

test("a deleted message leaves a tombstone on both sides", async () => {
  const { ada, bob } = await conversation("Regrets", "Not for you");
  const message = ada.messages("Not for you");
  await message.hover();
  await message.getByRole("button", { name: "More" }).click();
  await message.getByRole("menuitem", { name: "Delete" }).click();
  await message.getByRole("menuitem", { name: "Yes, delete" }).click();
  await bob.sees("This message was deleted.");
  await ada.sees("This message was deleted.");
  expect(await bob.messages("Not for you").count()).toBe(0);
});

test("a reaction is counted on both sides and taken back by a second press", async () => {
  const { ada, bob } = await conversation("Successes", "It runs");
  const message = bob.messages("It runs");
  await message.hover();
  await message.getByRole("button", { name: "React" }).click();
  await bob.page.getByRole("searchbox", { name: "Search emoji" }).fill("party");
  await bob.page.getByRole("button", { name: "party popper" }).click();
  const chip = ada.messages("It runs").getByRole("button", { name: "🎉 1" });
  await chip.waitFor();
  await message.getByRole("button", { name: "🎉 1, with yours" }).click();
  await chip.waitFor({ state: "detached" });
});

test("a message is forwarded to a room that is found by its name", async () => {
  const { ada, bob } = await conversation("Bakery", "Knead for ten minutes");
  await bob.createRoom("Bread club");
  await bob.open("Bakery");
  const message = bob.messages("Knead for ten minutes");
  await message.hover();
  await message.getByRole("button", { name: "More" }).click();
  await message.getByRole("menuitem", { name: "Forward" }).click();
  const dialog = bob.page.getByRole("dialog", { name: "Forward message" });
  await dialog.getByText("Knead for ten minutes").waitFor();
  await dialog.getByRole("combobox", { name: "Forward to" }).fill("bread");
  await dialog.getByRole("option", { name: "Bread club" }).waitFor();
  await bob.page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  await bob.page.getByText("Forwarded", { exact: true }).waitFor();
  await bob.open("Bread club");
  await bob.sees("Knead for ten minutes");
  await bob.page.getByText("Forwarded from Ada Lovelace").waitFor();
  expect([...ada.complaints, ...bob.complaints]).toEqual([]);
});

test("a saved message is kept in a room of one's own, under its writer's name", async () => {
  const { ada, bob } = await conversation("Recipes", "Two parts water");
  const message = bob.messages("Two parts water");
  await message.hover();
  await message.getByRole("button", { name: "More" }).click();
  await message.getByRole("menuitem", { name: "Save" }).click();
  await bob.page.getByText("Saved", { exact: true }).waitFor();
  await bob.open("Saved messages");
  await bob.sees("Two parts water");
  await bob.page.getByText("Forwarded from Ada Lovelace").waitFor();
  expect(await ada.page.getByText("Saved messages").count()).toBe(0);
});
