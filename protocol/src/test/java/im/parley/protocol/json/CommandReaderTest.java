package im.parley.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.command.GetMe;
import im.parley.protocol.command.Hello;
import im.parley.protocol.command.OpenDirect;
import im.parley.protocol.command.Ping;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.json.CommandReader.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The envelope of a text frame. */
class CommandReaderTest {

  private final CommandReader reader = new CommandReader();

  @Test
  void dataMayComeBeforeItsType() {
    assertThat(
            read(
                """
                {"data": {"room": "r1", "key": "k", "text": "hi"}, "type": "message.send", "id": 7}
                """))
        .isEqualTo(
            new Request.Accepted(
                new RequestId("7"), new SendMessage(new RoomId("r1"), new MessageKey("k"), "hi")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"ping\"}",
        "{\"type\":\"ping\",\"data\":{}}",
        "{\"type\":\"ping\",\"data\":null}",
        "{\"id\":null,\"type\":\"ping\"}",
        "{\"\\u0074ype\":\"p\\u0069ng\"}",
        "{\"type\":\"ping\",\"data\":{\"any\":[1,{\"thing\":null}]}}",
        "{\"more\":{\"type\":\"me.get\",\"id\":9},\"type\":\"ping\"}"
      })
  void aCommandNeedsNoIdAndNoData(String frame) {
    assertThat(read(frame)).isEqualTo(new Request.Accepted(RequestId.NONE, new Ping()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "17",
        "-1",
        "1.5",
        "1e400",
        "\"\"",
        "\"a\"",
        "\"\\u0041\"",
        "\"é\"",
        "\"\\\"\"",
        "123456789012345678901234567890"
      })
  void theIdIsRepeatedAsItCame(String id) {
    RequestId expected = new RequestId(id);

    assertThat(read("{\"id\": " + id + " ,\"type\":\"ping\"}").id()).isEqualTo(expected);
    assertThat(read("{\"type\":\"nope\",\"id\":" + id + "}").id()).isEqualTo(expected);
    assertThat(read("{\"type\":5,\"id\":" + id + "}").id()).isEqualTo(expected);
    assertThat(read("{\"data\":[],\"type\":\"ping\",\"id\":" + id + "}").id()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "[1]", "{}", "{\"id\":1}"})
  void anIdIsANumberOrAString(String id) {
    assertRefused("{\"id\":" + id + ",\"type\":\"ping\"}", "id");
  }

  @Test
  void anIdIsAtMost64Characters() {
    assertThat(read("{\"id\":\"" + "a".repeat(62) + "\",\"type\":\"ping\"}"))
        .isInstanceOf(Request.Accepted.class);
    assertRefused("{\"id\":\"" + "a".repeat(63) + "\",\"type\":\"ping\"}", "id");
    assertRefused("{\"id\":" + "1".repeat(65) + ",\"type\":\"ping\"}", "id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":1}",
        "{\"type\":null}",
        "{\"type\":5}",
        "{\"type\":[\"ping\"]}",
        "{\"type\":{}}",
        "{\"type\":true}",
        "{\"type\":\"\"}",
        "{\"type\":\"Ping\"}",
        "{\"type\":\" ping\"}",
        "{\"type\":\"pin\"}",
        "{\"Type\":\"ping\"}",
        "{\"type\":\"__proto__\"}",
        "{\"type\":\"message.posted\"}"
      })
  void aFrameNamesACommand(String frame) {
    assertRefused(frame, "type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "5", "\"{}\"", "true"})
  void dataIsAnObject(String data) {
    assertRefused("{\"type\":\"ping\",\"data\":" + data + "}", "data");
    assertRefused("{\"data\":" + data + ",\"type\":\"message.send\"}", "data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{\"type\":\"ping\"}]", "5", "\"ping\"", "null", "true", " 1.5 "})
  void aFrameIsAnObject(String frame) {
    assertThat(read(frame))
        .isEqualTo(
            new Request.Refused(
                RequestId.NONE,
                Refusal.of(ErrorCode.BAD_REQUEST, "A frame must be one JSON object")));
  }

  @Test
  void aFrameIsOneObject() {
    assertRefused("{\"type\":\"ping\"}{\"type\":\"ping\"}", null);
    assertRefused("{\"type\":\"ping\"},", null);
    assertRefused("{\"type\":\"ping\"", null);
  }

  @Test
  void theLastOfAFieldCounts() {
    assertThat(read("{\"id\":1,\"type\":\"ping\",\"type\":\"me.get\",\"id\":2}"))
        .isEqualTo(new Request.Accepted(new RequestId("2"), new GetMe()));
    assertThat(
            read(
                """
                {"type":"message.send","data":[],
                 "data":{"room":"r1","room":"r2","key":"k","text":"a","text":"b"}}
                """))
        .isEqualTo(
            new Request.Accepted(
                RequestId.NONE, new SendMessage(new RoomId("r2"), new MessageKey("k"), "b")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"r1", "../r1", "__proto__", ""})
  void aClientMayHoldRoomsThatDoNotExist(String room) {
    Request request =
        read("{\"type\":\"hello\",\"data\":{\"token\":\"t\",\"resume\":{\"" + room + "\":5}}}");

    assertThat(request)
        .isEqualTo(
            new Request.Accepted(RequestId.NONE, new Hello("t", Map.of(room, 5L), null, null)));
  }

  @Test
  void aRoomIsHeldOnce() {
    assertRefused(
        "{\"type\":\"hello\",\"data\":{\"token\":\"t\",\"resume\":{\"r\":1,\"r\":2}}}", "resume");
  }

  @Test
  void roomsStayInTheOrderInWhichTheyCame() {
    Map<String, Long> rooms = new LinkedHashMap<>();
    List.of("r9", "r1", "r5", "r3", "r7", "r2", "r8").forEach(room -> rooms.put(room, 1L));
    String resume = ParleyJson.JSONB.toJson(rooms);
    String frame = "{\"type\":\"hello\",\"data\":{\"token\":\"t\",\"resume\":" + resume + "}}";

    assertThat(read(frame))
        .isInstanceOfSatisfying(
            Request.Accepted.class,
            request ->
                assertThat(((Hello) request.command()).resume()).containsExactlyEntriesOf(rooms));
  }

  @Test
  void aPersonNamedTwiceIsOnePerson() {
    assertThat(read("{\"type\":\"direct.open\",\"data\":{\"users\":[\"u1\",\"u2\",\"u1\"]}}"))
        .isEqualTo(
            new Request.Accepted(
                RequestId.NONE, new OpenDirect(List.of(new UserId("u1"), new UserId("u2")))));
  }

  @Test
  void onlyOneSideOfHistoryCanBeAskedFor() {
    String both = "{\"room\":\"r1\",\"before\":5,\"around\":3}";

    assertRefused("{\"type\":\"message.history\",\"data\":" + both + "}", "before");
  }

  @Test
  void escapesMeanWhatTheyStandFor() {
    String text =
        "{\"room\":\"r1\",\"key\":\"k\",\"text\":\"\\ud83e\\udd9c \\u00e9\\n\\\\\\/\\\"\"}";

    assertThat(read("{\"type\":\"message.send\",\"data\":" + text + "}"))
        .isEqualTo(
            new Request.Accepted(
                RequestId.NONE,
                new SendMessage(new RoomId("r1"), new MessageKey("k"), "🦜 é\n\\/\"")));
  }

  @Test
  void aRefusalDoesNotChangeHowTheNextFrameIsRead() {
    read("{\"type\":\"message.send\",\"data\":{\"room\":[\"r1\"],\"key\":\"k\"");

    assertThat(read("{\"type\":\"ping\"}")).isInstanceOf(Request.Accepted.class);
  }

  private void assertRefused(String frame, @Nullable String field) {
    Request request = read(frame);

    assertThat(request).isInstanceOf(Request.Refused.class);
    Refusal refusal = ((Request.Refused) request).refusal();
    assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(refusal.field()).isEqualTo(field);
  }

  private Request read(String frame) {
    return reader.read(CommandWriter.bytes(frame));
  }
}
