import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { KeptDraft } from "@parley/client";
import type { Database, StoredDraft } from "../src/storage/database.ts";
import { createDrafts } from "../src/storage/drafts.ts";
import { meet } from "../src/storage/meet-drafts.ts";

const at = Date.parse("2026-11-25T12:00:00.000Z");
const kept = (text: string, later = 0): KeptDraft => ({ room: "r1", text, at: new Date(at + later).toISOString() });

describe("two drafts of a place", () => {
  it("are one where they say the same", () => {
    expect(meet({ text: "a", at, told: true }, kept("a")).kind).toBe("same");
    expect(meet({ text: "a", at, told: false }, kept("a"))).toMatchObject({ kind: "take", draft: { told: true } });
  });

  it("are settled by the newer one", () => {
    expect(meet({ text: "mine", at: at + 5, told: false }, kept("theirs")).kind).toBe("tell");
    expect(meet({ text: "mine", at: at - 5, told: false }, kept("theirs"))).toMatchObject({
      kind: "take",
      draft: { text: "theirs", told: true },
    });
  });

  it("are settled by the server where it knew this device's", () => {
    expect(meet({ text: "mine", at: at + 5, told: true }, kept("theirs")).kind).toBe("take");
    expect(meet({ text: "mine", at, told: true }, undefined)).toMatchObject({ kind: "take", draft: { text: "" } });
  });

  it("are two where they answer different messages", () => {
    const local = { text: "a", replyTo: 4, at: at - 5, told: true };
    expect(meet(local, { ...kept("a"), replyTo: 4 }).kind).toBe("same");
    expect(meet(local, { ...kept("a"), replyTo: 7 })).toMatchObject({ kind: "take", draft: { replyTo: 7 } });
    expect(meet({ text: "", replyTo: 4, at, told: true }, undefined).kind).toBe("same");
  });

  it("do not lose what the server was never told of", () => {
    expect(meet({ text: "mine", at, told: false }, undefined).kind).toBe("tell");
  });
});

/** A database that keeps drafts in memory, and what the server was told. */
function desk(left: readonly StoredDraft[] = []) {
  const stored = new Map(left.map((draft) => [draft.room, draft]));
  const told: string[] = [];
  const database = {
    getAllFromIndex: async () => [...stored.values()],
    put: async (_: string, draft: StoredDraft) => stored.set(draft.room, draft),
    delete: async (_: string, [, room]: [string, string]) => stored.delete(room),
  } as unknown as Database;
  const drafts = createDrafts(Promise.resolve(database), {
    setDraft: async ({ room, thread, text, replyTo }) => {
      const answered = replyTo === undefined ? "" : ` to ${replyTo}`;
      told.push(`${room}${thread === undefined ? "" : `/${thread}`}${answered}: ${text}`);
    },
  });
  return { drafts, stored, told };
}

describe("drafts", () => {
  beforeEach(() => void vi.useFakeTimers({ now: at }));
  afterEach(() => void vi.useRealTimers());

  it("are told after a pause, not at each key", async () => {
    const { drafts, told } = desk();
    drafts.follow(new Map());
    for (const text of ["t", "tw", "two"]) {
      drafts.write({ room: "r1" }, text);
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toEqual(["r1: two"]);
    expect([...drafts.rooms.value]).toEqual(["r1"]);
  });

  it("are told at once when their place is left, and no more when nothing was ever told", async () => {
    const { drafts, told } = desk();
    drafts.follow(new Map());
    drafts.write({ room: "r1", thread: 3 }, "two");
    drafts.leave({ room: "r1", thread: 3 });
    await vi.advanceTimersByTimeAsync(5000);
    drafts.write({ room: "r2" }, "sent at once");
    drafts.write({ room: "r2" }, "");
    drafts.leave({ room: "r2" });
    await vi.advanceTimersByTimeAsync(5000);
    expect(told).toEqual(["r1/3: two"]);
    expect([...drafts.rooms.value]).toEqual(["r1"]);
  });

  it("go from the server once sent", async () => {
    const { drafts, stored, told } = desk();
    drafts.follow(new Map([["r1", kept("two")]]));
    await vi.advanceTimersByTimeAsync(0);
    expect(drafts.text({ room: "r1" }).value).toBe("two");
    await vi.advanceTimersByTimeAsync(10);
    drafts.write({ room: "r1" }, "");
    drafts.leave({ room: "r1" });
    await vi.advanceTimersByTimeAsync(5000);
    expect(told).toEqual(["r1: "]);
    expect(stored.size).toBe(0);
  });

  it("tell what they answer, as soon as they say something", async () => {
    const { drafts, stored, told } = desk();
    void drafts.load("ada");
    drafts.follow(new Map([["r2", { room: "r2", text: "so?", replyTo: 9, at: new Date(at).toISOString() }]]));
    await vi.advanceTimersByTimeAsync(0);
    expect(drafts.replyTo({ room: "r2" }).value).toBe(9);
    drafts.answer({ room: "r1" }, 4);
    await vi.advanceTimersByTimeAsync(5000);
    drafts.write({ room: "r1" }, "yes");
    await vi.advanceTimersByTimeAsync(5000);
    drafts.answer({ room: "r1" }, undefined);
    await vi.advanceTimersByTimeAsync(5000);
    expect(told).toEqual(["r1 to 4: yes", "r1: yes"]);
    expect(stored.get("r2")).toMatchObject({ text: "so?", replyTo: 9 });
  });

  it("of an earlier visit meet what the server keeps", async () => {
    const { drafts, told } = desk([
      { user: "ada", room: "r1", text: "older", at: at - 10, told: false },
      { user: "ada", room: "r2", text: "known", at, told: true },
      { user: "ada", room: "r3", text: "not told", at, told: false },
    ]);
    void drafts.load("ada");
    drafts.follow(new Map([["r1", kept("newer")]]));
    await vi.advanceTimersByTimeAsync(5000);
    const texts = ["r1", "r2", "r3"].map((room) => drafts.text({ room }).value);
    expect(texts).toEqual(["newer", "", "not told"]);
    expect(told).toEqual(["r3: not told"]);
  });
});
