package im.parley.protocol.reply;

import im.parley.protocol.view.User;
import io.avaje.jsonb.Json;

/**
 * One user.
 *
 * @param user the user
 */
@Json
public record UserReply(User user) implements Reply {}
