/**
 * How fast Parley is, and its peers beside it in the same run.
 *
 * <pre>
 *   Main → scenario ─→ contender (a server process, on the first core)
 *              ├────→ load (thousands of clients on one thread, on another core)
 *              └────→ report (a table, JSON, docs/performance.md)
 * </pre>
 */
@NullMarked
package im.parley.bench;

import org.jspecify.annotations.NullMarked;
