import { expect, test } from "vitest";
import { KeySource } from "../src/keys.ts";
import { FakeClock, seeded } from "./fake/clock.ts";

test("keys are UUIDv7 in the order in which they are made, and never the same", async () => {
  const clock = new FakeClock();
  const source = new KeySource(clock, seeded(3));
  const keys: string[] = [];
  for (let n = 0; n < 10_000; n += 1) {
    keys.push(source.next());
    if (n % 5000 === 0) await clock.pass(1);
  }
  for (const key of keys) {
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toEqual(keys.toSorted());
});
