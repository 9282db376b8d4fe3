import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Locator } from "playwright-core";
import { Stage } from "./harness/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage?.close());

const hasFocus = (element: Locator) =>
  expect.poll(() => element.evaluate((each) => each === document.activeElement)).toBe(true);

test("refusals are said in people's words, where they belong", async () => {
  const [ada, { page }] = await Promise.all([stage.person(), stage.person()]);
  await ada.signUp("Ada Lovelace");
  await page.goto("/");
  await page.getByLabel("Username").fill(ada.username);
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("The username or the password is wrong.").waitFor();

  await page.getByRole("button", { name: "Create an account" }).click();
  const username = page.getByLabel("Username");
  const password = page.getByLabel("Password", { exact: true });
  await username.fill("A!");
  await password.fill("short");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByText("Must be 3 to 32 of a-z, 0-9, '.', '_' and '-'.").waitFor();
  await hasFocus(username);
  await username.fill(ada.username);
  await page.getByText("Must be 3 to 32").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByText("Must be 8 to 128 characters.").waitFor();
  await hasFocus(password);
  await password.fill("correct horse battery");
  await password.press("Enter");
  await page.getByText("This name is taken: choose another.").waitFor();
  await hasFocus(username);
});

test("what is typed right after a shortcut or a press goes where it belongs", async () => {
  const ada = await stage.person();
  await ada.signUp("Ada Lovelace");
  await ada.composer.focus();
  await ada.page.keyboard.press("Control+k");
  await ada.page.keyboard.type("gen");
  expect(await ada.page.getByRole("combobox", { name: "Room or person" }).inputValue()).toBe("gen");
  expect(await ada.composer.inputValue()).toBe("");
  await ada.page.keyboard.press("Escape");
  await hasFocus(ada.composer);

  await ada.page.getByRole("button", { name: "Room details" }).click();
  await ada.page.getByRole("button", { name: "Add people" }).click();
  await ada.page.keyboard.type("bob");
  expect(await ada.page.getByRole("combobox", { name: "Add to this room" }).inputValue()).toBe("bob");
});

test("one dialog leads to another", async () => {
  const ada = await stage.person();
  await ada.signUp("Ada Lovelace");
  await ada.page.getByRole("button", { name: "Settings" }).click();
  await ada.page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await ada.page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await ada.page.getByRole("dialog", { name: "Settings" }).waitFor({ state: "detached" });
  await ada.page.keyboard.press("Escape");
  await ada.page.getByRole("dialog").waitFor({ state: "detached" });

  await ada.page.getByRole("button", { name: "Browse rooms" }).click();
  await ada.page.getByLabel("Find a room").fill("a room that nobody made");
  await ada.page.getByRole("button", { name: "Create one" }).click();
  await hasFocus(ada.page.getByRole("dialog", { name: "Create a room" }).getByLabel("Name", { exact: true }));
});

test("an answer that nobody waits for any more leads nowhere", async () => {
  const ada = await stage.person();
  await ada.signUp("Ada Lovelace");
  await ada.createRoom("Harbour");
  ada.cable.cut();
  await ada.conversations.getByRole("button", { name: "Create a room" }).click();
  const dialog = ada.page.getByRole("dialog", { name: "Create a room" });
  await dialog.getByLabel("Name", { exact: true }).fill("Lighthouse");
  await dialog.getByRole("button", { name: "Create room" }).click();
  await ada.page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  ada.cable.restore();
  await ada.conversations.getByRole("link", { name: "Lighthouse" }).waitFor();
  expect(await ada.page.getByRole("heading", { level: 1 }).innerText()).toBe("Harbour");
});

test("a new room's first steps lead to their forms, and the focus comes back from there", async () => {
  const { page, ...ada } = await newcomer("Ada Lovelace", "Observatory");
  await page.getByRole("button", { name: "Invite people" }).click();
  await hasFocus(page.getByRole("combobox", { name: "Add to this room" }));
  await page.getByRole("button", { name: "Close details" }).click();
  await hasFocus(page.getByRole("button", { name: "Room details" }));

  await page.getByRole("button", { name: "Set a topic" }).click();
  await hasFocus(page.getByLabel("Topic"));
  await page.keyboard.type("Stars");
  await page.keyboard.press("Enter");
  await hasFocus(page.getByRole("button", { name: "Edit" }));
  await page.getByRole("main").getByText("Stars", { exact: true }).waitFor();
  expect(ada.complaints).toEqual([]);
});

async function newcomer(name: string, room: string) {
  const person = await stage.person();
  await person.signUp(name);
  await person.createRoom(room);
  return { page: person.page, complaints: person.complaints };
}

test("undo takes a format away", async () => {
  const ada = await stage.person();
  await ada.signUp("Ada Lovelace");
  await ada.composer.fill("a word here");
  await ada.composer.evaluate((area) => (area as HTMLTextAreaElement).setSelectionRange(2, 6));
  await ada.page.keyboard.press("Control+b");
  expect(await ada.composer.inputValue()).toBe("a **word** here");
  await ada.page.keyboard.press("Control+z");
  expect(await ada.composer.inputValue()).toBe("a word here");
});
