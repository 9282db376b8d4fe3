import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Stage } from "./harness/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage?.close());

/** Ada at her desk, in two rooms, and signed in on her phone. */
async function twoDevices() {
  const desk = await stage.person();
  await desk.signUp("Ada Lovelace");
  await desk.createRoom("Bakery");
  await desk.createRoom("Mill");
  const phone = await stage.person();
  await phone.signInAs(desk);
  await phone.open("Mill");
  return { desk, phone };
}

test("what is begun at one device goes on at another, and is gone from both once sent", async () => {
  const { desk, phone } = await twoDevices();
  await desk.open("Bakery");
  await desk.say("For how long?");
  await desk.focusOn("For how long?");
  await desk.page.keyboard.press("r");
  await desk.composer.fill("Knead for");
  await desk.open("Mill");
  for (const { conversations } of [desk, phone]) {
    await conversations.getByRole("link", { name: "Bakery draft" }).waitFor();
  }
  await phone.open("Bakery");
  await expect.poll(() => phone.composer.inputValue()).toBe("Knead for");
  await phone.page.getByRole("button", { name: "Do not reply" }).waitFor();
  await phone.say("Knead for ten minutes");
  await phone.sees("Knead for ten minutes");
  await desk.conversations.getByRole("link", { name: "Bakery draft" }).waitFor({ state: "detached" });
  await desk.open("Bakery");
  expect(await desk.composer.inputValue()).toBe("");
  expect(await desk.page.getByRole("button", { name: "Do not reply" }).count()).toBe(0);
  expect([...desk.complaints, ...phone.complaints]).toEqual([]);
});

test("a draft of a thread survives a reload and a pause is enough for it to be kept", async () => {
  const { desk, phone } = await twoDevices();
  await desk.open("Mill");
  await desk.say("Who mills?");
  await desk.sees("Who mills?");
  const box = desk.page.getByRole("textbox", { name: "Reply in thread" });
  await desk.focusOn("Who mills?");
  await desk.page.keyboard.press("t");
  await box.fill("I do, on");
  await phone.open("Bakery");
  await phone.conversations.getByRole("link", { name: "Mill draft" }).waitFor();
  await desk.page.reload();
  await expect.poll(() => box.inputValue()).toBe("I do, on");
  expect([...desk.complaints, ...phone.complaints]).toEqual([]);
});
