package im.parley.store.sql;

import im.parley.protocol.id.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Who wrote last in a thread, as one column: ids with spaces between them, the newest first. */
final class ThreadUsers {

  private static final int MAX = 5;

  private ThreadUsers() {}

  static List<UserId> read(String column) {
    return Arrays.stream(column.split(" ")).map(UserId::new).toList();
  }

  /** The column after this user wrote. */
  static String with(UserId newest, String column) {
    List<UserId> users = new ArrayList<>(column.isEmpty() ? List.of() : read(column));
    users.remove(newest);
    users.addFirst(newest);
    return users.stream().limit(MAX).map(UserId::value).collect(Collectors.joining(" "));
  }
}
