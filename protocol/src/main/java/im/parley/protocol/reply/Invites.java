package im.parley.protocol.reply;

import im.parley.protocol.view.Invite;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * The codes that let people into a room.
 *
 * @param invites newest first
 */
@Json
public record Invites(List<Invite> invites) implements Reply {}
