/**
 * The ports on SQL, written once for every engine: what is kept, by which statements, and in which
 * order. An engine is a way to read, a connection that writes, and a search.
 *
 * <pre>
 *   port ─┬─▶ Readers.read ──▶ Statements ──────────────▶ engine
 *         └─▶ GroupCommitWriter ─▶ Work … Work ─▶ WriteTransaction ─▶ WriteConnection ─▶ engine
 *                    │                  └─ Ledger, LoadedRooms, … : what the work writes with
 *                    └─▶ Completions ─▶ CommitListener, then those who wait
 * </pre>
 *
 * <p>The statements are in the SQL that SQLite and PostgreSQL both understand, with SQLite's
 * numbered parameters; the few functions that only SQLite has are made in PostgreSQL by its first
 * migration. The tables are drawn in {@link im.parley.store.sqlite}.
 */
@NullMarked
package im.parley.store.sql;

import org.jspecify.annotations.NullMarked;
