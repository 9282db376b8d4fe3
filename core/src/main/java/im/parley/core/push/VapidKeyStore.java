package im.parley.core.push;

import java.util.Optional;

/** Keeps the server's keys for pushing. Browsers subscribe with them, so they never change. */
public interface VapidKeyStore {

  /** The keys; empty before the first are kept. Waits for the store. */
  Optional<VapidKeys> find();

  /**
   * Keeps these keys, durably, unless there are some already. Waits for the store.
   *
   * @return those that are kept
   */
  VapidKeys keepFirst(VapidKeys made);
}
