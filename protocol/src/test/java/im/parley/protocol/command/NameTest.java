package im.parley.protocol.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What names and texts may be made of. */
class NameTest {

  private static final RoomId ROOM = new RoomId("r1");
  private static final MessageKey KEY = new MessageKey("k");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada",
        "Žluťoučký kůň",
        "日本語",
        "👩‍💻 dev",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "a\u200bb",
        "נועה",
        "${jndi:ldap://x}",
        "{{7*7}}",
        "%n"
      })
  void aNameMayBeOfAnyScript(String name) {
    assertThat(new UpdateMe(name).displayName()).isEqualTo(name);
  }

  @Test
  void aNameLosesTheSpaceAroundIt() {
    assertThat(new UpdateMe("  Ada \u2003").displayName()).isEqualTo("Ada");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\nb",
        "a\r\nb",
        "a\tb",
        "\u001b[31mred",
        "a\u007fb",
        "a\u0085b",
        "a\u2028b",
        "a\u2029b",
        "a\u061cb",
        "a\u200eb",
        "a\u200fb",
        "a\u202ab",
        "a\u202eb",
        "a\u2066b",
        "a\u2069b",
        "a\ud800b",
        "a\udc00b",
        "a\ud800"
      })
  void aNameStandsOnOneLineAndRunsOneWay(String name) {
    refuses("displayName", name, UpdateMe::new);
    refuses("name", name, text -> new UpdateRoom(ROOM, text, null, null, null, null, null));
    refuses("topic", name, text -> new UpdateRoom(ROOM, null, null, text, null, null, null));
    refuses("client", name, text -> new Hello("t", null, null, text));
    refuses("device", name, text -> new CreateSession("ada", "password", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0", "\u200b", "\u2060\u00ad", "\u3164", "\u2800 \ufeff"})
  void aNameCanBeSeen(String name) {
    refuses("displayName", name, UpdateMe::new);
  }

  @Test
  void aNameOfCombiningMarksIsAsLongAsItsCharacters() {
    refuses("displayName", "a" + "\u0301".repeat(10_000), UpdateMe::new);
    refuses("text", "a" + "\u0301".repeat(10_000), text -> new SendMessage(ROOM, KEY, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two\nlines",
        "\ttab",
        "\u202e",
        "a\u2028b",
        "\u001b[31m",
        "<script>",
        "🦜",
        "\ufeffx"
      })
  void aMessageIsItsWritersOwn(String text) {
    assertThat(new SendMessage(ROOM, KEY, text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t", "a\u0000", "\ud83e", "\udd9c\ud83e", "a\ud83e b"})
  void aMessageIsWholeUnicodeAndNotBlank(String text) {
    refuses("text", text, message -> new SendMessage(ROOM, KEY, message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "r/1", "../r", "r%31", "r\n", "é", "r1?", "a#b", "\u0000"})
  void anIdIsUrlSafe(String id) {
    refuses("room", id, RoomId::new);
    refuses("user", id, UserId::new);
    refuses("session", id, SessionId::new);
  }

  @Test
  void anIdIsAtMost40Characters() {
    assertThat(new RoomId("r".repeat(40)).value()).hasSize(40);
    refuses("room", "r".repeat(41), RoomId::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "k\n", "é", "\u007f"})
  void aKeyIsVisibleAscii(String key) {
    refuses("key", key, MessageKey::new);
  }

  @Test
  void aKeyIsAtMost64Characters() {
    assertThat(new MessageKey("!".repeat(64)).value()).hasSize(64);
    refuses("key", "k".repeat(65), MessageKey::new);
  }

  @Test
  void newIdsAreValidAndDiffer() {
    List<String> ids =
        List.of(
            RoomId.random().value(),
            RoomId.random().value(),
            UserId.random().value(),
            SessionId.random().value(),
            MessageKey.random().value());

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(new RoomId(ids.getFirst()).value()).hasSize(13).startsWith("r");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada", "ad", "ada lovelace", "ada@x", "\u0430da", "ada\n"})
  void aUsernameIsPlain(String username) {
    refuses("username", username, name -> new RegisterAccount(name, "long enough", null, null));
  }

  @Test
  void aCommandWithoutKeyGetsOneOfItsOwn() {
    UpdateRoom first = new UpdateRoom(ROOM, "a", null, null, null, null, null);
    UpdateRoom second = new UpdateRoom(ROOM, "a", null, null, null, null, null);

    assertThat(first.key()).isNotNull().isNotEqualTo(second.key());
  }

  private static void refuses(String field, String value, Function<String, ?> record) {
    assertThatThrownBy(() -> record.apply(value))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal().field()).isEqualTo(field));
  }
}
