package im.parley.protocol.view;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a server elsewhere does for the people of a room: {@code /name}.
 *
 * @param room which room
 * @param name what comes after the slash
 * @param description what it does, in a line
 * @param url who is asked to do it; only for those who may change it
 * @param bot who says what it comes to: a bot in the room
 * @param by who made it
 * @param at when
 */
@Json
public record SlashCommand(
    RoomId room,
    String name,
    String description,
    @Nullable String url,
    UserId bot,
    UserId by,
    Instant at) {

  /** As it is shown to those who may not change it. */
  public SlashCommand withoutUrl() {
    return new SlashCommand(room, name, description, null, bot, by, at);
  }
}
