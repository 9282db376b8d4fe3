import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
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

test("a slash command is made, completed, and carried out for one alone and for everyone", async () => {
  const { ada, bob } = await stage.pairIn("Looms");
  await makeCommand(ada);

  await bob.composer.pressSequentially("/we");
  const options = bob.page.getByRole("listbox", { name: "Suggestions" });
  await options.getByRole("option", { name: "/weave Weaves a number" }).waitFor();
  await bob.composer.press("Enter");
  await expect.poll(() => bob.composer.inputValue()).toBe("/weave ");
  mill.says({ response_type: "ephemeral", text: "Woven *well*" });
  await bob.composer.pressSequentially("1842");
  await bob.composer.press("Enter");
  const note = bob.page.getByRole("region", { name: "Answer of /weave" });
  await note.getByText("Woven well").waitFor();
  await note.getByText("Only you see this").waitFor();
  expect(await bob.composer.inputValue()).toBe("");
  expect(mill.asked).toEqual(["/weave 1842"]);

  mill.says({ response_type: "in_channel", text: "The mill weaves" });
  await bob.composer.pressSequentially("/weave");
  await options.waitFor();
  await bob.composer.press("Enter");
  await Promise.all([ada.sees("The mill weaves"), bob.sees("The mill weaves")]);
  expect(await ada.page.getByText("Woven").count()).toBe(0);
  await note.getByRole("button", { name: "Dismiss the answer of /weave" }).click();
  await note.waitFor({ state: "detached" });
  await expect.poll(() => bob.composer.evaluate((box) => box === document.activeElement)).toBe(true);
  expect([...ada.complaints, ...bob.complaints]).toEqual([]);
});

test("what is no command says so, and can be sent as a text", async () => {
  const { ada, bob } = await stage.pairIn("Sheds");
  await bob.say("/spin 7");
  const problem = bob.page.getByRole("alert").filter({ hasText: "There is no command /spin in this room" });
  await problem.waitFor();
  expect(await bob.composer.inputValue()).toBe("/spin 7");
  await problem.getByRole("button", { name: "Send as text" }).click();
  await ada.sees("/spin 7");
  expect(await bob.composer.inputValue()).toBe("");
  await bob.say("//spin 8");
  await ada.sees("/spin 8");
  await bob.say("/etc/hosts");
  await ada.sees("/etc/hosts");
  expect([...ada.complaints, ...bob.complaints]).toEqual([]);
});

/** Makes /weave in the details of the room; its secret is shown once. */
async function makeCommand({ page }: Person): Promise<void> {
  await page.getByRole("button", { name: "Room details" }).click();
  const commands = page.getByRole("region", { name: "Slash commands" });
  await commands.getByRole("button", { name: "New command" }).click();
  await commands.getByLabel("Name").fill("two words");
  await commands.getByLabel("URL").fill(mill.url);
  await commands.getByLabel("What it does").fill("Weaves a number");
  await commands.getByRole("button", { name: "Create command" }).click();
  await expect.poll(() => commands.getByLabel("Name").getAttribute("aria-invalid")).toBe("true");
  await commands.getByLabel("Name").fill("/weave");
  await commands.getByRole("button", { name: "Create command" }).click();
  await commands.getByRole("group", { name: /^Secret/ }).getByText(/^whsec_/).waitFor();
  await commands.getByRole("button", { name: "Done" }).click();
  await commands.getByText("Weaves a number").waitFor();
  expect(await commands.getByText(/^whsec_/).count()).toBe(0);
}
