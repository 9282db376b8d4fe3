package im.parley.store.sql;

import im.parley.protocol.event.DurableEvent;
import java.util.List;

/**
 * A batch whose outcome is final.
 *
 * @param units what was done, or failed, in order
 * @param events what was committed, in order
 */
record SettledBatch(List<Unit<?>> units, List<DurableEvent> events) {}
