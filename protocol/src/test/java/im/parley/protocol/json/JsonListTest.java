package im.parley.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.protocol.error.RefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonListTest {

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void aListIsTakenApartAndPutTogetherAsItWas() {
    String list = "[\"a\\u0041κ\",1.50,{\"b\":[1, 2]},null,[]]";
    List<byte[]> elements = JsonList.elements(utf8(list), 5);
    assertThat(elements).hasSize(5);
    assertThat(elements.get(2)).asString(UTF_8).isEqualTo("{\"b\":[1, 2]}");
    assertThat(JsonList.of(elements)).asString(UTF_8).isEqualTo(list);
    assertThat(JsonList.of(JsonList.elements(utf8(" [ ] "), 0))).asString(UTF_8).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "1", "[1,2]x", "[1,]", "[,1]", "[1 2]", "[\"\u0001\"]", "[1,2,3]"})
  void whatIsNoListOrTooLongIsRefused(String json) {
    assertThatThrownBy(() -> JsonList.elements(utf8(json), 2)).isInstanceOf(RefusedException.class);
  }

  @Test
  void aNameIsAStringOrANumber() {
    assertThat(JsonList.name(utf8("\"a\\u0041\\n\""))).isEqualTo("aA\n");
    assertThat(JsonList.name(utf8("42"))).isEqualTo("42");
    assertThatThrownBy(() -> JsonList.name(utf8("{}"))).isInstanceOf(RefusedException.class);
    assertThat(JsonList.string("a\"\n")).asString(UTF_8).isEqualTo("\"a\\\"\\n\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "", "{", "{}x", "null"})
  void whatIsNoObjectIsSeen(String json) {
    assertThat(JsonList.isObject(utf8(json))).isFalse();
    assertThat(JsonList.isObject(utf8(" {\"a\":{}} "))).isTrue();
  }

  @Test
  void aQuotedObjectIsUnquoted() {
    byte[] json = utf8("{\"token\":\"t\",\"resume\":\"{\\\"r1\\\":4200000000000}\"}");
    assertThat(LooseJson.unquoted(json, "resume"))
        .asString(UTF_8)
        .isEqualTo("{\"token\":\"t\",\"resume\":{\"r1\":4200000000000}}");
    byte[] plain = utf8("{\"resume\":{\"r1\":42}}");
    assertThat(LooseJson.unquoted(plain, "resume")).isEqualTo(plain);
    assertThatThrownBy(() -> LooseJson.unquoted(utf8("{\"resume\":\"x\"}"), "resume"))
        .isInstanceOf(RefusedException.class);
  }
}
