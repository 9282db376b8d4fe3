package im.parley.protocol.reply;

/** What a command is answered with when it was carried out: the {@code ok} of its reply. */
public sealed interface Reply
    permits Bans,
        BotKey,
        Bots,
        Changed,
        Done,
        Events,
        Hits,
        HookUrl,
        Hooks,
        InviteReply,
        Invites,
        Members,
        MessageSent,
        Messages,
        Presences,
        ReadPosition,
        Receipts,
        Reports,
        RoomReply,
        Rooms,
        Sessions,
        SignedIn,
        UserReply,
        Users,
        Welcome {}
