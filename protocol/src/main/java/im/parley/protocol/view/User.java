package im.parley.protocol.view;

import im.parley.protocol.id.UserId;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * A person or bot, as everyone may see them.
 *
 * @param id the user's id
 * @param username the unique name to sign in with and to mention: 3 to 32 of a-z 0-9 . _ -
 * @param displayName the name that people read: 1 to 64 characters
 * @param avatar the file that shows them, if they chose one
 * @param bot true for a bot, absent for a person
 */
@Json
public record User(
    UserId id,
    String username,
    String displayName,
    @Nullable String avatar,
    @Nullable Boolean bot) {}
