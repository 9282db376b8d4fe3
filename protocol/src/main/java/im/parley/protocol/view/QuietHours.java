package im.parley.protocol.view;

import im.parley.protocol.error.RefusedException;
import io.avaje.jsonb.Json;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a user does not want to be notified. Hours that begin in the evening and end in the morning
 * belong to the day on which they begin.
 *
 * @param from when they begin: {@code 22:00}, by the clock of the zone
 * @param to when they end, in the same way: another time than {@code from}, on the next day if it
 *     is earlier
 * @param zone a time zone by its name: {@code Europe/Berlin} (IANA time zone database)
 * @param days the days on which they begin, 1 for Monday to 7 for Sunday (ISO 8601); every day when
 *     left out
 */
@Json
public record QuietHours(String from, String to, String zone, @Nullable List<Integer> days) {

  private static final String FIELD = "quietHours";
  private static final int MAX_ZONE = 50;
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  public QuietHours {
    requireTime("from", from);
    requireTime("to", to);
    if (from.equals(to)) {
      throw refused("must begin and end at different times");
    }
    requireZone(zone);
    if (days != null) {
      days = days.stream().distinct().sorted().toList();
      if (days.isEmpty() || days.getFirst() < 1 || days.getLast() > 7) {
        throw refused("needs 'days' from 1, Monday, to 7, Sunday");
      }
    }
  }

  private static void requireTime(String name, @Nullable String time) {
    if (time == null || !TIME.matcher(time).matches()) {
      throw refused("needs '" + name + "' as hours and minutes, like 22:00");
    }
  }

  private static void requireZone(@Nullable String zone) {
    try {
      if (zone != null && zone.length() <= MAX_ZONE) {
        ZoneId.of(zone);
        return;
      }
    } catch (DateTimeException e) {
      // Answered below, like none.
    }
    throw refused("needs 'zone' as the name of a time zone, like Europe/Berlin");
  }

  private static RefusedException refused(String rule) {
    return RefusedException.badField(FIELD, rule);
  }

  /** Whether this moment is within them: the first minute is, the last is not. */
  public boolean include(Instant moment) {
    ZonedDateTime there = moment.atZone(ZoneId.of(zone));
    LocalTime time = there.toLocalTime();
    boolean begun = !time.isBefore(LocalTime.parse(from));
    boolean over = !time.isBefore(LocalTime.parse(to));
    DayOfWeek today = there.getDayOfWeek();
    return from.compareTo(to) < 0
        ? begun && !over && beginOn(today)
        : (begun && beginOn(today)) || (!over && beginOn(today.minus(1)));
  }

  private boolean beginOn(DayOfWeek day) {
    return days == null || days.contains(day.getValue());
  }
}
