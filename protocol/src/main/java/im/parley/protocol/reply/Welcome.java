package im.parley.protocol.reply;

import im.parley.protocol.id.SessionId;
import im.parley.protocol.view.RoomSummary;
import im.parley.protocol.view.User;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The answer to hello: who one is, and how each room goes on.
 *
 * @param user the signed-in user
 * @param session the session of this connection
 * @param serverTime the server's clock, for showing times
 * @param heartbeatMs how often the server pings, in milliseconds; a connection silent for two is
 *     closed
 * @param epoch the life of the store that all seqs belong to
 * @param rooms the user's rooms, those with the newest messages first; at most 200
 * @param moreRooms whether there are more: see room.list
 * @param resume for each room, by id, that the client named, how it goes on
 */
@Json
public record Welcome(
    User user,
    SessionId session,
    Instant serverTime,
    long heartbeatMs,
    String epoch,
    List<RoomSummary> rooms,
    boolean moreRooms,
    Map<String, ResumeVerdict> resume)
    implements Reply {}
