export type { Chat, ChatOptions } from "./api.ts";
export type { Accounts, AccountsOptions, Fetch, Registration } from "./accounts.ts";
export { createAccounts } from "./accounts.ts";
export { createChat } from "./chat.ts";
export { ParleyError, refused } from "./errors.ts";
export type {
  Access,
  AccessSource,
  Cancel,
  Clock,
  OpenSocket,
  OutgoingStorage,
  Random,
  Socket,
  StoredMessage,
  StoredThread,
  ThreadStorage,
} from "./ports.ts";
export type {
  ChatState,
  Connection,
  Draft,
  EndReason,
  Instant,
  MessageChange,
  MessageItem,
  MessageKey,
  Notice,
  NoticeItem,
  OutgoingMessage,
  OutgoingStatus,
  PendingChange,
  Progress,
  Room,
  RoomChanges,
  RoomId,
  Thread,
  Threads,
  Timeline,
  TimelineItem,
  Typist,
  UserId,
} from "./state/state.ts";
export { draftPlace } from "./state/drafts.ts";
export { mentionsMe } from "./state/messages.ts";
export { myVote, openPoll } from "./state/polls.ts";
export { followsThread } from "./state/threads.ts";
export { shownTimeline } from "./state/timeline.ts";
export type {
  Ballot,
  Ban,
  Draft as KeptDraft,
  ErrorCode,
  FileInfo,
  Forwarded,
  Highlight,
  Hit,
  Hook,
  Invite,
  LastMessage,
  LeaveReason,
  Member,
  Message,
  NotifyLevel,
  Poll,
  PollOption,
  Outgoing,
  Preferences,
  Presence,
  PresenceState,
  QuietHours,
  Reaction,
  Replies,
  Report,
  Role,
  RoomKind,
  RoomSummary,
  Scheduled,
  SessionInfo,
  SignedIn,
  User,
  WireError,
} from "./generated/protocol.ts";
