package im.parley.protocol.push;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import io.avaje.jsonb.Json;

/**
 * What is pushed to a browser when there is a message for its user.
 *
 * @param type {@code message}; pass over what you do not know
 * @param room where it was posted
 * @param seq its place there
 * @param by who wrote it
 * @param title who wrote it, by the name that people read, and in which room
 * @param text how it begins, in plain text: at most 200 characters
 * @param unread how many messages of the room the user has not read
 */
@Json
public record PushedMessage(
    String type, RoomId room, long seq, UserId by, String title, String text, long unread) {

  /** The {@code type} of every one. */
  public static final String TYPE = "message";
}
