import { describe, expect, it } from "vitest";
import { readingOf } from "../src/timeline/readers.ts";
import { buildRoom } from "./build-room.ts";

const message = (seq: number, by: string) =>
  ({ kind: "message", seq, number: seq, at: "2026-11-22T13:47:00Z", by, text: "x", key: `k${seq}`, asOf: seq }) as const;

function room(by: string, marks: Record<string, readonly [read: number, delivered: number]>) {
  return buildRoom({
    timeline: { items: [message(4, "bob"), message(7, by)], loaded: true, more: false, loading: "none" },
    receipts: new Map(Object.entries(marks).map(([user, [read, delivered]]) => [user, { read, delivered }])),
  });
}

function words(read: number, delivered: number) {
  return readingOf(direct(read, delivered), "ada");
}

function direct(read: number, delivered: number) {
  return { ...room("ada", { bob: [read, delivered] }), kind: "direct" as const, users: ["ada", "bob"] };
}

describe("below the last message", () => {
  it("stand those who have read it, without its writer and me", () => {
    const marks = { ada: [9, 9], bob: [9, 9], cleo: [7, 7], dee: [6, 9] } as const;
    expect(readingOf(room("bob", marks), "ada")).toEqual({ kind: "readers", users: ["cleo"] });
    expect(readingOf(room("bob", {}), "ada")).toBeUndefined();
  });

  it("stands how far mine has come in a conversation of two", () => {
    expect(words(4, 6)).toEqual({ kind: "state", words: "Sent" });
    expect(words(4, 7)).toEqual({ kind: "state", words: "Delivered" });
    expect(words(7, 7)).toEqual({ kind: "state", words: "Read" });
  });

  it("stands nothing while the end is not shown, or mine is on its way", () => {
    const outgoing = [{ key: "k9", text: "y", at: 0, status: { kind: "queued" } }] as const;
    expect(readingOf({ ...direct(7, 7), outgoing }, "ada")).toBeUndefined();
    const far = room("bob", { cleo: [7, 7] });
    expect(readingOf({ ...far, timeline: { ...far.timeline, newer: true } }, "ada")).toBeUndefined();
  });
});
