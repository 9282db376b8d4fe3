package im.parley.core.push;

import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.RoomKind;
import java.util.List;
import java.util.Set;

/**
 * A message that somebody may have to be notified of.
 *
 * @param place where it is
 * @param author who wrote it
 * @param message what was said, as it stands
 * @param followers who began the thread that it belongs to, and who wrote there
 * @param recipients who could be notified
 */
public record Occasion(
    Place place,
    Author author,
    Fact.MessagePosted message,
    Set<UserId> followers,
    List<Recipient> recipients) {

  /**
   * Where a message is.
   *
   * @param name the name of the room, empty for a direct one
   */
  public record Place(RoomId room, long seq, RoomKind kind, String name) {}

  /**
   * Who wrote a message.
   *
   * @param name as people read it
   */
  public record Author(UserId user, String name) {}
}
