import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Person } from "./harness/person.ts";
import { Stage } from "./harness/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage?.close());

/** Chooses one of the things below the button beside Send. */
async function choose({ page }: Person, name: string) {
  await page.getByRole("button", { name: "Send later" }).click();
  await page.getByRole("dialog", { name: "Send later" }).getByRole("button", { name }).click();
}

const list = ({ page }: Person) => page.getByRole("dialog", { name: "Scheduled messages" });

test("a message waits for its time, in the list, until it is cancelled", async () => {
  const { ada } = await stage.pairIn("Later");
  await ada.composer.fill("Good morning, in a while");
  await choose(ada, "In 20 minutes");
  await expect.poll(() => ada.composer.inputValue()).toBe("");
  expect(await ada.messages("Good morning, in a while").count()).toBe(0);

  await choose(ada, "Scheduled messages");
  const row = list(ada).getByRole("listitem").filter({ hasText: "Good morning, in a while" });
  await row.getByText("Later", { exact: true }).waitFor();
  await row.getByRole("button", { name: "Cancel this message" }).click();
  await list(ada).getByText("Nothing waits to be sent.").waitFor();
  expect(ada.complaints).toEqual([]);
});

test("a time of one's own is kept", async () => {
  const { ada, bob } = await stage.pairIn("Own time");
  await bob.composer.fill("Tomorrow, at this time");
  await bob.page.getByRole("button", { name: "Send later" }).click();
  const soon = await bob.page.evaluate(() => {
    const at = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000 + 86_400_000);
    return at.toISOString().slice(0, 16);
  });
  await bob.page.getByLabel("Date and time").fill(soon);
  await bob.page.getByRole("button", { name: "Schedule", exact: true }).click();
  await expect.poll(() => bob.composer.inputValue()).toBe("");
  await choose(bob, "Scheduled messages");
  const time = list(bob).getByRole("time");
  expect((await time.getAttribute("datetime"))?.slice(0, 15)).toBe(new Date(`${soon}Z`).toISOString().slice(0, 15));
  expect(ada.complaints).toEqual([]);
  expect(bob.complaints).toEqual([]);
});
