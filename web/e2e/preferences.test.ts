import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Person } from "./harness/person.ts";
import { Stage } from "./harness/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage?.close());

async function settings({ page }: Person) {
  await page.getByRole("button", { name: "Settings" }).click();
  return page.getByRole("dialog", { name: "Settings" });
}

test("words of one's own stand out in what others write, and quiet hours are kept", async () => {
  const { ada, bob } = await stage.pairIn("Mill");
  const dialog = await settings(bob);
  await dialog.getByLabel("Words that call you").fill("Grist, first sack");
  await dialog.getByRole("switch", { name: "Quiet hours" }).check();
  await dialog.getByLabel("From").fill("21:30");
  await dialog.getByRole("checkbox", { name: "Sun" }).click();
  await dialog.getByRole("button", { name: "Save preferences" }).click();
  await dialog.getByText("Saved", { exact: true }).waitFor();
  await bob.page.keyboard.press("Escape");
  await ada.say("The first sack of gríst is here");
  const marked = bob.feed.locator("mark");
  await expect.poll(() => marked.allInnerTexts()).toEqual(["first sack", "gríst"]);
  await bob.feed.getByRole("article", { name: /has a word of yours/ }).waitFor();
  expect(await ada.feed.locator("mark").count()).toBe(0);

  await bob.page.reload();
  await settings(bob);
  await expect.poll(() => dialog.getByLabel("Words that call you").inputValue()).toBe("Grist, first sack");
  expect(await dialog.getByLabel("From").inputValue()).toBe("21:30");
  expect(await dialog.getByRole("checkbox", { name: "Sun" }).isChecked()).toBe(false);
  expect([...ada.complaints, ...bob.complaints]).toEqual([]);
});

test("keys of a single letter can be switched off on a device", async () => {
  const ada = await stage.person();
  await ada.signUp("Ada Lovelace");
  await ada.createRoom("Mill");
  await ada.say("Who mills?");
  await ada.sees("Who mills?");
  const dialog = await settings(ada);
  await dialog.getByRole("switch", { name: /^Single letters act/ }).uncheck();
  await ada.page.reload();
  const message = ada.messages("Who mills?");
  await message.focus();
  await ada.page.keyboard.press("r");
  await ada.page.keyboard.press("Enter");
  await ada.page.getByRole("menu", { name: "Message" }).waitFor();
  expect(await ada.page.getByRole("button", { name: "Do not reply" }).count()).toBe(0);
  expect(ada.complaints).toEqual([]);
});
