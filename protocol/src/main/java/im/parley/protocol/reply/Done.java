package im.parley.protocol.reply;

import io.avaje.jsonb.Json;

/** The command was carried out; there is nothing more to say. */
@Json
public record Done() implements Reply {}
