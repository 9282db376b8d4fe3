package im.parley.protocol.reply;

import im.parley.protocol.view.User;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * All bots of a user.
 *
 * @param bots the oldest first
 */
@Json
public record Bots(List<User> bots) implements Reply {}
