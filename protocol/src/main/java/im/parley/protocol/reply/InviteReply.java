package im.parley.protocol.reply;

import im.parley.protocol.view.Invite;
import io.avaje.jsonb.Json;

/**
 * A code that lets people into a room.
 *
 * @param invite the code and how far it reaches
 */
@Json
public record InviteReply(Invite invite) implements Reply {}
