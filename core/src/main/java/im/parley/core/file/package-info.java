/**
 * Files: how they come in, what they are found to be, who may have them, and when they go.
 *
 * <pre>
 *   door ── pieces ─→ Upload ─→ draft on disk ─→ MediaType, ImageSize, Thumbnails
 *                                    │
 *                          FileRecords (row) ─→ FileStore (bytes): in this order, so that a crash
 *                                               leaves nothing that has no row
 *   FileCollector: bytes first, then the row
 * </pre>
 */
@NullMarked
package im.parley.core.file;

import org.jspecify.annotations.NullMarked;
