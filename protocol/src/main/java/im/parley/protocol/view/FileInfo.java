package im.parley.protocol.view;

import im.parley.protocol.id.FileId;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * A file that was uploaded. Its bytes are at {@code /v1/files/{id}} and never change.
 *
 * @param id its id
 * @param name what it is called, at most 200 characters on one line, without a path
 * @param type its media type, found in its first bytes; what the client called it does not count
 * @param size how many bytes it has
 * @param width of an image, as it is shown: how many pixels wide
 * @param height of an image, as it is shown: how many pixels high
 * @param thumbnail the small picture at {@code /v1/files/{id}/thumbnail}; absent when there is none
 */
@Json
public record FileInfo(
    FileId id,
    String name,
    String type,
    long size,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Thumbnail thumbnail) {}
