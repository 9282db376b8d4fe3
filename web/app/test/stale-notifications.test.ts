import { expect, it } from "vitest";
import { closeStale } from "../src/notifications/stale.ts";
import { buildRoom } from "./build-room.ts";

it("closes what was read or deleted, and nothing else", async () => {
  const closed: unknown[] = [];
  const shown = [
    { room: "read", seq: 4 },
    { room: "unread", seq: 5 },
    { room: "deleted", seq: 5 },
    { room: "of somebody else", seq: 1 },
    undefined,
  ].map((data) => ({ data, close: () => closed.push(data?.room) }) as unknown as Notification);
  const deleted = { kind: "message", seq: 5, deleted: true } as never;
  const rooms = new Map(
    [
      buildRoom({ id: "read", read: 4 }),
      buildRoom({ id: "unread", read: 4 }),
      buildRoom({ id: "deleted", read: 4, timeline: { items: [deleted], loaded: true, more: false, loading: "none" } }),
    ].map((room) => [room.id, room]),
  );
  await closeStale({ getNotifications: async () => shown }, rooms);
  expect(closed).toEqual(["read", "deleted"]);
});
