package im.parley.protocol.reply;

import im.parley.protocol.view.SessionInfo;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * Where the caller is signed in.
 *
 * @param sessions the newest first; at most 100
 */
@Json
public record Sessions(List<SessionInfo> sessions) implements Reply {}
