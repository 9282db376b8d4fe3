import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { violations } from "./harness/axe.ts";
import { type Mill, openMill } from "./harness/mill.ts";
import type { Person } from "./harness/person.ts";
import { Stage } from "./harness/stage.ts";

let stage: Stage;
let mill: Mill;

beforeAll(async () => {
  stage = await Stage.open();
  mill = await openMill();
});
afterEach(() => stage.clear());
afterAll(async () => {
  mill?.close();
  await stage?.close();
});

async function adaAtSea(): Promise<Person> {
  const ada = await stage.person();
  await ada.signUp("Ada Lovelace");
  await ada.createRoom("Harbour");
  await ada.say("Who sails?");
  await ada.sees("Who sails?");
  return ada;
}

/** Nothing is objected to here, by day or by night. */
async function isAccessible({ page }: Person): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }
}

test("polls, their dialog and what is wrong in it", async () => {
  const ada = await adaAtSea();
  await ada.page.getByRole("button", { name: "Attach" }).click();
  await ada.page.getByRole("menuitem", { name: "Poll" }).click();
  const dialog = ada.page.getByRole("dialog", { name: "Make a poll" });
  await dialog.getByLabel("Question").fill("Where to?");
  await dialog.getByRole("button", { name: "Send poll" }).click();
  await dialog.getByText("Give at least two options.").waitFor();
  await isAccessible(ada);
  await dialog.getByLabel("Option 1").fill("Holyhead");
  await dialog.getByLabel("Option 2").fill("Dublin");
  await dialog.getByRole("button", { name: "Send poll" }).click();
  await ada.page.getByRole("button", { name: "Dublin: 0 votes" }).click();
  await ada.page.getByRole("button", { name: "Dublin: 1 vote, with yours" }).waitFor();
  await isAccessible(ada);
});

test("what is sent later, and the list of it", async () => {
  const ada = await adaAtSea();
  await ada.composer.fill("Cast off");
  await ada.page.getByRole("button", { name: "Send later" }).click();
  const times = ada.page.getByRole("dialog", { name: "Send later" });
  await times.waitFor();
  await isAccessible(ada);
  await times.getByRole("button", { name: /^Tomorrow/ }).first().click();
  await ada.page.getByRole("button", { name: "Send later" }).click();
  await times.getByRole("button", { name: "Scheduled messages" }).click();
  await ada.page.getByRole("dialog", { name: "Scheduled messages" }).getByText("Cast off").waitFor();
  await isAccessible(ada);
});

test("slash commands, from the form to the answer", async () => {
  const ada = await adaAtSea();
  await ada.page.getByRole("button", { name: "Room details" }).click();
  const commands = ada.page.getByRole("region", { name: "Slash commands" });
  await commands.getByRole("button", { name: "New command" }).click();
  await commands.getByLabel("Name").fill("tide");
  await commands.getByLabel("URL").fill(mill.url);
  await commands.getByLabel("What it does").fill("When the tide turns");
  await isAccessible(ada);
  await commands.getByRole("button", { name: "Create command" }).click();
  await commands.getByText(/^whsec_/).waitFor();
  await isAccessible(ada);
  await ada.composer.pressSequentially("/");
  await ada.page.getByRole("option", { name: /^\/tide/ }).waitFor();
  await isAccessible(ada);
  mill.says({ response_type: "ephemeral", text: "At *four*" });
  await ada.say("/tide");
  await ada.page.getByRole("region", { name: "Answer of /tide" }).waitFor();
  await ada.say("/ebb");
  await ada.page.getByRole("button", { name: "Send as text" }).waitFor();
  await isAccessible(ada);
});
