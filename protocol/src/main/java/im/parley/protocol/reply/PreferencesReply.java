package im.parley.protocol.reply;

import im.parley.protocol.view.Preferences;
import io.avaje.jsonb.Json;

/**
 * What the caller wants to be notified of.
 *
 * @param preferences all of it
 */
@Json
public record PreferencesReply(Preferences preferences) implements Reply {}
