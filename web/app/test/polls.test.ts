import type { Poll } from "@parley/client";
import { describe, expect, it } from "vitest";
import { ballotOf } from "../src/polls/ballot.ts";
import { pressed } from "../src/polls/poll-card.tsx";

function poll(multiple: boolean, mine: readonly number[]): Poll {
  const options = ["Mill", "Store", "Loom"].map((text, index) => ({ text, votes: 0, mine: mine.includes(index) }));
  return { options, multiple, voters: 0 };
}

describe("a press on an option", () => {
  it("votes for it alone where one is chosen, and takes the vote back", () => {
    expect(pressed(poll(false, []), 1)).toEqual([1]);
    expect(pressed(poll(false, [0]), 1)).toEqual([1]);
    expect(pressed(poll(false, [1]), 1)).toEqual([]);
  });

  it("takes it in or out where several are", () => {
    expect(pressed(poll(true, [2]), 0)).toEqual([0, 2]);
    expect(pressed(poll(true, [0, 2]), 2)).toEqual([0]);
  });
});

describe("the form of a poll", () => {
  it("needs a question and two different options; blank ones do not count", () => {
    const form = { question: "Where?", options: [" Mill ", "", "Store"], multiple: true };
    expect(ballotOf(form)).toEqual({ ballot: { options: ["Mill", "Store"], multiple: true } });
    expect(ballotOf({ ...form, multiple: false })).toEqual({ ballot: { options: ["Mill", "Store"] } });
    expect(ballotOf({ ...form, question: " " })).toMatchObject({ field: "question" });
    expect(ballotOf({ ...form, options: ["Mill", " "] })).toMatchObject({ field: "options" });
    expect(ballotOf({ ...form, options: ["Mill", "Mill "] })).toMatchObject({ field: "options" });
  });
});
