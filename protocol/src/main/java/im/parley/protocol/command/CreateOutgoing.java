package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.OutgoingSecret;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has the server tell a URL what happens in a room from now on. For the room's owners and
 * moderators.
 *
 * @param room which room
 * @param url where to POST: http or https, at a public address; 1 to 2000 characters
 * @param events of which types, at most 14; {@code message.posted} when left out or empty
 * @param keywords at most 20, of 1 to 64 characters: of messages, only those that begin with one of
 *     them; all when left out or empty
 * @param bots true to be told of what bots do as well
 */
@Json
public record CreateOutgoing(
    RoomId room,
    String url,
    @Nullable List<String> events,
    @Nullable List<String> keywords,
    @Nullable Boolean bots)
    implements Command<OutgoingSecret> {

  public static final CommandType<CreateOutgoing, OutgoingSecret> TYPE =
      CommandType.of(
          "outgoing.create",
          CreateOutgoing.class,
          OutgoingSecret.class,
          Route.make("/rooms/{room}/outgoing"));

  private static final int MAX_URL = 2000;
  private static final int MAX_EVENTS = 14;
  private static final int MAX_KEYWORDS = 20;

  public CreateOutgoing {
    Check.required("room", room);
    Check.length("url", url, 1, MAX_URL);
    events = Check.eventTypes("events", events, MAX_EVENTS);
    keywords = Check.words("keywords", keywords, MAX_KEYWORDS);
  }

  @Override
  public CommandType<CreateOutgoing, OutgoingSecret> type() {
    return TYPE;
  }
}
