/**
 * Many nodes under load and under faults, and what must hold whatever happens.
 *
 * <pre>
 *   FaultsTest, MutationsTest, ChaosRun
 *        │ inject
 *     Fault ─→ Cluster: three nodes ── Wire ──→ PostgreSQL, Redis
 *                 ↑
 *     Crowd of Participants ── what they did and heard ──→ History ─→ HistoryChecker
 * </pre>
 */
@NullMarked
package im.parley.app.chaos;

import org.jspecify.annotations.NullMarked;
