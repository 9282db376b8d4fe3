package im.parley.protocol.view;

import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands now. Its name is its room and its seq; there is no other id.
 *
 * @param room where it was said
 * @param seq its place in the room's log
 * @param number counts the room's messages only: 1, 2, 3, …
 * @param at when the server took it
 * @param by who wrote it
 * @param text markdown source, at most 8000 characters, as sent; empty when it was deleted
 * @param key the writer's own name for it
 * @param editedAt when its text was last changed
 * @param deleted true when it was taken back, or its time was over
 * @param replyTo the seq of the message that it answers
 * @param thread the seq of the message whose thread it belongs to
 * @param alsoInRoom true for a message of a thread that is shown in the room as well
 * @param replies what the thread that began with it has come to
 * @param reactions its emoji, those that came first before the others
 * @param mentions whom it mentions: ids of users, and {@code @room} or {@code @here} for everyone
 * @param pinned true when it is pinned
 * @param attachments the files that came with it; absent when it was deleted
 * @param forwarded where it was said first, if it was forwarded
 * @param poll what it asks people to choose from, and their votes; absent when it was deleted
 * @param expiresAt when its time is over and the server deletes it; absent when it stays, or was
 *     deleted
 * @param expired true when it was deleted because its time was over
 */
@Json
public record Message(
    RoomId room,
    long seq,
    long number,
    Instant at,
    UserId by,
    String text,
    MessageKey key,
    @Nullable Instant editedAt,
    @Nullable Boolean deleted,
    @Nullable Long replyTo,
    @Nullable Long thread,
    @Nullable Boolean alsoInRoom,
    @Nullable Replies replies,
    @Nullable List<Reaction> reactions,
    @Nullable List<String> mentions,
    @Nullable Boolean pinned,
    @Nullable List<FileInfo> attachments,
    @Nullable Forwarded forwarded,
    @Nullable Poll poll,
    @Nullable Instant expiresAt,
    @Nullable Boolean expired) {

  /** As it was first said, before anything happened to it. */
  public Message(
      RoomId room, long seq, long number, Instant at, UserId by, String text, MessageKey key) {
    this(
        room, seq, number, at, by, text, key, null, null, null, null, null, null, null, null, null,
        null, null, null, null, null);
  }
}
