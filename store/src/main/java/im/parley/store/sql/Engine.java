package im.parley.store.sql;

import im.parley.core.search.MessageSearch;

/**
 * A database that the ports are on. It opens with its tables up to date, and may be used from any
 * thread.
 */
public interface Engine extends AutoCloseable {

  /** The name of the store's life: another one after it was restored from a backup. */
  String epoch();

  /** Who writes. */
  GroupCommitWriter writer();

  /** Who reads. */
  Readers readers();

  /** Who finds messages by their words. */
  MessageSearch search();

  /** Finishes what was begun, tells the listener and all who wait, and lets go of the database. */
  @Override
  void close();
}
