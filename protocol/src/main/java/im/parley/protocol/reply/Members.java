package im.parley.protocol.reply;

import im.parley.protocol.view.Member;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * A page of a room's members.
 *
 * @param members the page, by user id
 * @param more whether there are more after it
 */
@Json
public record Members(List<Member> members, boolean more) implements Reply {}
