/**
 * The ports on PostgreSQL 16 and newer, for any number of servers at a time.
 *
 * <pre>
 *   GroupCommitWriter ─▶ PostgresWriteConnection ──one connection──▶ PostgreSQL
 *      (one a server)       │ begin: the transaction's number
 *                           │ Prefetch: lock the batch's rooms in order, read them, their
 *                           │           members, and what was done under the keys
 *                           │ … the work, in memory; rows wait …
 *                           │ one statement for all events, one for rooms, one for members
 *                           └ commit; if its answer is lost, ask what became of the number
 *   Readers ─▶ PostgresReaders ──a pool──▶ PostgreSQL
 * </pre>
 *
 * <p>A room's row is locked from the first look at it to the commit. So a seq is given once, and
 * whoever sees an event sees all those before it, whichever server wrote them. A server that is
 * alone locks nothing: it has the claim to write, by the very connection, and what it read stays in
 * hand from batch to batch.
 */
@NullMarked
package im.parley.store.postgres;

import org.jspecify.annotations.NullMarked;
