package im.parley.protocol.reply;

import im.parley.protocol.view.Receipt;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * How far some members have come.
 *
 * @param receipts the page, by user id
 * @param more whether there are more after it
 */
@Json
public record Receipts(List<Receipt> receipts, boolean more) implements Reply {}
