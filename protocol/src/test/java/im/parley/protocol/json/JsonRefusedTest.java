package im.parley.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 8259 does not allow, told by examples after the manner of JSONTestSuite. */
class JsonRefusedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[1 true]",
        "[\"\": 1]",
        "[\"\"],",
        "[,1]",
        "[1,,2]",
        "[\"x\",,]",
        "[\"x\"]]",
        "[\"\",]",
        "[\"x\"",
        "[x",
        "[3[4]]",
        "[1:2]",
        "[,]",
        "[-]",
        "[   , \"\"]",
        "[\"a\",\n4\n,1,",
        "[1,]",
        "[1,,]",
        "[*]",
        "[\"\"",
        "[1,",
        "[1,\n1\n,1",
        "[{}",
        "[fals]",
        "[nul]",
        "[tru]",
        "[++1234]",
        "[+1]",
        "[+Inf]",
        "[-01]",
        "[-1.0.]",
        "[-2.]",
        "[-NaN]",
        "[.-1]",
        "[.2e-3]",
        "[0.1.2]",
        "[0.3e+]",
        "[0.3e]",
        "[0.e1]",
        "[0E+]",
        "[0E]",
        "[1.0e+]",
        "[1.0e-]",
        "[1.0e]",
        "[1 000.0]",
        "[1eE2]",
        "[2.e+3]",
        "[2.e-3]",
        "[2.e3]",
        "[9.e+]",
        "[Inf]",
        "[NaN]",
        "[１]",
        "[1+2]",
        "[0x1]",
        "[0x42]",
        "[Infinity]",
        "[0e+-1]",
        "[-123.123foo]",
        "[-Infinity]",
        "[-foo]",
        "[- 1]",
        "[-012]",
        "[-.123]",
        "[-1x]",
        "[1ea]",
        "[1.]",
        "[.123]",
        "[1.2a-3]",
        "[1.8011670033376514H-308]",
        "[012]",
        "01",
        "1e",
        ".5",
        "5.",
        "[\"x\", truth]",
        "{[: \"x\"}",
        "{\"x\", null}",
        "{\"x\"::\"b\"}",
        "{🇨🇭}",
        "{\"a\":\"a\" 123}",
        "{key: 'value'}",
        "{\"a\" b}",
        "{:\"b\"}",
        "{\"a\" \"b\"}",
        "{\"a\":",
        "{\"a\"",
        "{1:1}",
        "{9999E9999:1}",
        "{null:null,null:null}",
        "{\"id\":0,,,,,}",
        "{'a':0}",
        "{\"id\":0,}",
        "{\"a\":\"b\"}/**/",
        "{\"a\":\"b\"}/**//",
        "{\"a\":\"b\"}//",
        "{\"a\":\"b\"}/",
        "{\"a\":\"b\",,\"c\":\"d\"}",
        "{a: \"b\"}",
        "{\"a\":\"a",
        "{ \"foo\" : \"bar\", \"a\" }",
        "{\"a\":\"b\"}#",
        "[\"\\uD800\\\"]",
        "[\"\\uD800\\u\"]",
        "[\"\\uD800\\u1\"]",
        "[é]",
        "[\"\\\u0000\"]",
        "[\"\\x00\"]",
        "[\"\\\\\\\"]",
        "[\"\\\t\"]",
        "[\"\\🌀\"]",
        "[\"\\\"]",
        "[\"\\u00A\"]",
        "[\"\\uD834\\uDd\"]",
        "[\"\\a\"]",
        "[\"\\uqqqq\"]",
        "[\"\\u٠٠٠٠\"]",
        "[\\u0020\"asd\"]",
        "[\\n]",
        "\"",
        "['single quote']",
        "abc",
        "[\"\\",
        "[\"a\u0000a\"]",
        "[\"new\nline\"]",
        "[\"\t\"]",
        "\"\\UA66D\"",
        "\"\"x",
        "<.>",
        "[<null>]",
        "[1]x",
        "[1]]",
        "[\"asd]",
        "aå",
        "[True]",
        "1]",
        "{\"x\": true,",
        "[][]",
        "]",
        "\ufeff{}",
        "[\u2060]",
        "\u2060",
        "{}}",
        "{\"\":",
        "{\"a\":/*comment*/\"b\"}",
        "{\"a\": true} \"x\"",
        "['",
        "[,",
        "[{",
        "[\"a",
        "{,",
        "{[",
        "{\"a",
        "{'a'",
        "*",
        "{\"a\":\"b\"}#{}",
        "[\"\\{[\"\\{[\"\\{[",
        "[1",
        "[ false, nul",
        "[ true, fals",
        "[ false, tru",
        "{\"asd\":\"asd\"",
        "å",
        "\u000c[]",
        "[\u00a0]",
        "{} \u0000",
        "\u0000{}",
        "nul",
        "truefalse",
        "1 2",
        "--1",
        "- ",
        "[1}",
        "{\"a\":1]"
      })
  void refuses(String json) {
    assertRefused(CommandWriter.bytes(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "bf",
        "c0 80",
        "c0 af",
        "c1 bf",
        "c2",
        "c2 22",
        "c3 28",
        "e0 80 af",
        "e0 9f bf",
        "ed a0 80",
        "ed bf bf",
        "ed a0 81 ed b0 80",
        "e2 82",
        "e2 28 a1",
        "ef bf",
        "f0 80 80 af",
        "f0 8f bf bf",
        "f0 28 8c bc",
        "f0 90 80",
        "f4 90 80 80",
        "f5 80 80 80",
        "f8 88 80 80 80",
        "fc 84 80 80 80 80",
        "fe",
        "ff",
        "e9",
        "ff fe"
      })
  void refusesWhatIsNotUtf8(String hex) {
    assertRefused(concat("\"", HexFormat.ofDelimiter(" ").parseHex(hex), "\""));
    assertRefused(concat("", HexFormat.ofDelimiter(" ").parseHex(hex), ""));
    assertRefused(concat("\"", HexFormat.ofDelimiter(" ").parseHex(hex), ""));
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    String deepest = "[".repeat(JsonSyntax.MAX_DEPTH) + "]".repeat(JsonSyntax.MAX_DEPTH);

    assertRefused(CommandWriter.bytes("[" + deepest + "]"));
    assertRefused(CommandWriter.bytes("[".repeat(1_000_000)));
    assertRefused(CommandWriter.bytes("{\"a\":".repeat(1_000_000)));
    assertRefused(CommandWriter.bytes("[{\"\":".repeat(500_000)));
  }

  @Test
  void refusesUtf16() {
    assertRefused("[]".getBytes(StandardCharsets.UTF_16));
    assertRefused("[]".getBytes(StandardCharsets.UTF_16LE));
  }

  @Test
  void saysAtWhichByte() {
    assertThatThrownBy(() -> check(CommandWriter.bytes("[1,]")))
        .hasMessage("Not JSON at byte 3: a value is expected");
  }

  private static void check(byte[] json) {
    StrictReader reader = new StrictReader(json);
    reader.skipValue();
    reader.end();
  }

  private static void assertRefused(byte[] json) {
    assertThatThrownBy(() -> check(json))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.refusal().code()).isEqualTo(ErrorCode.BAD_REQUEST));
    assertThat(new CommandReader().read(json)).isInstanceOf(CommandReader.Request.Refused.class);
  }

  private static byte[] concat(String before, byte[] middle, String after) {
    byte[] whole = new byte[before.length() + middle.length + after.length()];
    System.arraycopy(CommandWriter.bytes(before), 0, whole, 0, before.length());
    System.arraycopy(middle, 0, whole, before.length(), middle.length);
    System.arraycopy(
        CommandWriter.bytes(after), 0, whole, before.length() + middle.length, after.length());
    return whole;
  }
}
