/**
 * The ports between nodes over Redis, whose publish and subscribe is a hint and nothing more.
 *
 * <pre>
 *   own commits ───────────────┐
 *   RedisLink ─→ Envelope ─→ RedisBus ─→ RoomStreams ─ in order ─→ NodeListener
 *        ↑                     │   ↑ gaps ↓   ↑
 *      Topics                  │   LogReader ─┴─ RoomLog
 *                              ├─→ Nodes: who lives; am I alone? ─→ Fence
 *                              ├─→ Endings: sessions that are over everywhere
 *                              └─→ RedisOtherNodes ─→ the presence board
 * </pre>
 */
@NullMarked
package im.parley.cluster.redis;

import org.jspecify.annotations.NullMarked;
