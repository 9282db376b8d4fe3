package im.parley.core.fake;

import im.parley.core.file.FileRecords;
import im.parley.protocol.id.FileId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.FileInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that no message refers to: each is its owner's, and all of them are due. */
public final class InMemoryFiles implements FileRecords {

  private final Map<FileId, Kept> files = new LinkedHashMap<>();

  private record Kept(FileInfo file, UserId owner) {}

  @Override
  public synchronized long used(UserId owner) {
    return files.values().stream()
        .filter(kept -> kept.owner.equals(owner))
        .mapToLong(kept -> kept.file.size())
        .sum();
  }

  @Override
  public synchronized void add(FileInfo file, UserId owner, long quota) {
    if (used(owner) + file.size() > quota) {
      throw FileRecords.overQuota(quota);
    }
    files.put(file.id(), new Kept(file, owner));
  }

  @Override
  public synchronized Optional<FileInfo> find(FileId file, UserId viewer) {
    return Optional.ofNullable(files.get(file))
        .filter(kept -> kept.owner.equals(viewer))
        .map(Kept::file);
  }

  @Override
  public synchronized List<FileId> expired(int limit) {
    return files.keySet().stream().limit(limit).toList();
  }

  @Override
  public synchronized void forget(FileId file) {
    files.remove(file);
  }
}
