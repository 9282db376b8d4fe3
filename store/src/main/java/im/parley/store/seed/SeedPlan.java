package im.parley.store.seed;

import im.parley.core.room.Rooms;
import java.util.stream.IntStream;

/**
 * What a store for benchmarks and demonstrations is filled with. The rooms take their members from
 * the users in turn, around and around, so that everyone is in as many rooms as anyone else, give
 * or take one; the messages are spread as evenly over the rooms.
 *
 * @param users how many users, 1 to {@value #MAX_USERS}
 * @param rooms how many rooms, 1 to {@value #MAX_ROOMS}
 * @param perRoom how many members each room has, 1 to {@code users}
 * @param messages how many messages in all, 0 to {@value #MAX_MESSAGES}
 */
public record SeedPlan(int users, int rooms, int perRoom, int messages) {

  public static final int MAX_USERS = 100_000;
  public static final int MAX_ROOMS = 100_000;
  public static final int MAX_MESSAGES = 100_000_000;

  /**
   * Checks the plan.
   *
   * @throws IllegalArgumentException if it cannot be; the message is for the operator, names the
   *     option at fault and says what to do
   */
  public SeedPlan {
    require("users", users, 1, MAX_USERS);
    require("rooms", rooms, 1, MAX_ROOMS);
    require("per-room", perRoom, 1, users);
    require("messages", messages, 0, MAX_MESSAGES);
    long roomsOfOne = Math.ceilDiv((long) rooms * perRoom, users);
    if (roomsOfOne > Rooms.MAX_ROOMS_PER_USER) {
      throw new IllegalArgumentException(
          "One can be in %d rooms at most, and this would be %d: ask for more 'users' or fewer 'rooms'"
              .formatted(Rooms.MAX_ROOMS_PER_USER, roomsOfOne));
    }
  }

  private static void require(String option, int number, int min, int max) {
    if (number < min || number > max) {
      throw new IllegalArgumentException(
          "'" + option + "' must be a number from " + min + " to " + max);
    }
  }

  /** The user who is a room's {@code nth} member, counted from 0; its owner is the first. */
  int member(int room, int nth) {
    return (int) (((long) room * perRoom + nth) % users);
  }

  /** The rooms of a user, in ascending order. */
  IntStream roomsOf(int user) {
    int times = Math.toIntExact(Math.ceilDiv((long) rooms * perRoom - user, users));
    return IntStream.range(0, times).map(time -> (int) ((user + (long) time * users) / perRoom));
  }

  /** How many messages a room has. */
  int messagesIn(int room) {
    return messages / rooms + (room < messages % rooms ? 1 : 0);
  }

  /** How many events all rooms have together: everyone coming in, and the messages. */
  public long events() {
    return (long) rooms * perRoom + messages;
  }
}
