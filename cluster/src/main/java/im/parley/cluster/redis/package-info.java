/**
 * The ports between nodes over Redis, whose publish and subscribe is a hint and nothing more.
 *
 * <pre>
 *   own commits ───────────────┐
 *   RedisLink ─→ Envelope ─→ RedisBus ─→ RoomStreams ─ in order ─→ NodeListener
 *        ↑                     │   ↑ gaps ↓   ↑
 *      Topics                  │   LogReader ─┴─ RoomLog
 *                              ├─→ Beats ─→ Nodes: who lives; am I alone? ─→ Fence
 *                              ├─→ Endings: sessions that are over everywhere
 *                              └─→ RedisOtherNodes ─→ the presence board
 *
 *   RedisLink ─┬─ OneRedis
 *              └─ RedisCluster ─→ Survey ─→ Wiring by a ClusterMap ─→ a MasterLink for each master
 * </pre>
 */
@NullMarked
package im.parley.cluster.redis;

import org.jspecify.annotations.NullMarked;
