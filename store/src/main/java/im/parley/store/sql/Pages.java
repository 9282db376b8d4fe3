package im.parley.store.sql;

import im.parley.core.log.Page;
import java.util.List;

/** Pages from listings that were read one further than asked, to see whether they go on. */
public final class Pages {

  private Pages() {}

  public static <T> Page<T> cut(List<T> items, int limit) {
    boolean more = items.size() > limit;
    return new Page<>(more ? items.subList(0, limit) : items, more);
  }
}
