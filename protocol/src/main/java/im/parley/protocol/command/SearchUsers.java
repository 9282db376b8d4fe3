package im.parley.protocol.command;

import im.parley.protocol.reply.Users;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Finds users whose username or display name begins with the query.
 *
 * @param query what the name begins with, at most 64 characters; everyone when left out
 * @param limit at most so many: 1 to 200, 50 when left out
 */
@Json
public record SearchUsers(@Nullable String query, @Nullable Integer limit)
    implements Command<Users> {

  public static final CommandType<SearchUsers, Users> TYPE =
      CommandType.of("user.search", SearchUsers.class, Users.class, Route.get("/users"));

  public SearchUsers {
    query = query == null ? "" : Check.length("query", query, 0, 64);
    limit = Check.page("limit", limit);
  }

  @Override
  public CommandType<SearchUsers, Users> type() {
    return TYPE;
  }
}
