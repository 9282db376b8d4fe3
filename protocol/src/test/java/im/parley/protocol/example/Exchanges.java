package im.parley.protocol.example;

import static im.parley.protocol.example.People.ADA;
import static im.parley.protocol.example.People.DEVICE;
import static im.parley.protocol.example.People.DIRECT;
import static im.parley.protocol.example.People.DIRECT_ID;
import static im.parley.protocol.example.People.GRACE;
import static im.parley.protocol.example.People.GRACE_ID;
import static im.parley.protocol.example.People.KEY;
import static im.parley.protocol.example.People.LEFT_ID;
import static im.parley.protocol.example.People.MEMBER;
import static im.parley.protocol.example.People.MESSAGE;
import static im.parley.protocol.example.People.NEW_ROOM;
import static im.parley.protocol.example.People.NOON;
import static im.parley.protocol.example.People.PREFERENCES;
import static im.parley.protocol.example.People.ROOM;
import static im.parley.protocol.example.People.ROOM_ID;
import static im.parley.protocol.example.People.SESSION;
import static im.parley.protocol.example.People.SESSION_INFO;
import static im.parley.protocol.example.People.TEXT;

import im.parley.protocol.command.AcceptInvite;
import im.parley.protocol.command.AddMember;
import im.parley.protocol.command.AddPin;
import im.parley.protocol.command.AddReaction;
import im.parley.protocol.command.ArchiveRoom;
import im.parley.protocol.command.BrowseRooms;
import im.parley.protocol.command.CancelScheduled;
import im.parley.protocol.command.ChangeMember;
import im.parley.protocol.command.ClosePoll;
import im.parley.protocol.command.CreateBot;
import im.parley.protocol.command.CreateHook;
import im.parley.protocol.command.CreateInvite;
import im.parley.protocol.command.CreateOutgoing;
import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.command.CreateSession;
import im.parley.protocol.command.CreateSlashCommand;
import im.parley.protocol.command.DeleteBot;
import im.parley.protocol.command.DeleteHook;
import im.parley.protocol.command.DeleteMessage;
import im.parley.protocol.command.DeleteOutgoing;
import im.parley.protocol.command.DeleteSlashCommand;
import im.parley.protocol.command.EditMessage;
import im.parley.protocol.command.ForwardMessage;
import im.parley.protocol.command.GetHistory;
import im.parley.protocol.command.GetMe;
import im.parley.protocol.command.GetPreferences;
import im.parley.protocol.command.GetPushKey;
import im.parley.protocol.command.GetRoom;
import im.parley.protocol.command.GetThread;
import im.parley.protocol.command.GetUser;
import im.parley.protocol.command.Hello;
import im.parley.protocol.command.JoinRoom;
import im.parley.protocol.command.LeaveRoom;
import im.parley.protocol.command.ListBans;
import im.parley.protocol.command.ListBots;
import im.parley.protocol.command.ListDrafts;
import im.parley.protocol.command.ListEvents;
import im.parley.protocol.command.ListHooks;
import im.parley.protocol.command.ListInvites;
import im.parley.protocol.command.ListMembers;
import im.parley.protocol.command.ListOutgoing;
import im.parley.protocol.command.ListPins;
import im.parley.protocol.command.ListReceipts;
import im.parley.protocol.command.ListReports;
import im.parley.protocol.command.ListRooms;
import im.parley.protocol.command.ListScheduled;
import im.parley.protocol.command.ListSessions;
import im.parley.protocol.command.ListSlashCommands;
import im.parley.protocol.command.MarkDelivered;
import im.parley.protocol.command.MarkRead;
import im.parley.protocol.command.OpenDirect;
import im.parley.protocol.command.OpenSaved;
import im.parley.protocol.command.Ping;
import im.parley.protocol.command.RefreshSession;
import im.parley.protocol.command.RegisterAccount;
import im.parley.protocol.command.RekeyBot;
import im.parley.protocol.command.RemoveMember;
import im.parley.protocol.command.RemovePin;
import im.parley.protocol.command.RemoveReaction;
import im.parley.protocol.command.ReportMessage;
import im.parley.protocol.command.ResolveReport;
import im.parley.protocol.command.RevokeInvite;
import im.parley.protocol.command.RevokeSession;
import im.parley.protocol.command.RunSlashCommand;
import im.parley.protocol.command.ScheduleMessage;
import im.parley.protocol.command.SearchMessages;
import im.parley.protocol.command.SearchUsers;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.command.SetDraft;
import im.parley.protocol.command.SetNotify;
import im.parley.protocol.command.SetPreferences;
import im.parley.protocol.command.SetPresence;
import im.parley.protocol.command.SetTyping;
import im.parley.protocol.command.SubscribePush;
import im.parley.protocol.command.UnsubscribePush;
import im.parley.protocol.command.UpdateMe;
import im.parley.protocol.command.UpdateRoom;
import im.parley.protocol.command.VotePoll;
import im.parley.protocol.command.WatchPresence;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Bans;
import im.parley.protocol.reply.BotKey;
import im.parley.protocol.reply.Bots;
import im.parley.protocol.reply.Changed;
import im.parley.protocol.reply.Done;
import im.parley.protocol.reply.Drafts;
import im.parley.protocol.reply.Events;
import im.parley.protocol.reply.Hits;
import im.parley.protocol.reply.HookUrl;
import im.parley.protocol.reply.Hooks;
import im.parley.protocol.reply.InviteReply;
import im.parley.protocol.reply.Invites;
import im.parley.protocol.reply.Members;
import im.parley.protocol.reply.MessageSent;
import im.parley.protocol.reply.Messages;
import im.parley.protocol.reply.OutgoingList;
import im.parley.protocol.reply.OutgoingSecret;
import im.parley.protocol.reply.PreferencesReply;
import im.parley.protocol.reply.Presences;
import im.parley.protocol.reply.PushKey;
import im.parley.protocol.reply.PushSubscribed;
import im.parley.protocol.reply.ReadPosition;
import im.parley.protocol.reply.Receipts;
import im.parley.protocol.reply.Reports;
import im.parley.protocol.reply.ResumeVerdict;
import im.parley.protocol.reply.RoomReply;
import im.parley.protocol.reply.Rooms;
import im.parley.protocol.reply.ScheduledList;
import im.parley.protocol.reply.ScheduledReply;
import im.parley.protocol.reply.Sessions;
import im.parley.protocol.reply.SignedIn;
import im.parley.protocol.reply.SlashAnswer;
import im.parley.protocol.reply.SlashCommands;
import im.parley.protocol.reply.SlashSecret;
import im.parley.protocol.reply.UserReply;
import im.parley.protocol.reply.Users;
import im.parley.protocol.reply.Welcome;
import im.parley.protocol.view.Ban;
import im.parley.protocol.view.Draft;
import im.parley.protocol.view.Hit;
import im.parley.protocol.view.Hook;
import im.parley.protocol.view.Invite;
import im.parley.protocol.view.NotifyLevel;
import im.parley.protocol.view.Outgoing;
import im.parley.protocol.view.Presence;
import im.parley.protocol.view.PresenceState;
import im.parley.protocol.view.Receipt;
import im.parley.protocol.view.Report;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import im.parley.protocol.view.SlashCommand;
import im.parley.protocol.view.User;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One exchange for each command of the catalogue, in its order. */
public final class Exchanges {

  private static final String PASSWORD = "correct horse battery staple";
  private static final String ACCESS_TOKEN = "pa_8Jq2vXk5TzR0uYw3Nd6bLc9eHf1gSm4A";
  private static final String REFRESH_TOKEN = "pr_Zt7Kp4WmC1xVj9QhB6nDs3GyF0rLe8Ua";
  private static final String API_KEY = "pb_6Hs1Lq8ZtB4nVw7Xc0Ym3RfJ9dKe5GuP";
  private static final User BOT =
      new User(new UserId("u9b1t3s5v7x2z"), "loom", "The loom", null, true);
  private static final SignedIn SIGNED_IN =
      new SignedIn(ADA, ACCESS_TOKEN, NOON.plusSeconds(900), REFRESH_TOKEN, SESSION);
  private static final SignedIn REFRESHED =
      new SignedIn(
          ADA,
          "pa_5Fw9sKd2QnB7hXc4Ym1tLgR8vEj6ZpU3",
          NOON.plusSeconds(1800),
          "pr_Hy3Nb8RzT5kVq1WfC9xMd6LsJ0gPe4Ua",
          SESSION);

  private static final Invite INVITE =
      new Invite("Zt7Kp4WmC1xVj9Qh", ADA.id(), 5, NOON.plusSeconds(86_400));

  /** How keys begin: whole ones, of 87 characters, would run out of the page. */
  private static final String PUSH_KEY = "BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic";

  private static final String BROWSER_KEY = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6";

  private Exchanges() {}

  /** Every exchange. */
  public static List<Exchange<?, ?>> all() {
    return Stream.of(
            session(),
            people(),
            bots(),
            rooms(),
            members(),
            invites(),
            reports(),
            hooks(),
            outgoing(),
            slashCommands(),
            messages(),
            history(),
            state(),
            preferences())
        .<Exchange<?, ?>>flatMap(List::stream)
        .toList();
  }

  private static List<Exchange<?, ?>> session() {
    return List.of(
        new Exchange<>(
            new Hello(
                ACCESS_TOKEN,
                new TreeMap<>(Map.of(ROOM_ID.value(), 40L, LEFT_ID.value(), 17L)),
                "e1",
                DEVICE),
            new Welcome(
                ADA,
                SESSION,
                NOON,
                25_000,
                "e1",
                List.of(ROOM, DIRECT),
                false,
                new TreeMap<>(
                    Map.of(
                        ROOM_ID.value(), ResumeVerdict.DELTA,
                        LEFT_ID.value(), ResumeVerdict.GONE)))),
        new Exchange<>(new Ping(), new Done()),
        new Exchange<>(
            new RegisterAccount(ADA.username(), PASSWORD, ADA.displayName(), DEVICE), SIGNED_IN),
        new Exchange<>(new CreateSession(ADA.username(), PASSWORD, DEVICE), SIGNED_IN),
        new Exchange<>(new RefreshSession(REFRESH_TOKEN), REFRESHED),
        new Exchange<>(new ListSessions(), new Sessions(List.of(SESSION_INFO))),
        new Exchange<>(new RevokeSession(SESSION), new Done()));
  }

  private static List<Exchange<?, ?>> people() {
    return List.of(
        new Exchange<>(new GetMe(), new UserReply(ADA)),
        new Exchange<>(
            new UpdateMe("Countess Lovelace"),
            new UserReply(new User(ADA.id(), ADA.username(), "Countess Lovelace", null, null))),
        new Exchange<>(new GetUser(GRACE_ID), new UserReply(GRACE)),
        new Exchange<>(new SearchUsers("gra", 20), new Users(List.of(GRACE), false)));
  }

  private static List<Exchange<?, ?>> bots() {
    return List.of(
        new Exchange<>(new CreateBot("loom", "The loom"), new BotKey(BOT, API_KEY)),
        new Exchange<>(new ListBots(), new Bots(List.of(BOT))),
        new Exchange<>(new RekeyBot(BOT.id()), new BotKey(BOT, API_KEY)),
        new Exchange<>(new DeleteBot(BOT.id()), new Done()));
  }

  private static List<Exchange<?, ?>> rooms() {
    return List.of(
        new Exchange<>(
            new CreateRoom(RoomKind.PUBLIC, ROOM.name(), ROOM.alias(), ROOM.topic(), KEY),
            new RoomReply(NEW_ROOM, null)),
        new Exchange<>(new ListRooms(LEFT_ID, 50), new Rooms(List.of(ROOM, DIRECT), false)),
        new Exchange<>(new BrowseRooms("engine", LEFT_ID, 50), new Rooms(List.of(ROOM), false)),
        new Exchange<>(new GetRoom(ROOM_ID), new RoomReply(ROOM, null)),
        new Exchange<>(
            new UpdateRoom(ROOM_ID, ROOM.name(), ROOM.alias(), ROOM.topic(), 10, 86_400, KEY),
            new RoomReply(ROOM, true)),
        new Exchange<>(new ArchiveRoom(ROOM_ID, KEY), new RoomReply(People.ARCHIVED, null)),
        new Exchange<>(new JoinRoom(ROOM_ID), new RoomReply(ROOM, null)),
        new Exchange<>(new LeaveRoom(ROOM_ID), new Done()));
  }

  private static List<Exchange<?, ?>> members() {
    return List.of(
        new Exchange<>(new ListMembers(ROOM_ID, GRACE_ID, 50), new Members(List.of(MEMBER), false)),
        new Exchange<>(new AddMember(ROOM_ID, GRACE_ID), new Done()),
        new Exchange<>(new RemoveMember(ROOM_ID, GRACE_ID, true), new Done()),
        new Exchange<>(
            new ChangeMember(ROOM_ID, GRACE_ID, Role.MODERATOR, NOON.plusSeconds(3600), null),
            new Done()),
        new Exchange<>(
            new ListBans(ROOM_ID, GRACE_ID, 50),
            new Bans(List.of(new Ban(GRACE, ADA.id(), NOON)), false)));
  }

  private static List<Exchange<?, ?>> invites() {
    return List.of(
        new Exchange<>(
            new CreateInvite(ROOM_ID, 5, NOON.plusSeconds(86_400)), new InviteReply(INVITE)),
        new Exchange<>(new ListInvites(ROOM_ID), new Invites(List.of(INVITE))),
        new Exchange<>(new RevokeInvite(ROOM_ID, INVITE.code()), new Done()),
        new Exchange<>(new AcceptInvite(INVITE.code()), new RoomReply(ROOM, null)),
        new Exchange<>(new OpenDirect(List.of(GRACE_ID)), new RoomReply(DIRECT, null)),
        new Exchange<>(new OpenSaved(), new RoomReply(People.SAVED, null)));
  }

  private static List<Exchange<?, ?>> reports() {
    return List.of(
        new Exchange<>(new ReportMessage(ROOM_ID, 42L, "Sells sprockets again"), new Done()),
        new Exchange<>(
            new ListReports(ROOM_ID, 6L, 50),
            new Reports(
                List.of(new Report(7, 42, GRACE_ID, "Sells sprockets again", NOON)), false)),
        new Exchange<>(new ResolveReport(ROOM_ID, 7L), new Done()));
  }

  private static List<Exchange<?, ?>> hooks() {
    Hook hook = new Hook(new UserId("u4h6k8m0p2r3t"), ROOM_ID, "The mill", ADA.id(), NOON);
    return List.of(
        new Exchange<>(
            new CreateHook(ROOM_ID, "The mill"),
            new HookUrl(hook, "/v1/hooks/ph_3Wd8Rq1NfY6tKb0Jx5VzMc7LsG2hPe9U")),
        new Exchange<>(new ListHooks(ROOM_ID), new Hooks(List.of(hook))),
        new Exchange<>(new DeleteHook(ROOM_ID, hook.id()), new Done()));
  }

  private static List<Exchange<?, ?>> outgoing() {
    String url = "https://mill.example.org/parley";
    List<String> events = List.of("message.posted");
    List<String> keywords = List.of("weave");
    Outgoing made = new Outgoing(3, ROOM_ID, url, events, keywords, true, ADA.id(), NOON, 42, null);
    Outgoing later =
        new Outgoing(
            3, ROOM_ID, url, events, keywords, true, ADA.id(), NOON, 57, "8 tries: answered 500");
    return List.of(
        new Exchange<>(
            new CreateOutgoing(ROOM_ID, url, events, keywords, true),
            new OutgoingSecret(made, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
        new Exchange<>(new ListOutgoing(ROOM_ID), new OutgoingList(List.of(later))),
        new Exchange<>(new DeleteOutgoing(ROOM_ID, 3L), new Done()));
  }

  private static List<Exchange<?, ?>> slashCommands() {
    String url = "https://mill.example.org/slash";
    String what = "Weaves a number";
    SlashCommand made =
        new SlashCommand(ROOM_ID, "weave", what, url, new UserId("u9"), ADA.id(), NOON);
    return List.of(
        new Exchange<>(
            new CreateSlashCommand(ROOM_ID, "weave", url, what),
            new SlashSecret(made, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
        new Exchange<>(
            new ListSlashCommands(ROOM_ID), new SlashCommands(List.of(made.withoutUrl()))),
        new Exchange<>(new DeleteSlashCommand(ROOM_ID, "weave"), new Done()),
        new Exchange<>(
            new RunSlashCommand(ROOM_ID, "weave", "1842", new MessageKey("0198c0de-6")),
            new SlashAnswer("The mill weaves 1842 for you.", null)));
  }

  private static List<Exchange<?, ?>> messages() {
    Changed changed = new Changed(43L, NOON, null);
    return List.of(
        new Exchange<>(
            new SendMessage(
                ROOM_ID, KEY, TEXT, 40L, 12L, true, List.of(People.FILE.id()), People.BALLOT),
            new MessageSent(42, 31, NOON, null)),
        new Exchange<>(
            new ForwardMessage(ROOM_ID, 42L, DIRECT_ID, KEY), new MessageSent(43, 32, NOON, null)),
        new Exchange<>(
            new ScheduleMessage(
                ROOM_ID,
                KEY,
                TEXT,
                40L,
                12L,
                true,
                List.of(People.FILE.id()),
                People.SCHEDULED.sendAt()),
            new ScheduledReply(People.SCHEDULED, null)),
        new Exchange<>(
            new ListScheduled(), new ScheduledList(List.of(People.FAILED, People.SCHEDULED))),
        new Exchange<>(new CancelScheduled(5L), new Done()),
        new Exchange<>(new EditMessage(ROOM_ID, 42L, TEXT, KEY), changed),
        new Exchange<>(new DeleteMessage(ROOM_ID, 42L, KEY), new Changed(43L, NOON, true)),
        new Exchange<>(
            new GetThread(ROOM_ID, 12L, 40L, 50), new Messages(List.of(MESSAGE), false, 42)),
        new Exchange<>(new AddReaction(ROOM_ID, 42L, "👍", KEY), changed),
        new Exchange<>(new RemoveReaction(ROOM_ID, 42L, "👍", KEY), new Changed(null, null, null)),
        new Exchange<>(new VotePoll(ROOM_ID, 42L, List.of(1), KEY), changed),
        new Exchange<>(new ClosePoll(ROOM_ID, 42L, KEY), changed),
        new Exchange<>(new AddPin(ROOM_ID, 42L, KEY), changed),
        new Exchange<>(new RemovePin(ROOM_ID, 42L, KEY), changed),
        new Exchange<>(new ListPins(ROOM_ID), new Messages(List.of(MESSAGE), false, 42)));
  }

  private static List<Exchange<?, ?>> history() {
    return List.of(
        new Exchange<>(
            new GetHistory(ROOM_ID, 43L, null, null, 50), new Messages(List.of(MESSAGE), true, 42)),
        new Exchange<>(
            new ListEvents(ROOM_ID, 2L, 50), new Events(Examples.events().subList(2, 4), true)),
        new Exchange<>(
            new SearchMessages("engine", ROOM_ID, null, null, null, true, 50, null),
            new Hits(List.of(new Hit(MESSAGE, List.of(new Hit.Highlight(0, 6)))), false, null)),
        new Exchange<>(new MarkRead(ROOM_ID, 42L), new ReadPosition(42, 0, 0, 37)),
        new Exchange<>(new MarkDelivered(ROOM_ID, 42L), new ReadPosition(40, 1, 0, 36)),
        new Exchange<>(
            new ListReceipts(ROOM_ID, 41L, ADA.id(), 50),
            new Receipts(List.of(new Receipt(GRACE_ID, 41, 42)), false)));
  }

  private static List<Exchange<?, ?>> state() {
    return List.of(
        new Exchange<>(new SetDraft(ROOM_ID, "The engine", 12L, 40L), new Done()),
        new Exchange<>(
            new ListDrafts(DIRECT_ID, 0L, 50),
            new Drafts(List.of(new Draft(ROOM_ID, 12L, "The engine", 40L, NOON)), false)),
        new Exchange<>(new SetNotify(ROOM_ID, NotifyLevel.MENTIONS), new Done()),
        new Exchange<>(new SetTyping(DIRECT_ID, true), new Done()),
        new Exchange<>(
            new SetPresence(PresenceState.DND, "In the mill", "⚙️", NOON.plusSeconds(3600)),
            new Done()),
        new Exchange<>(
            new WatchPresence(List.of(GRACE_ID)),
            new Presences(
                List.of(new Presence(GRACE_ID, PresenceState.OFFLINE, null, null, NOON)))));
  }

  private static List<Exchange<?, ?>> preferences() {
    return List.of(
        new Exchange<>(new GetPreferences(), new PreferencesReply(PREFERENCES)),
        new Exchange<>(
            new SetPreferences(PREFERENCES.keywords(), PREFERENCES.quietHours()),
            new PreferencesReply(PREFERENCES)),
        new Exchange<>(new GetPushKey(), new PushKey(PUSH_KEY)),
        new Exchange<>(
            new SubscribePush(
                "https://push.example.net/send/Zt7Kp4WmC1xVj9Qh",
                BROWSER_KEY,
                "BTBZMqHH6r4Tts7J_aSIgg"),
            new PushSubscribed("p4b6d8f0h2k4m")),
        new Exchange<>(new UnsubscribePush("p4b6d8f0h2k4m"), new Done()));
  }
}
