import { describe, expect, it } from "vitest";
import { mayInvite, mayKeep, mayOwn, mayRestrain, maySeeDoors } from "../src/rooms/permissions.ts";

const room = (kind: "public" | "private" | "direct", role: "owner" | "moderator" | "member") => ({ kind, role });

describe("what a member is offered in a room", () => {
  it("follows their role", () => {
    expect([mayKeep, mayOwn, maySeeDoors].map((may) => may(room("public", "member")))).toEqual([false, false, false]);
    expect([mayKeep, mayOwn, maySeeDoors].map((may) => may(room("public", "moderator")))).toEqual([true, false, true]);
    expect([mayKeep, mayOwn, maySeeDoors].map((may) => may(room("public", "owner")))).toEqual([true, true, true]);
  });

  it("lets members bring others into public rooms only", () => {
    expect(mayInvite(room("public", "member"))).toBe(true);
    expect(mayInvite(room("private", "member"))).toBe(false);
    expect(mayInvite(room("private", "moderator"))).toBe(true);
    expect(mayInvite(room("direct", "owner"))).toBe(false);
  });

  it("reaches only those of a lower role", () => {
    expect(mayRestrain(room("public", "moderator"), "member")).toBe(true);
    expect(mayRestrain(room("public", "moderator"), "moderator")).toBe(false);
    expect(mayRestrain(room("public", "owner"), "moderator")).toBe(true);
    expect(mayRestrain(room("public", "owner"), "owner")).toBe(false);
  });

  it("ends with the room, but for what can be seen", () => {
    const archived = { ...room("public", "owner"), archived: true };
    expect([mayKeep, mayOwn, mayInvite].map((may) => may(archived))).toEqual([false, false, false]);
    expect(maySeeDoors(archived)).toBe(true);
  });
});
