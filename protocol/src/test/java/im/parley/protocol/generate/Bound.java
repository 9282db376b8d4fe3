package im.parley.protocol.generate;

import java.util.List;
import java.util.Map;

/** What a command asks of a field beyond its type. The records check it; this states it. */
sealed interface Bound {

  /** Text of so many characters: Unicode code points. */
  record Length(int min, int max) implements Bound {}

  /** What comes after the slash of a slash command. */
  String SLASH_NAME = "^[a-z0-9][a-z0-9-]{0,31}$";

  /** Text of so many characters, all of the kind that the pattern allows. */
  record Word(int min, int max, String pattern) implements Bound {}

  /** One emoji, of so many code points at most, or nothing where that is allowed. */
  record Emoji(int min, int max) implements Bound {}

  /** A number from min to max. */
  record Range(long min, long max) implements Bound {}

  /** 0, or a number from min to max. */
  record ZeroOrRange(long min, long max) implements Bound {}

  /** A list of so many things. */
  record Items(int min, int max) implements Bound {}

  /** One of these words only. */
  record Words(List<String> words) implements Bound {}

  /**
   * The bounds of every command's fields, by {@code Record.field}. Tests hold the records to it.
   */
  Map<String, Bound> ALL =
      Map.ofEntries(
          Map.entry("Hello.token", new Length(1, 512)),
          Map.entry("Hello.epoch", new Length(0, 64)),
          Map.entry("Hello.client", new Length(1, 120)),
          Map.entry("RegisterAccount.username", new Word(3, 32, "^[a-z0-9._-]{3,32}$")),
          Map.entry("RegisterAccount.password", new Length(8, 128)),
          Map.entry("RegisterAccount.displayName", new Length(1, 64)),
          Map.entry("RegisterAccount.device", new Length(0, 120)),
          Map.entry("CreateSession.username", new Length(1, 64)),
          Map.entry("CreateSession.password", new Length(1, 128)),
          Map.entry("CreateSession.device", new Length(0, 120)),
          Map.entry("RefreshSession.refreshToken", new Length(1, 512)),
          Map.entry("UpdateMe.displayName", new Length(1, 64)),
          Map.entry("SearchUsers.query", new Length(0, 64)),
          Map.entry("SearchUsers.limit", new Range(1, 200)),
          Map.entry("CreateBot.username", new Word(3, 32, "^[a-z0-9._-]{3,32}$")),
          Map.entry("CreateBot.displayName", new Length(1, 64)),
          Map.entry("CreateRoom.kind", new Words(List.of("public", "private"))),
          Map.entry("CreateRoom.name", new Length(1, 80)),
          Map.entry("CreateRoom.alias", new Word(2, 40, "^[a-z0-9][a-z0-9-]{1,39}$")),
          Map.entry("CreateRoom.topic", new Length(0, 250)),
          Map.entry("ListRooms.limit", new Range(1, 200)),
          Map.entry("BrowseRooms.query", new Length(0, 64)),
          Map.entry("BrowseRooms.limit", new Range(1, 200)),
          Map.entry("UpdateRoom.name", new Length(1, 80)),
          Map.entry("UpdateRoom.alias", new Word(0, 40, "^([a-z0-9][a-z0-9-]{1,39})?$")),
          Map.entry("UpdateRoom.topic", new Length(0, 250)),
          Map.entry("UpdateRoom.slowModeSeconds", new Range(0, 3600)),
          Map.entry("UpdateRoom.expireSeconds", new ZeroOrRange(5, 31_536_000)),
          Map.entry("ListBans.limit", new Range(1, 200)),
          Map.entry("CreateInvite.uses", new Range(1, 1000)),
          Map.entry("RevokeInvite.code", new Length(1, 40)),
          Map.entry("AcceptInvite.code", new Length(1, 40)),
          Map.entry("ReportMessage.target", new Range(1, Long.MAX_VALUE)),
          Map.entry("ReportMessage.reason", new Length(1, 500)),
          Map.entry("ListReports.after", new Range(0, Long.MAX_VALUE)),
          Map.entry("ListReports.limit", new Range(1, 200)),
          Map.entry("ResolveReport.report", new Range(0, Long.MAX_VALUE)),
          Map.entry("CreateHook.name", new Length(1, 64)),
          Map.entry("CreateOutgoing.url", new Length(1, 2000)),
          Map.entry("CreateOutgoing.events", new Items(0, 14)),
          Map.entry("CreateOutgoing.keywords", new Items(0, 20)),
          Map.entry("CreateSlashCommand.name", new Word(1, 32, SLASH_NAME)),
          Map.entry("CreateSlashCommand.url", new Length(1, 2000)),
          Map.entry("CreateSlashCommand.description", new Length(0, 200)),
          Map.entry("DeleteSlashCommand.name", new Word(1, 32, SLASH_NAME)),
          Map.entry("RunSlashCommand.name", new Word(1, 32, SLASH_NAME)),
          Map.entry("RunSlashCommand.text", new Length(0, 8000)),
          Map.entry("DeleteOutgoing.outgoing", new Range(0, Long.MAX_VALUE)),
          Map.entry("ListMembers.limit", new Range(1, 200)),
          Map.entry("OpenDirect.users", new Items(1, 8)),
          Map.entry("SendMessage.text", new Length(0, 8000)),
          Map.entry("SendMessage.replyTo", new Range(1, Long.MAX_VALUE)),
          Map.entry("SendMessage.thread", new Range(1, Long.MAX_VALUE)),
          Map.entry("SendMessage.attachments", new Items(0, 10)),
          Map.entry("ForwardMessage.target", new Range(1, Long.MAX_VALUE)),
          Map.entry("ScheduleMessage.text", new Length(0, 8000)),
          Map.entry("ScheduleMessage.replyTo", new Range(1, Long.MAX_VALUE)),
          Map.entry("ScheduleMessage.thread", new Range(1, Long.MAX_VALUE)),
          Map.entry("ScheduleMessage.attachments", new Items(0, 10)),
          Map.entry("CancelScheduled.scheduled", new Range(0, Long.MAX_VALUE)),
          Map.entry("SetDraft.text", new Length(0, 8000)),
          Map.entry("SetDraft.thread", new Range(1, Long.MAX_VALUE)),
          Map.entry("SetDraft.replyTo", new Range(1, Long.MAX_VALUE)),
          Map.entry("ListDrafts.afterThread", new Range(0, Long.MAX_VALUE)),
          Map.entry("ListDrafts.limit", new Range(1, 200)),
          Map.entry("EditMessage.target", new Range(1, Long.MAX_VALUE)),
          Map.entry("EditMessage.text", new Length(1, 8000)),
          Map.entry("DeleteMessage.target", new Range(1, Long.MAX_VALUE)),
          Map.entry("GetThread.target", new Range(1, Long.MAX_VALUE)),
          Map.entry("GetThread.after", new Range(0, Long.MAX_VALUE)),
          Map.entry("GetThread.limit", new Range(1, 200)),
          Map.entry("AddReaction.target", new Range(1, Long.MAX_VALUE)),
          Map.entry("SetPresence.emoji", new Emoji(0, 16)),
          Map.entry("AddReaction.emoji", new Emoji(1, 16)),
          Map.entry("RemoveReaction.target", new Range(1, Long.MAX_VALUE)),
          Map.entry("RemoveReaction.emoji", new Emoji(1, 16)),
          Map.entry("VotePoll.target", new Range(1, Long.MAX_VALUE)),
          Map.entry("VotePoll.options", new Items(0, 10)),
          Map.entry("ClosePoll.target", new Range(1, Long.MAX_VALUE)),
          Map.entry("AddPin.target", new Range(1, Long.MAX_VALUE)),
          Map.entry("RemovePin.target", new Range(1, Long.MAX_VALUE)),
          Map.entry("GetHistory.before", new Range(0, Long.MAX_VALUE)),
          Map.entry("GetHistory.after", new Range(0, Long.MAX_VALUE)),
          Map.entry("GetHistory.around", new Range(0, Long.MAX_VALUE)),
          Map.entry("GetHistory.limit", new Range(1, 200)),
          Map.entry("ListEvents.after", new Range(0, Long.MAX_VALUE)),
          Map.entry("ListEvents.limit", new Range(1, 200)),
          Map.entry("MarkRead.seq", new Range(0, Long.MAX_VALUE)),
          Map.entry("MarkDelivered.seq", new Range(0, Long.MAX_VALUE)),
          Map.entry("ListReceipts.target", new Range(0, Long.MAX_VALUE)),
          Map.entry("ListReceipts.limit", new Range(1, 200)),
          Map.entry("SetPresence.state", new Words(List.of("online", "away", "dnd", "invisible"))),
          Map.entry("SetPresence.text", new Length(0, 100)),
          Map.entry("SearchMessages.query", new Length(1, 200)),
          Map.entry("SearchMessages.limit", new Range(1, 200)),
          Map.entry("SearchMessages.after", new Length(1, 40)),
          Map.entry("WatchPresence.users", new Items(0, 500)),
          Map.entry("SetPreferences.keywords", new Items(0, 20)),
          Map.entry("SubscribePush.endpoint", new Length(1, 1000)),
          Map.entry("SubscribePush.p256dh", new Length(1, 120)),
          Map.entry("SubscribePush.auth", new Length(1, 40)),
          Map.entry("UnsubscribePush.subscription", new Length(1, 40)));
}
