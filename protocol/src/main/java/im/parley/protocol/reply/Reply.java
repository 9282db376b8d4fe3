package im.parley.protocol.reply;

/** What a command is answered with when it was carried out: the {@code ok} of its reply. */
public sealed interface Reply
    permits Bans,
        Changed,
        Done,
        Drafts,
        Events,
        Hits,
        InviteReply,
        Invites,
        Members,
        MessageSent,
        Messages,
        Presences,
        ReadPosition,
        Receipts,
        RoomReply,
        Rooms,
        Sessions,
        SignedIn,
        UserReply,
        Users,
        Welcome {}
