package im.parley.core.log;

import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.RoomKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A room that is to be made.
 *
 * @param id its id
 * @param kind who may find and enter it
 * @param name what it is called; empty for a direct room
 * @param alias its unique short name; refused with {@code conflict} when it is taken
 * @param topic what it is about
 * @param by who makes it: its owner, or one of the equals of a direct room
 * @param key (by, key) makes one room, for ever
 * @param others further first members. A direct room of the same people is the same room
 */
public record NewRoom(
    RoomId id,
    RoomKind kind,
    String name,
    @Nullable String alias,
    @Nullable String topic,
    UserId by,
    MessageKey key,
    Set<UserId> others) {

  public NewRoom {
    others = Set.copyOf(others);
  }
}
