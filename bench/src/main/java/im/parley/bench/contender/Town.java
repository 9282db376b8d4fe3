package im.parley.bench.contender;

import im.parley.bench.load.Member;
import io.avaje.json.mapper.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * People and rooms, as {@code parley seed} lays them out.
 *
 * @param users how many people
 * @param rooms how many rooms
 * @param perRoom how many people in each
 * @param messages how many messages there have been, in all rooms together
 */
public record Town(int users, int rooms, int perRoom, int messages) {

  /** Everyone in one room that is new. */
  public static Town ofOneRoom(int users) {
    return new Town(users, 1, users, 0);
  }

  /**
   * Makes it known to a contender, in its data directory.
   *
   * @param store options that say where else it keeps what it has
   * @return its people
   */
  public List<Member> settle(Contender contender, Path home, Path data, List<String> store) {
    return contender.isParley() ? seed(home, data, store) : imagine();
  }

  private List<Member> seed(Path home, Path data, List<String> store) {
    List<String> command =
        new ArrayList<>(
            List.of(
                home.resolve("parley").toString(),
                "seed",
                "--data",
                data.toString(),
                "--users",
                Integer.toString(users),
                "--rooms",
                Integer.toString(rooms),
                "--per-room",
                Integer.toString(perRoom),
                "--messages",
                Integer.toString(messages)));
    command.addAll(store);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      List<Member> members =
          process.inputReader(StandardCharsets.UTF_8).lines().map(Town::member).toList();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("Seeding failed");
      }
      return members;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private static Member member(String line) {
    Map<String, Object> fields = JsonMapper.builder().build().fromJsonObject(line);
    List<String> rooms =
        fields.get("rooms") instanceof List<?> ids
            ? ids.stream().map(String::valueOf).toList()
            : List.of();
    return new Member(
        String.valueOf(fields.get("user")), String.valueOf(fields.get("token")), rooms);
  }

  /** Peers believe what a client says of itself; nobody need be made known to them. */
  private List<Member> imagine() {
    List<List<String>> roomsOf = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      roomsOf.add(new ArrayList<>());
    }
    for (int place = 0; place < rooms * perRoom; place++) {
      roomsOf.get(place % users).add("room" + place / perRoom);
    }
    List<Member> members = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      members.add(new Member("user" + user, "", roomsOf.get(user)));
    }
    return members;
  }
}
