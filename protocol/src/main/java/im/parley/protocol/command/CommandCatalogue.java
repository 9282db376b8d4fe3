package im.parley.protocol.command;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every command there is. The doors, the documents and the TypeScript types come from this list.
 */
public final class CommandCatalogue {

  private static final List<CommandType<?, ?>> ALL =
      List.of(
          Hello.TYPE,
          Ping.TYPE,
          RegisterAccount.TYPE,
          CreateSession.TYPE,
          RefreshSession.TYPE,
          ListSessions.TYPE,
          RevokeSession.TYPE,
          GetMe.TYPE,
          UpdateMe.TYPE,
          GetUser.TYPE,
          SearchUsers.TYPE,
          CreateBot.TYPE,
          ListBots.TYPE,
          RekeyBot.TYPE,
          DeleteBot.TYPE,
          CreateRoom.TYPE,
          ListRooms.TYPE,
          BrowseRooms.TYPE,
          GetRoom.TYPE,
          UpdateRoom.TYPE,
          ArchiveRoom.TYPE,
          JoinRoom.TYPE,
          LeaveRoom.TYPE,
          ListMembers.TYPE,
          AddMember.TYPE,
          RemoveMember.TYPE,
          ChangeMember.TYPE,
          ListBans.TYPE,
          CreateInvite.TYPE,
          ListInvites.TYPE,
          RevokeInvite.TYPE,
          AcceptInvite.TYPE,
          OpenDirect.TYPE,
          OpenSaved.TYPE,
          ReportMessage.TYPE,
          ListReports.TYPE,
          ResolveReport.TYPE,
          CreateHook.TYPE,
          ListHooks.TYPE,
          DeleteHook.TYPE,
          CreateOutgoing.TYPE,
          ListOutgoing.TYPE,
          DeleteOutgoing.TYPE,
          CreateSlashCommand.TYPE,
          ListSlashCommands.TYPE,
          DeleteSlashCommand.TYPE,
          RunSlashCommand.TYPE,
          SendMessage.TYPE,
          ForwardMessage.TYPE,
          ScheduleMessage.TYPE,
          ListScheduled.TYPE,
          CancelScheduled.TYPE,
          EditMessage.TYPE,
          DeleteMessage.TYPE,
          GetThread.TYPE,
          AddReaction.TYPE,
          RemoveReaction.TYPE,
          VotePoll.TYPE,
          ClosePoll.TYPE,
          AddPin.TYPE,
          RemovePin.TYPE,
          ListPins.TYPE,
          GetHistory.TYPE,
          ListEvents.TYPE,
          SearchMessages.TYPE,
          MarkRead.TYPE,
          MarkDelivered.TYPE,
          ListReceipts.TYPE,
          SetDraft.TYPE,
          ListDrafts.TYPE,
          SetNotify.TYPE,
          SetTyping.TYPE,
          SetPresence.TYPE,
          WatchPresence.TYPE,
          GetPreferences.TYPE,
          SetPreferences.TYPE,
          GetPushKey.TYPE,
          SubscribePush.TYPE,
          UnsubscribePush.TYPE);

  private static final Map<String, CommandType<?, ?>> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(CommandType::name, Function.identity()));

  private CommandCatalogue() {}

  /** Every command, in the order in which the documents show them. */
  public static List<CommandType<?, ?>> all() {
    return ALL;
  }

  /** The command of this wire name, or null. */
  public static @Nullable CommandType<?, ?> find(String name) {
    return BY_NAME.get(name);
  }
}
