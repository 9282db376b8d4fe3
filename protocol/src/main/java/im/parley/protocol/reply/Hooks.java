package im.parley.protocol.reply;

import im.parley.protocol.view.Hook;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * The addresses of a room for messages from elsewhere.
 *
 * @param hooks the oldest first
 */
@Json
public record Hooks(List<Hook> hooks) implements Reply {}
