package im.parley.protocol.view;

import io.avaje.jsonb.Json;

/**
 * A small picture of an image.
 *
 * @param width how many pixels wide, at most 480
 * @param height how many pixels high, at most 480
 */
@Json
public record Thumbnail(int width, int height) {}
