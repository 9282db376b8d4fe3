package im.parley.core.log;

import im.parley.protocol.view.Message;
import java.util.List;

/**
 * Messages as they stood at one moment.
 *
 * @param items the messages, ascending
 * @param more whether there are more in the direction that was asked for
 * @param head the seq of the room's newest event at that moment: what came after it is not in them
 */
public record MessagePage(List<Message> items, boolean more, long head) {

  /** Of a room that there is not, or in which nothing was said. */
  public static MessagePage empty(long head) {
    return new MessagePage(List.of(), false, head);
  }
}
