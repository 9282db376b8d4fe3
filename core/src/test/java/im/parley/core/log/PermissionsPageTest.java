package im.parley.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.view.RoomKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page of permissions says what the table says now. With {@code -Dparley.generate=write} it is
 * written first.
 */
class PermissionsPageTest {

  private static final String HEAD =
      """
      # Permissions

      <!-- Written by ./parley generate from RoomPermission: change it there. -->

      Who may do what in a room. Moderators may do all that members may, and owners all that
      moderators may. There is always an owner: the last one cannot be demoted, and hands the room on
      to the member of the highest role who has been there longest when they leave.

      Whoever is muted cannot write until their time is over. Slow mode makes members wait between two
      messages, not moderators and owners. A room that is archived can be read and left; any other
      change is refused with `forbidden`. Leaving and coming back ends neither a mute nor slow mode.

      | what | commands | public room | private room | direct conversation | |
      |---|---|---|---|---|---|
      """;

  @Test
  void thePageIsUpToDate() throws IOException {
    Path page = root().resolve("docs/permissions.md");
    if ("write".equals(System.getProperty("parley.generate"))) {
      Files.writeString(page, content());
    }
    assertThat(Files.exists(page) ? Files.readString(page) : "")
        .withFailMessage("%s is not what the table says: run ./parley generate", page)
        .isEqualTo(content());
  }

  private static String content() {
    return HEAD
        + Stream.of(RoomPermission.values())
            .map(PermissionsPageTest::row)
            .collect(Collectors.joining());
  }

  private static String row(RoomPermission permission) {
    return "| %s | `%s` | %s | %s | %s | %s |\n"
        .formatted(
            permission.title(),
            permission.commands().replace(", ", "`, `"),
            permission.in(RoomKind.PUBLIC).words(),
            permission.in(RoomKind.PRIVATE).words(),
            permission.in(RoomKind.DIRECT).words(),
            permission.beyond().words());
  }

  /** The root of the repository, whether the tests run in it or in their module. */
  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    return Files.isDirectory(folder.resolve("core/src")) ? folder : folder.resolveSibling("");
  }
}
