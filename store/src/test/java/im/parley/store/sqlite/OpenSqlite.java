package im.parley.store.sqlite;

import im.parley.store.contract.OpenStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;

/** The embedded store. */
final class OpenSqlite {

  private OpenSqlite() {}

  static OpenStore in(Path directory, InstantSource clock) {
    return OpenStore.with(
        listener -> SqliteStore.open(directory, listener, new SimpleMeterRegistry(), clock));
  }
}
