/**
 * From the embedded database to one of PostgreSQL.
 *
 * <pre>
 *   SqliteSource ─ table by table ─→ Move ─→ PostgresTarget
 *                                     └─ Tally of both: equal, or nothing was changed
 * </pre>
 */
@NullMarked
package im.parley.store.move;

import org.jspecify.annotations.NullMarked;
