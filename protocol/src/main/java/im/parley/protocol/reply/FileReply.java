package im.parley.protocol.reply;

import im.parley.protocol.view.FileInfo;
import io.avaje.jsonb.Json;

/**
 * The file that was uploaded.
 *
 * @param file what the server found it to be
 */
@Json
public record FileReply(FileInfo file) implements Reply {}
