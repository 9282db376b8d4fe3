import { describe, expect, it } from "vitest";
import { excerpt } from "../src/search/excerpt.ts";
import { understand } from "../src/search/search-query.ts";
import { buildRoom } from "./build-room.ts";

const ada = { id: "u1", username: "ada", displayName: "Ada Lovelace" };
const state = {
  me: ada,
  users: new Map([[ada.id, ada]]),
  rooms: new Map([
    ["r1", buildRoom({ id: "r1", name: "Release desk" })],
    ["r2", buildRoom({ id: "r2", name: "Web", alias: "web-client" })],
  ]),
};
const context = { state, here: "r2" };

describe("what stands in the search box", () => {
  it("is words and filters in any order", () => {
    expect(understand("drain in:release-desk  timeout from:@ada", context)).toEqual({
      kind: "search",
      search: { query: "drain timeout", room: "r1", by: "u1" },
    });
  });

  it("names rooms by alias, and the open one by here", () => {
    expect(understand("in:web-client jitter", context)).toMatchObject({ search: { room: "r2" } });
    expect(understand("in:here jitter", context)).toMatchObject({ search: { room: "r2" } });
  });

  it("takes days of the calendar here", () => {
    expect(understand("key before:2026-01-31 after:2026-01-01", context)).toMatchObject({
      search: {
        since: new Date("2026-01-01T00:00:00").toISOString(),
        until: new Date("2026-01-31T00:00:00").toISOString(),
      },
    });
  });

  it("says what it does not know", () => {
    expect(understand("key in:attic", context)).toMatchObject({ kind: "problem" });
    expect(understand("plan has:file", context)).toEqual({
      kind: "search",
      search: { query: "plan", hasFile: true },
    });
    expect(understand("plan has:legs", context)).toMatchObject({ kind: "problem" });
    expect(understand("key from:@nobody", context)).toMatchObject({ kind: "problem" });
    expect(understand("key before:yesterday", context)).toMatchObject({ kind: "problem" });
  });

  it("is nothing without words", () => {
    expect(understand(" in:here ", context)).toEqual({ kind: "nothing" });
  });

  it("leaves an address and a time alone", () => {
    expect(understand("https://example.org 12:30", context)).toMatchObject({
      search: { query: "https://example.org 12:30" },
    });
  });
});

describe("an excerpt", () => {
  it("marks what was found", () => {
    expect(excerpt("who has the key", [{ start: 12, end: 15 }])).toEqual([
      { text: "who has the ", isFound: false },
      { text: "key", isFound: true },
    ]);
  });

  it("begins shortly before what was found in a long text", () => {
    const text = `${"word ".repeat(100)}needle ${"word ".repeat(100)}`;
    const pieces = excerpt(text, [{ start: 500, end: 506 }]);
    expect(pieces.find(({ isFound }) => isFound)?.text).toBe("needle");
    expect(pieces[0]?.text).toBe("…");
    expect(pieces.map(({ text: piece }) => piece).join("").length).toBeLessThan(250);
  });
});
