package im.parley.store.disk;

import im.parley.core.file.FileStore;
import im.parley.store.contract.FileStoreContract;
import java.nio.file.Path;

class DiskFileStoreTest extends FileStoreContract {

  @Override
  protected FileStore open(Path directory) {
    return DiskFileStore.open(directory);
  }
}
