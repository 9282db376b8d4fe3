package im.parley.core.push;

import im.parley.core.presence.Chosen;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.NotifyLevel;
import im.parley.protocol.view.Preferences;
import java.util.List;

/**
 * A member of a room who has a browser to be pushed to.
 *
 * @param user who
 * @param level which messages of the room draw their attention
 * @param reading how far they have read
 * @param chosen how they want to be seen
 * @param preferences what they want to be notified of
 * @param targets their browsers, at least one
 */
public record Recipient(
    UserId user,
    NotifyLevel level,
    Reading reading,
    Chosen chosen,
    Preferences preferences,
    List<PushTarget> targets) {

  /**
   * How far somebody has read in a room.
   *
   * @param seq the read mark
   * @param unread how many messages come after it
   */
  public record Reading(long seq, long unread) {}
}
