package im.parley.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.protocol.command.Command;
import im.parley.protocol.command.CommandType;
import im.parley.protocol.command.GetHistory;
import im.parley.protocol.command.GetMe;
import im.parley.protocol.command.JoinRoom;
import im.parley.protocol.command.ListEvents;
import im.parley.protocol.command.ListMembers;
import im.parley.protocol.command.OpenDirect;
import im.parley.protocol.command.SearchUsers;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.command.SetTyping;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How path, query and body of an HTTP request make one command. */
class ParameterReaderTest {

  private final CommandReader reader = new CommandReader();

  @Test
  void aPathFillsTheFieldsOfItsName() {
    assertThat(read(SendMessage.TYPE, Map.of("room", "r1"), "{\"key\":\"k\",\"text\":\"hi\"}"))
        .isEqualTo(new SendMessage(new RoomId("r1"), new MessageKey("k"), "hi"));
  }

  @Test
  void aPathWinsOverTheBody() {
    String body = "{\"room\":[\"r2\"],\"key\":\"k\",\"text\":\"hi\",\"room\":\"r3\"}";

    assertThat(read(SendMessage.TYPE, Map.of("room", "r1"), body))
        .isEqualTo(new SendMessage(new RoomId("r1"), new MessageKey("k"), "hi"));
  }

  @Test
  void aQueryTakesTheTypesOfItsFields() {
    assertThat(read(GetHistory.TYPE, Map.of("room", "r1", "before", "43", "limit", "10"), ""))
        .isEqualTo(new GetHistory(new RoomId("r1"), 43L, null, null, 10));
    assertThat(read(SetTyping.TYPE, Map.of("room", "r1", "active", "true"), ""))
        .isEqualTo(new SetTyping(new RoomId("r1"), true));
    assertThat(read(SetTyping.TYPE, Map.of("room", "r1", "active", "false"), "{}"))
        .isEqualTo(new SetTyping(new RoomId("r1"), false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "42", "true", "100%", "%41", "a+b", "\"", "\\u0041", "ž"})
  void aQueryIsTextAsItStands(String query) {
    assertThat(read(SearchUsers.TYPE, Map.of("query", query), ""))
        .isEqualTo(new SearchUsers(query, null));
  }

  @Test
  void aQueryMayBeEmpty() {
    assertThat(read(SearchUsers.TYPE, Map.of("query", ""), ""))
        .isEqualTo(new SearchUsers("", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "five",
        "5 ",
        " 5",
        "+5",
        "1.5",
        "1e2",
        "0x10",
        "٥",
        "５",
        "--5",
        "5-",
        "-",
        "/",
        "9223372036854775808",
        "-9223372036854775809",
        "null",
        "true",
        "5%",
        "5\u0000"
      })
  void aNumberThatIsNoneIsNamed(String number) {
    assertRefused(ListEvents.TYPE, Map.of("room", "r1", "after", number), "", "after");
    assertRefused(ListEvents.TYPE, Map.of("room", "r1", "limit", number), "", "limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "2147483648", "4294967346"})
  void aPageHasBounds(String limit) {
    assertRefused(ListEvents.TYPE, Map.of("room", "r1", "limit", limit), "", "limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "TRUE", "1", "yes", "true "})
  void aFlagThatIsNoneIsNamed(String flag) {
    assertRefused(SetTyping.TYPE, Map.of("room", "r1", "active", flag), "", "active");
  }

  @Test
  void anIdIsNamedByItsField() {
    assertRefused(JoinRoom.TYPE, Map.of("room", "../r1"), "", "room");
    assertRefused(ListMembers.TYPE, Map.of("room", "r1", "after", "not an id"), "", "after");
  }

  @Test
  void whatIsUnknownIsPassedOver() {
    assertThat(read(JoinRoom.TYPE, Map.of("room", "r1", "utm", "x"), "{\"by\":{\"a\":[1]}}"))
        .isEqualTo(new JoinRoom(new RoomId("r1")));
    assertThat(read(GetMe.TYPE, Map.of("", "x"), "")).isEqualTo(new GetMe());
  }

  @Test
  void aListComesInTheBody() {
    assertThat(read(OpenDirect.TYPE, Map.of(), "{\"users\":[\"u1\"]}"))
        .isEqualTo(new OpenDirect(List.of(new UserId("u1"))));
    assertRefused(OpenDirect.TYPE, Map.of("users", "u1"), "", "users");
  }

  @Test
  void aFieldOfTheBodyIsNamedToo() {
    String body = "{\"key\":\"k\",\"text\":5}";

    assertRefused(SendMessage.TYPE, Map.of("room", "r1"), body, "text");
    assertRefused(SendMessage.TYPE, Map.of("room", "r1"), "{\"key\":\"k\"}", "text");
    assertRefused(SendMessage.TYPE, Map.of(), "", "room");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "null", "5", "\"{}\"", "{", "{}x", "{}{}", " ", "{\"a\":1,}", "{'a':1}"})
  void aBodyIsOneJsonObject(String body) {
    assertRefused(JoinRoom.TYPE, Map.of("room", "r1"), body, null);
  }

  private Command<?> read(CommandType<?, ?> type, Map<String, String> parameters, String body) {
    return reader.read(type, parameters, CommandWriter.bytes(body));
  }

  private void assertRefused(
      CommandType<?, ?> type, Map<String, String> parameters, String body, @Nullable String field) {
    assertThatThrownBy(() -> read(type, parameters, body))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal().field()).isEqualTo(field));
  }
}
