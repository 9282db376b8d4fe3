import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Stage } from "./harness/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage?.close());

test("a session that is ended from another window is signed out at once, and stays so", async () => {
  const [here, there] = await Promise.all([stage.person(), stage.person()]);
  await here.signUp("Ada Lovelace");
  await there.signInAs(here);
  await here.createRoom("Observatory");
  await there.open("Observatory");

  await here.page.getByRole("button", { name: "Settings" }).click();
  const settings = here.page.getByRole("dialog", { name: "Settings" });
  const others = settings.getByRole("button", { name: /^Sign out .+/ });
  await others.click();
  await there.page.getByText("This session was ended. Sign in again.").waitFor();
  expect(await there.conversations.count()).toBe(0);
  await others.waitFor({ state: "detached" });

  await there.page.reload();
  await there.page.getByRole("heading", { name: "Sign in to Parley" }).waitFor();
  await here.page.keyboard.press("Escape");
  await here.say("still signed in");
  await here.sees("still signed in");
  await there.signInAs(here);
  await there.open("Observatory");
  await there.sees("still signed in");
  expect([...here.complaints, ...there.complaints]).toEqual([]);
});
