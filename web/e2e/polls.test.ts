import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Person } from "./harness/person.ts";
import { Stage } from "./harness/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage?.close());

test("a poll is made, voted in by a press, and ended by its writer", async () => {
  const { ada, bob } = await stage.pairIn("Outings");
  await ask(ada, "Where do we meet?", ["The mill", "The store", "The loom"]);

  await bob.sees("Where do we meet?");
  const poll = bob.messages("Where do we meet?").getByRole("group", { name: "Poll" });
  await poll.getByRole("button", { name: "The mill: 0 votes" }).click();
  await option(ada, "The mill: 1 vote").waitFor();
  await option(ada, "The store: 0 votes").click();
  await poll.getByRole("button", { name: "The mill: 1 vote, with yours" }).waitFor();

  await poll.getByRole("button", { name: "The store: 1 vote" }).click();
  await option(ada, "The store: 2 votes, with yours").waitFor();
  await option(ada, "The mill: 0 votes").waitFor();
  await poll.getByText("2 people have voted").waitFor();
  await poll.getByRole("button", { name: "The store: 2 votes, with yours" }).click();
  await option(ada, "The store: 1 vote, with yours").waitFor();

  expect(await poll.getByRole("button", { name: "End poll" }).count()).toBe(0);
  await ada.page.getByRole("button", { name: "End poll" }).click();
  await poll.getByText("This poll has ended").waitFor();
  expect(await poll.getByRole("button").count()).toBe(0);
  await poll.getByRole("img", { name: "The store: 1 vote" }).waitFor();

  await bob.page.reload();
  await poll.getByText("This poll has ended").waitFor();
  await poll.getByText("1 person has voted").waitFor();
  expect(ada.complaints).toEqual([]);
  expect(bob.complaints).toEqual([]);
});

/** Makes a poll from the composer, after a press of Send with too little in the form. */
async function ask({ page }: Person, question: string, options: readonly string[]): Promise<void> {
  await page.getByRole("button", { name: "Attach" }).click();
  await page.getByRole("menuitem", { name: "Poll" }).click();
  const dialog = page.getByRole("dialog", { name: "Make a poll" });
  await dialog.getByLabel("Question").fill(question);
  await dialog.getByRole("button", { name: "Send poll" }).click();
  await dialog.getByText("Give at least two options.").waitFor();
  for (const [index, text] of options.entries()) {
    if (index > 1) await dialog.getByRole("button", { name: "Add an option" }).click();
    await dialog.getByLabel(`Option ${index + 1}`, { exact: true }).fill(text);
  }
  await dialog.getByRole("button", { name: "Send poll" }).click();
  await dialog.waitFor({ state: "detached" });
}

function option({ page }: Person, name: string) {
  return page.getByRole("button", { name, exact: true });
}
