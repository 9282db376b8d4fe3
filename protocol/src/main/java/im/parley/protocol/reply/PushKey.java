package im.parley.protocol.reply;

import io.avaje.jsonb.Json;

/**
 * The key with which a browser subscribes.
 *
 * @param key the {@code applicationServerKey} of {@code pushManager.subscribe}: this server's
 *     public VAPID key (RFC 8292, section 3.2), a point of P-256 in 65 bytes, in base64url
 */
@Json
public record PushKey(String key) implements Reply {}
