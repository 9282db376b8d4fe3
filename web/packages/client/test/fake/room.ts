import { openPoll } from "../../src/state/polls.ts";
import type {
  DurableEvent,
  DurableFacts,
  Message,
  RoomKind,
  RoomSummary,
  User,
} from "../../src/generated/protocol.ts";

const EPOCH_MS = Date.parse("2026-01-01T00:00:00.000Z");

/** A room as a server keeps it: a log, and everything else read off it. */
export class FakeRoom {
  readonly id: string;
  readonly kind: RoomKind;
  readonly name: string;
  readonly log: DurableEvent[] = [];
  readonly members = new Map<string, User>();
  readonly reads = new Map<string, number>();
  readonly mutes = new Map<string, string>();

  constructor(id: string, kind: RoomKind = "public", name = id) {
    this.id = id;
    this.kind = kind;
    this.name = name;
  }

  get head(): number {
    return this.log.length;
  }

  /** When its newest message was written, in milliseconds; 0 before the first. */
  get newest(): number {
    return Date.parse(this.messages().at(-1)?.at ?? "") || 0;
  }

  append<T extends keyof DurableFacts>(type: T, by: string, data: DurableFacts[T]): DurableEvent {
    const seq = this.head + 1;
    const at = new Date(EPOCH_MS + seq * 1000).toISOString();
    const fact = { type, room: this.id, seq, at, by, data } as DurableEvent;
    this.log.push(fact);
    return fact;
  }

  /** The next message; its author has read up to it. */
  post(by: string, text: string, key: string, kind: object = {}): DurableEvent {
    const life = this.expireSeconds;
    const end = EPOCH_MS + (this.head + 1 + life) * 1000;
    const expiry = life === 0 ? {} : { expiresAt: new Date(end).toISOString() };
    const fact = this.append("message.posted", by, { text, key, number: this.count() + 1, ...kind, ...expiry });
    this.reads.set(by, fact.seq);
    return fact;
  }

  posted(by: string, key: string): Message | undefined {
    return this.messages().find((message) => message.by === by && message.key === key);
  }

  /** How long its messages last, by its log; 0 for ever. */
  get expireSeconds(): number {
    const updates = this.log.flatMap(({ type, data }) => (type === "room.updated" ? [data.expireSeconds] : []));
    return updates.findLast((seconds) => seconds !== undefined) ?? 0;
  }

  messages(): Message[] {
    const expired = new Set(
      this.log.flatMap(({ type, data }) =>
        type === "message.deleted" && data.expired === true ? [data.target] : [],
      ),
    );
    return this.log.flatMap((fact): Message[] => {
      if (fact.type !== "message.posted") return [];
      const { poll, expiresAt, ...said } = fact.data;
      const asked = poll === undefined ? {} : { poll: openPoll(poll) };
      const { seq, at, by } = fact;
      if (expired.has(seq)) return [{ room: this.id, seq, at, by, ...said, text: "", deleted: true, expired: true }];
      const expiry = expiresAt === undefined ? {} : { expiresAt };
      return [{ room: this.id, seq, at, by, ...said, ...asked, ...expiry }];
    });
  }

  /** How many messages there are up to `seq`. */
  count(seq = this.head): number {
    return this.messages().filter((message) => message.seq <= seq).length;
  }

  read(user: string): number {
    return this.reads.get(user) ?? 0;
  }

  unread(user: string): number {
    return this.count() - this.count(this.read(user));
  }

  summary(user: string): RoomSummary {
    const last = this.messages().at(-1);
    const mutedUntil = this.mutes.get(user);
    return {
      id: this.id,
      kind: this.kind,
      name: this.name,
      role: "member",
      members: this.members.size,
      head: this.head,
      messages: this.count(),
      read: this.read(user),
      unread: this.unread(user),
      mentions: 0,
      notify: "all",
      ...(mutedUntil === undefined ? {} : { mutedUntil }),
      ...(this.expireSeconds === 0 ? {} : { expireSeconds: this.expireSeconds }),
      ...(last === undefined
        ? {}
        : { last: { seq: last.seq, by: last.by, text: last.text, at: last.at } }),
      ...(this.kind === "direct" ? { users: [...this.members.values()] } : {}),
    };
  }
}
