package im.parley.protocol.view;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A URL that is told what happens in a room: an outgoing webhook.
 *
 * @param id its number
 * @param room which room
 * @param url where to
 * @param events the types of event that it is told of
 * @param keywords if there are any, it is told only of messages that begin with one of them
 * @param bots true if it is told of what bots do as well
 * @param by who made it
 * @param at when
 * @param seq how far it has been told, as far as is kept: a seq of the room
 * @param disabled why it is told nothing more; absent while it is
 */
@Json
public record Outgoing(
    long id,
    RoomId room,
    String url,
    List<String> events,
    List<String> keywords,
    @Nullable Boolean bots,
    UserId by,
    Instant at,
    long seq,
    @Nullable String disabled) {}
