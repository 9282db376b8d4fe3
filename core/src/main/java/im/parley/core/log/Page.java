package im.parley.core.log;

import java.util.List;

/**
 * Part of a listing.
 *
 * @param items in the order of the listing
 * @param more whether the listing goes on after it
 */
public record Page<T>(List<T> items, boolean more) {

  public Page {
    items = List.copyOf(items);
  }
}
