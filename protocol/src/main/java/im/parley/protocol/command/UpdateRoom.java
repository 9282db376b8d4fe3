package im.parley.protocol.command;

import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.RoomReply;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Changes what a room is called and about. What is left out stays.
 *
 * @param room which room
 * @param name 1 to 80 characters
 * @param alias a unique short name: 2 to 40 of a-z 0-9 -; empty for none
 * @param topic at most 250 characters; empty for none
 * @param slowModeSeconds how long a member waits between two messages, 0 to 3600; 0 for not at all
 * @param expireSeconds how long messages last that are posted from now on, 5 to 31536000 (a year);
 *     0 for ever
 * @param key the client's name for this command
 */
@Json
public record UpdateRoom(
    RoomId room,
    @Nullable String name,
    @Nullable String alias,
    @Nullable String topic,
    @Nullable Integer slowModeSeconds,
    @Nullable Integer expireSeconds,
    @Nullable MessageKey key)
    implements Command<RoomReply> {

  public static final CommandType<UpdateRoom, RoomReply> TYPE =
      CommandType.of(
          "room.update", UpdateRoom.class, RoomReply.class, Route.patch("/rooms/{room}"));

  private static final int SHORTEST_LIFE = 5;
  private static final int LONGEST_LIFE = 31_536_000;

  public UpdateRoom {
    Check.required("room", room);
    if (name != null) {
      name = Check.name("name", name, 80);
    }
    if (alias != null && !alias.isEmpty()) {
      Check.alias("alias", alias);
    }
    if (topic != null) {
      topic = Check.nameOrEmpty("topic", topic, 250);
    }
    if (slowModeSeconds != null && (slowModeSeconds < 0 || slowModeSeconds > 3600)) {
      throw RefusedException.badField("slowModeSeconds", "must be 0 to 3600");
    }
    if (expireSeconds != null && expireSeconds != 0) {
      requireLifetime(expireSeconds);
    }
    key = key == null ? MessageKey.random() : key;
  }

  private static void requireLifetime(int seconds) {
    if (seconds < SHORTEST_LIFE || seconds > LONGEST_LIFE) {
      throw RefusedException.badField(
          "expireSeconds", "must be 0 or %d to %d".formatted(SHORTEST_LIFE, LONGEST_LIFE));
    }
  }

  @Override
  public CommandType<UpdateRoom, RoomReply> type() {
    return TYPE;
  }
}
