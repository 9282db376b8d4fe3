package im.parley.store.contract;

import im.parley.core.log.CommitListener;
import im.parley.protocol.event.DurableEvent;
import im.parley.store.sql.SqlStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A store of any kind, open and empty.
 *
 * @param ports what it offers
 * @param announced what the commit listener has heard so far, in order
 */
public record OpenStore(SqlStore ports, List<DurableEvent> announced) implements AutoCloseable {

  /** Opens one with a listener that remembers. */
  public static OpenStore with(Function<CommitListener, SqlStore> opener) {
    List<DurableEvent> announced = new CopyOnWriteArrayList<>();
    return new OpenStore(opener.apply(announced::addAll), announced);
  }

  @Override
  public void close() {
    ports.close();
  }
}
