package im.parley.protocol.view;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.id.FileId;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that is to be sent later. Nobody but its writer sees it.
 *
 * @param id its number
 * @param room where it is to be said
 * @param key the client's name for it
 * @param text markdown source
 * @param replyTo the seq of the message that it answers
 * @param thread the seq of the message whose thread it belongs to
 * @param alsoInRoom true if it is to show in the room as well
 * @param attachments ids of the files that it is to come with
 * @param sendAt when
 * @param failure why it was not sent then; absent while it waits
 */
@Json
public record Scheduled(
    long id,
    RoomId room,
    MessageKey key,
    String text,
    @Nullable Long replyTo,
    @Nullable Long thread,
    @Nullable Boolean alsoInRoom,
    @Nullable List<FileId> attachments,
    Instant sendAt,
    @Nullable Failure failure) {

  /** The same, which could not be sent. */
  public Scheduled failed(Failure why) {
    return new Scheduled(
        id, room, key, text, replyTo, thread, alsoInRoom, attachments, sendAt, why);
  }

  /**
   * Why it was not sent.
   *
   * @param code the error that sending it was answered with
   * @param message the same in words
   */
  @Json
  public record Failure(ErrorCode code, String message) {}
}
