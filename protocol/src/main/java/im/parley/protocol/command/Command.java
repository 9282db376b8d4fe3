package im.parley.protocol.command;

import im.parley.protocol.reply.Reply;

/**
 * Something that a client asks, whole and within bounds: an invalid one cannot be made.
 *
 * @param <R> what it is answered with
 */
public sealed interface Command<R extends Reply>
    permits Hello,
        Ping,
        RegisterAccount,
        CreateSession,
        RefreshSession,
        ListSessions,
        RevokeSession,
        GetMe,
        UpdateMe,
        GetUser,
        SearchUsers,
        CreateRoom,
        ListRooms,
        BrowseRooms,
        GetRoom,
        UpdateRoom,
        JoinRoom,
        LeaveRoom,
        ListMembers,
        AddMember,
        RemoveMember,
        OpenDirect,
        OpenSaved,
        SendMessage,
        GetHistory,
        ListEvents,
        MarkRead,
        ForwardMessage,
        SetDraft,
        ListDrafts,
        EditMessage,
        DeleteMessage,
        GetThread,
        AddReaction,
        RemoveReaction,
        AddPin,
        RemovePin,
        ListPins,
        SearchMessages,
        ArchiveRoom,
        ChangeMember,
        ListBans,
        CreateInvite,
        ListInvites,
        RevokeInvite,
        AcceptInvite,
        SetNotify,
        MarkDelivered,
        ListReceipts,
        SetPresence,
        WatchPresence,
        SetTyping {

  /** Which kind of command this is. */
  CommandType<? extends Command<R>, R> type();
}
