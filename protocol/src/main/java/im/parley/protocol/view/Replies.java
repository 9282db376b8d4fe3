package im.parley.protocol.view;

import im.parley.protocol.id.UserId;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * What a thread has come to.
 *
 * @param count how many replies it has
 * @param last the seq of the newest one
 * @param users who wrote them, those of the newest replies first, at most 5
 */
@Json
public record Replies(long count, long last, List<UserId> users) {}
