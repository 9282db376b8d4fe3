package im.parley.protocol.reply;

import im.parley.protocol.view.User;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * Users that were found.
 *
 * @param users by username
 * @param more whether there are more
 */
@Json
public record Users(List<User> users, boolean more) implements Reply {}
