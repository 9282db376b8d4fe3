package im.parley.protocol.view;

import im.parley.protocol.id.SessionId;
import io.avaje.jsonb.Json;
import java.time.Instant;

/**
 * One signed-in device, as its owner sees it.
 *
 * @param id the session's id
 * @param device what the client said of itself at sign-in, at most 120 characters
 * @param address the network address that it was last seen from
 * @param createdAt when it signed in
 * @param lastSeen when it last signed in or refreshed
 * @param current true for the session that asks
 */
@Json
public record SessionInfo(
    SessionId id,
    String device,
    String address,
    Instant createdAt,
    Instant lastSeen,
    boolean current) {}
