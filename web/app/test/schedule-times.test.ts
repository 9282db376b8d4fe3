import { expect, test } from "vitest";
import { fieldTime, offeredTimes } from "../src/schedule/times.ts";

const labels = (now: Date) => offeredTimes(now).map(({ label }) => label);
const times = (now: Date) => offeredTimes(now).map(({ at }) => fieldTime(at));

test("it offers a while, tomorrow and Monday, in local time", () => {
  const wednesday = new Date(2026, 10, 25, 21, 50);
  expect(labels(wednesday)).toEqual(["In 20 minutes", "Tomorrow 9:00", "Monday 9:00"]);
  expect(times(wednesday)).toEqual(["2026-11-25T22:10", "2026-11-26T09:00", "2026-11-30T09:00"]);
});

test("on a Sunday tomorrow is Monday already, and on a Monday it is the next one", () => {
  expect(labels(new Date(2026, 10, 29, 12))).toEqual(["In 20 minutes", "Tomorrow 9:00"]);
  expect(times(new Date(2026, 10, 30, 8))[2]).toBe("2026-12-07T09:00");
});
