import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { hostileTexts } from "./harness/hostile.ts";
import { Stage } from "./harness/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage?.close());

test("what a page must not do is noticed", async () => {
  const stranger = await stage.person();
  await stranger.page.goto("/");
  await stranger.page.evaluate(() => {
    const pixel = document.createElement("img");
    pixel.src = "https://evil.example/pixel.png";
    document.body.append(pixel);
    try {
      pixel.setAttribute("onerror", "globalThis.hacked = true");
    } catch {
      // Trusted Types refuse it and tell.
    }
  });
  await expect.poll(() => stranger.complaints.filter((what) => what.startsWith("CSP: "))).toHaveLength(2);
  expect(await stranger.page.evaluate(() => (globalThis as { hacked?: boolean }).hacked)).toBeUndefined();
});

test("hostile texts and names are shown as they are and do nothing", async () => {
  const [mallory, bob] = await Promise.all([stage.person(), stage.person()]);
  await mallory.signUp(`<img src=x onerror=alert(1)>`);
  await bob.signUp("Bob Kahn");
  await mallory.createRoom(`"><svg onload=alert(2)>`);
  await bob.joinRoom(`"><svg onload=alert(2)>`);
  for (const text of hostileTexts) await mallory.say(text);
  await mallory.say("that was all");

  for (const person of [mallory, bob]) {
    await person.sees("that was all");
    expect(await person.page.locator("main script, main iframe, main object, main embed").count()).toBe(0);
    expect(await person.page.locator("main [onerror], main [onload], main [onclick]").count()).toBe(0);
    expect(await person.page.locator("main img[src=x], main [style*=expression]").count()).toBe(0);
    const targets = await person.page
      .locator("a[href]")
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).protocol));
    expect(targets.filter((protocol) => !["http:", "https:", "mailto:"].includes(protocol))).toEqual([]);
    expect(person.complaints).toEqual([]);
    expect(await person.page.evaluate(() => (globalThis as { hacked?: boolean }).hacked)).toBeUndefined();
  }
});
