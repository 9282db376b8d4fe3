/**
 * Files in a bucket of any store that speaks S3's protocol: Amazon's, or one's own.
 *
 * <pre>
 *   upload ─▶ draft on this machine's disk ─▶ keep: one PUT of the whole file ─▶ bucket
 *   download ◀─ one GET, from the byte that was asked for ◀────────────────────── bucket
 * </pre>
 *
 * <p>A PUT is answered when the object is as durable as the store makes it, so a file is there
 * before the message that names it.
 */
@NullMarked
package im.parley.store.s3;

import org.jspecify.annotations.NullMarked;
