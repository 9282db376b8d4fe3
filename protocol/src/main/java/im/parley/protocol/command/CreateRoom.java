package im.parley.protocol.command;

import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.reply.RoomReply;
import im.parley.protocol.view.RoomKind;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Makes a room; the caller becomes its owner.
 *
 * @param kind {@code public} or {@code private}
 * @param name 1 to 80 characters
 * @param alias a unique short name for addresses: 2 to 40 of a-z 0-9 -
 * @param topic what it is about, at most 250 characters
 * @param key the client's name for this command
 */
@Json
public record CreateRoom(
    RoomKind kind,
    String name,
    @Nullable String alias,
    @Nullable String topic,
    @Nullable MessageKey key)
    implements Command<RoomReply> {

  public static final CommandType<CreateRoom, RoomReply> TYPE =
      CommandType.of("room.create", CreateRoom.class, RoomReply.class, Route.make("/rooms"));

  public CreateRoom {
    if (Check.required("kind", kind) == RoomKind.DIRECT) {
      throw RefusedException.badField("kind", "must be 'public' or 'private'; see direct.open");
    }
    name = Check.name("name", name, 80);
    if (alias != null) {
      Check.alias("alias", alias);
    }
    if (topic != null) {
      topic = topic.isBlank() ? null : Check.name("topic", topic, 250);
    }
    key = key == null ? MessageKey.random() : key;
  }

  @Override
  public CommandType<CreateRoom, RoomReply> type() {
    return TYPE;
  }
}
