import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Person } from "./harness/person.ts";
import { Stage } from "./harness/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage?.close());

async function details({ page }: Person) {
  await page.getByRole("button", { name: "Room details" }).click();
  return page.getByRole("complementary", { name: "Room details" });
}

test("a reported message comes to those who keep order, who go to it and resolve the report", async () => {
  const { ada, bob } = await stage.pairIn("Market");
  await ada.say("Cheap watches");
  const message = bob.messages("Cheap watches");
  await message.hover();
  await message.getByRole("button", { name: "More" }).click();
  const panel = await details(ada);
  await message.getByRole("menuitem", { name: "Report" }).click();
  const dialog = bob.page.getByRole("dialog", { name: "Report message" });
  await dialog.getByLabel("What is wrong with it").fill("An advertisement");
  await dialog.getByRole("button", { name: "Report" }).click();
  await bob.page.getByText("Reported", { exact: true }).waitFor();

  const reports = panel.getByRole("region", { name: "Reports" });
  await reports.getByText("An advertisement").waitFor();
  await reports.getByText("Bob Kahn").waitFor();
  await reports.getByRole("link", { name: "Go to message" }).click();
  await ada.page.locator("[aria-current=true][data-message]").getByText("Cheap watches").waitFor();
  await details(ada);
  await reports.getByRole("button", { name: "Resolve" }).click();
  await reports.waitFor({ state: "detached" });
  const bobs = await details(bob);
  await bobs.getByText("Ada Lovelace").waitFor();
  expect(await bobs.getByRole("region", { name: "Incoming webhooks" }).count()).toBe(0);
  expect([...ada.complaints, ...bob.complaints]).toEqual([]);
});

test("what is posted to a webhook's address is said in the room, until it is deleted", async () => {
  const ada = await stage.person();
  await ada.signUp("Ada Lovelace");
  await ada.createRoom("Builds");
  const panel = await details(ada);
  const hooks = panel.getByRole("region", { name: "Incoming webhooks" });
  await hooks.getByRole("button", { name: "New address" }).click();
  await hooks.getByLabel("Name").fill("Builder");
  await hooks.getByRole("button", { name: "Create address" }).click();
  const address = new URL(await hooks.getByRole("group", { name: "Address of Builder" }).locator("code").innerText());
  const post = () =>
    fetch(new URL(address.pathname, stage.server.url), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text: "Build 7 is green" }),
    });
  expect((await post()).status).toBeLessThan(300);
  await ada.sees("Build 7 is green");
  await hooks.getByRole("button", { name: "Done" }).click();
  await hooks.getByRole("button", { name: "Delete Builder" }).click();
  await hooks.getByRole("button", { name: "Yes, delete Builder" }).click();
  await hooks.getByText("Builder", { exact: true }).waitFor({ state: "detached" });
  expect((await post()).ok).toBe(false);

  const outgoing = panel.getByRole("region", { name: "Outgoing webhooks" });
  await outgoing.getByRole("button", { name: "New webhook" }).click();
  await outgoing.getByLabel("URL").fill("ftp://nowhere");
  await outgoing.getByRole("button", { name: "Create webhook" }).click();
  await expect.poll(() => outgoing.getByLabel("URL").getAttribute("aria-invalid")).toBe("true");
  await outgoing.getByLabel("URL").fill("https://93.184.216.34/told");
  await outgoing.getByLabel("Only messages that begin with").fill("/deploy");
  await outgoing.getByRole("button", { name: "Create webhook" }).click();
  await outgoing.getByRole("group", { name: /^Secret/ }).getByText(/^whsec_/).waitFor();
  await outgoing.getByText("told of messages that begin with /deploy").waitFor();
  await outgoing.getByRole("button", { name: "Delete https://93.184.216.34/told" }).click();
  await outgoing.getByRole("button", { name: "Yes, delete https://93.184.216.34/told" }).click();
  await outgoing.getByText("told of messages").waitFor({ state: "detached" });
  expect(ada.complaints).toEqual([]);
});

test("a bot is made with a key that is shown once, gets another, and is deleted", async () => {
  const ada = await stage.person();
  await ada.signUp("Ada Lovelace");
  await ada.page.getByRole("button", { name: "Settings" }).click();
  await ada.page.getByRole("button", { name: "Bots", exact: true }).click();
  const dialog = ada.page.getByRole("dialog", { name: "Bots" });
  await dialog.getByText("You have no bots yet.").waitFor();
  await dialog.getByLabel("Name of a new bot").fill("Robot");
  await dialog.getByLabel("Username").fill(`robot.${process.pid}`);
  await dialog.getByRole("button", { name: "Create bot" }).click();
  const key = dialog.getByRole("group", { name: "Key of Robot" }).locator("code");
  const first = await key.innerText();
  const signsIn = async (token: string) => {
    const answer = await fetch(new URL("/v1/me", stage.server.url), { headers: { authorization: `Bearer ${token}` } });
    return answer.ok;
  };
  expect(await signsIn(first)).toBe(true);
  await dialog.getByRole("button", { name: "New key for Robot" }).click();
  await expect.poll(() => key.innerText()).not.toBe(first);
  expect(await signsIn(first)).toBe(false);
  await dialog.getByRole("button", { name: "Delete Robot" }).click();
  await dialog.getByRole("button", { name: "Yes, delete Robot" }).click();
  await dialog.getByText("You have no bots yet.").waitFor();
  expect(ada.complaints).toEqual([]);
});
