package im.parley.core.fake;

import im.parley.core.log.Page;
import java.util.List;

/** Cuts pages out of whole listings. */
final class Pages {

  private Pages() {}

  /** The first page of the rest of a listing. */
  static <T> Page<T> first(List<T> rest, int limit) {
    return new Page<>(rest.subList(0, Math.min(limit, rest.size())), rest.size() > limit);
  }

  /** The last page of the beginning of a listing. */
  static <T> Page<T> last(List<T> beginning, int limit) {
    int from = Math.max(0, beginning.size() - limit);
    return new Page<>(beginning.subList(from, beginning.size()), from > 0);
  }
}
