/**
 * Server-sent events (HTML standard, section 9.2) for the simplest clients: {@code GET /v1/events}
 * streams what a session gets, and {@code Last-Event-ID} resumes it at any node. Commands go by
 * HTTP.
 *
 * <pre>
 *   EventStreamService ─ token, Last-Event-ID → Hello → EventStreamConnection ⇄ LiveSession
 *   EventStreamCodec: events → blocks that all streams share, with their places in comments
 *   Positions: the places that one stream has come to ⇄ the id that its client brings back
 * </pre>
 */
@NullMarked
package im.parley.edge.eventstream;

import org.jspecify.annotations.NullMarked;
