import { describe, expect, it } from "vitest";
import type { OutgoingMessage, TimelineItem } from "@parley/client";
import { rowsOf, type Row } from "../src/timeline/rows.ts";
import { buildRoom, said } from "./build-room.ts";

function rows(
  items: readonly TimelineItem[],
  { more = false, newAfter, outgoing = [] }: {
    more?: boolean;
    newAfter?: number;
    outgoing?: readonly OutgoingMessage[];
  } = {},
): readonly Row[] {
  const timeline = { items, loaded: true, more, loading: "none" } as const;
  return rowsOf({ room: buildRoom({ timeline, outgoing }), me: "me", newAfter });
}

function kinds(list: readonly Row[]): string[] {
  return list.map((row) => (row.kind === "message" ? (row.leads ? "turn" : "more") : row.kind));
}

describe("turns", () => {
  it("continue while the same author goes on within five minutes", () => {
    const list = rows([said(1, "a", "10:00"), said(2, "a", "10:04"), said(3, "a", "10:10")]);
    expect(kinds(list)).toEqual(["day", "turn", "more", "turn"]);
  });

  it("end when somebody else speaks or something happens in between", () => {
    const left = { type: "left", user: "b", reason: "left" } as const;
    const notice = { ...said(3, "b", "10:01"), kind: "notice", notice: left } as const;
    const list = rows([said(1, "a", "10:00"), said(2, "b", "10:00"), notice, said(4, "b", "10:02")]);
    expect(kinds(list)).toEqual(["day", "turn", "turn", "notice", "turn"]);
  });

  it("begin anew with the day", () => {
    const late = said(1, "a", "23:59");
    const early = { ...said(2, "a", "00:01"), at: new Date("2026-11-23T00:01:00").toISOString() };
    expect(kinds(rows([late, early]))).toEqual(["day", "turn", "day", "turn"]);
  });
});

describe("older messages", () => {
  const items = Array.from({ length: 12 }, (_, index) => said(index + 1, "a", `10:${10 + index}`));

  it("change no row that was drawn before they came", () => {
    const drawn = rows(items.slice(6), { more: true });
    const all = rows(items);
    expect(all.slice(-drawn.length)).toEqual(drawn);
  });

  it("leave nothing out once all are there", () => {
    expect(rows(items).filter(({ kind }) => kind === "message")).toHaveLength(12);
  });
});

describe("the unread line", () => {
  it("stands before the first message of others after what was read", () => {
    const list = rows([said(1, "a", "10:00"), said(2, "me", "10:01"), said(3, "a", "10:02")], {
      newAfter: 1,
    });
    expect(kinds(list)).toEqual(["day", "turn", "turn", "unread", "turn"]);
  });

  it("is not there while nothing is new", () => {
    expect(kinds(rows([said(1, "a", "10:00")], { newAfter: 1 }))).not.toContain("unread");
  });
});

describe("outgoing messages", () => {
  const at = Date.parse(said(0, "", "10:05").at);
  const outgoing = [{ key: "k9", text: "hello", at, status: { kind: "queued" } }] as const;

  it("stand after the log as mine", () => {
    const last = rows([said(1, "a", "10:00")], { outgoing }).at(-1);
    expect(last).toMatchObject({ kind: "message", by: "me", outgoingKey: "k9", leads: true });
  });

  it("keep their row when the log takes them over", () => {
    const before = rows([], { outgoing }).at(-1)?.key;
    const after = rows([said(9, "me", "10:05")]).at(-1)?.key;
    expect(after).toBe(before);
  });
});

describe("rows that say the same", () => {
  it("stay the same objects, so that they need not be drawn again", () => {
    const item = said(1, "a", "10:00");
    const first = rows([item]);
    const second = rows([item, said(2, "b", "10:01")]);
    expect(second[0]).toBe(first[0]);
    expect(second[1]).toBe(first[1]);
    expect(second).toHaveLength(3);
  });
});
