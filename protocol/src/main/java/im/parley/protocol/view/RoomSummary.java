package im.parley.protocol.view;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A room in one line, as one user sees it.
 *
 * @param id the room's id
 * @param kind who may find and enter it
 * @param name what it is called; empty in a direct room, which is called after its users
 * @param alias its unique short name in addresses, if it has one
 * @param topic what it is about, if that was said
 * @param role what the user may do in it; absent when the user is not a member
 * @param members how many members it has
 * @param head the seq of its newest event; 0 when nothing has happened yet
 * @param messages how many messages it has: the {@code number} of its newest one
 * @param read the seq up to which the user has read; 0 for nothing
 * @param unread how many messages came after that
 * @param mentions how many of those mention the user
 * @param notifyLevel which messages should draw the user's attention
 * @param mutedUntil until when the user may not write, as it was said last; a time that has passed
 *     when they may again; absent when they always might
 * @param slowModeSeconds how long a member waits between two messages; absent when not at all
 * @param expireSeconds how long messages last that are posted now; absent when for ever
 * @param archived true when nobody does anything more in it
 * @param users everyone in a direct room, the user included; absent elsewhere
 * @param last the newest message, if there is one and the user is a member
 */
@Json
public record RoomSummary(
    RoomId id,
    RoomKind kind,
    String name,
    @Nullable String alias,
    @Nullable String topic,
    @Nullable Role role,
    long members,
    long head,
    long messages,
    long read,
    long unread,
    long mentions,
    @Json.Property("notify") NotifyLevel notifyLevel,
    @Nullable Instant mutedUntil,
    @Nullable Integer slowModeSeconds,
    @Nullable Integer expireSeconds,
    @Nullable Boolean archived,
    @Nullable List<User> users,
    @Nullable LastMessage last) {

  /**
   * The newest message of a room.
   *
   * @param seq its place in the room
   * @param by who wrote it
   * @param text its first 200 characters; empty when it was deleted, and it may be beside files
   * @param at when it was written
   * @param file what its first file is called, if it has no text of its own
   */
  @Json
  public record LastMessage(long seq, UserId by, String text, Instant at, @Nullable String file) {}
}
