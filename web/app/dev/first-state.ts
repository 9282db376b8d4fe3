import type { ChatState, Room } from "@parley/client";
import { at, direct, idOf, newAfter, people, presences, room } from "./content.ts";

/** The made-up state: one room or conversation for everything that the sidebar can show. */
export function firstState(): ChatState {
  const rooms = [...loud(), ...quiet()];
  return {
    connection: { kind: "live" },
    me: people[0],
    rooms: new Map(rooms.map((each) => [each.id, each])),
    roomsKnown: true,
    drafts: new Map(),
    preferences: { keywords: ["canary"] },
    presences: new Map(presences.map((one) => [one.user, one])),
    scheduleChanges: 0,
    users: new Map(people.map((user) => [user.id, user])),
  };
}

function loud(): Room[] {
  return [
    heard(direct("d1", "tomasz"), 2, "tomasz", "13:58", "can you sign the cutover sheet?"),
    heard(
      room("oncall", "On-call handover", { kind: "private", mentions: 1 }),
      3,
      "noor",
      "13:41",
      "who holds the pager on Saturday?",
    ),
    heard(direct("d2", "maja", "ama"), 4, "maja", "12:20", "Retry budget for **uploads** is right"),
    heard(releaseDesk(), 4, "rob", "13:54", "Updated the sign-off sheet with the **new step**."),
    heard(room("timetable", "Timetable data"), 18, "rob", "13:40", "fine"),
    heard(room("web", "Web client"), 31, "leila", "13:30", "fine"),
    heard(room("hiring", "Hiring: platform", { kind: "private" }), 8, "leila", "13:10", "ok"),
  ];
}

function quiet(): Room[] {
  return [
    room("announcements", "Announcements"),
    room("crossings", "Crossings & berths"),
    room("critique", "Design critique"),
    room("robots", "Build robots", { notify: "none", unread: 120 }),
    room("empty", "Empty quay", {
      messages: 0,
      role: "owner",
      timeline: { items: [], loaded: true, more: false, loading: "none" },
    }),
    direct("p1", "ama"),
    direct("p2", "jun"),
    direct("p3", "leila", "rob"),
    direct("p4", "dee"),
  ];
}

const allRead = { read: 309, delivered: 309 };

function releaseDesk(): Room {
  return room("release", "Release desk", {
    topic: "4.12 cutover today at 16:00 UTC. Runbook and sign-offs are pinned.",
    role: "owner",
    read: newAfter,
    readNumber: newAfter,
    messages: 309,
    lastSeq: 309,
    receipts: new Map(["tomasz", "ama", "maja", "noor", "jun", "leila"].map((each) => [idOf(each), allRead])),
    threads: { news: new Map([[304, 2]]), chosen: new Map() },
  });
}

/** The room with unread messages, of which the last is this one. */
function heard(before: Room, unread: number, by: string, time: string, text: string): Room {
  return { ...before, unread, last: { seq: before.lastSeq, by: idOf(by), at: at(time), text } };
}
