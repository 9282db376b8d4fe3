package im.parley.app;

import im.parley.app.client.Server;
import java.nio.file.Path;

/** Files in the data directory, as they are when nothing is set. */
class FilesOnDiskTest extends FilesBehavior {

  @Override
  Server start(Path data, String... options) throws Exception {
    return Server.start(data, options);
  }
}
