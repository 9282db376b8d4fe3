package im.parley.protocol.json;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 8259 allows, told by examples after the manner of JSONTestSuite. */
class JsonAcceptedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "[[]   ]",
        "[\"\"]",
        "[false]",
        "[null, 1, \"1\", {}]",
        "[null]",
        "[1\n]",
        " [1]",
        "[1,null,null,null,2]",
        "[2] ",
        "[123e65]",
        "[0e+1]",
        "[0e1]",
        "[ 4]",
        "[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001]",
        "[20e1]",
        "[-0]",
        "[-123]",
        "[-1]",
        "[1E22]",
        "[1E-2]",
        "[1E+2]",
        "[123e45]",
        "[123.456e78]",
        "[1e-2]",
        "[1e+2]",
        "[123]",
        "[123.456789]",
        "[1e400]",
        "[-9e999]",
        "{\"asd\":\"sdf\", \"dfg\":\"fgh\"}",
        "{\"asd\":\"sdf\"}",
        "{\"a\":\"b\",\"a\":\"c\"}",
        "{\"\":0}",
        "{\"foo\\u0000bar\": 42}",
        "{ \"min\": -1.0e+28, \"max\": 1.0e+28 }",
        "{\"a\":[]}",
        "{\n\"a\": \"b\"\n}",
        "[\"\\u0060\\u012a\\u12AB\"]",
        "[\"\\uD801\\udc37\"]",
        "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
        "[\"\\\\u0000\"]",
        "[\"\\\"\"]",
        "[\"a/*b*/c/*d//e\"]",
        "[\"\\\\a\"]",
        "[\"\\\\n\"]",
        "[\"\\u0012\"]",
        "[\"\\uFFFF\"]",
        "[ \"asd\"]",
        "[\"π\"]",
        "[\"𛿿\"]",
        "[\"asd \"]",
        "\" \"",
        "[\"\\u0821\"]",
        "[\"\u2028\"]",
        "[\"\u2029\"]",
        "[\"\\u0061\\u30af\\u30EA\\u30b9\"]",
        "[\"new\\u000Aline\"]",
        "[\"\u007f\"]",
        "[\"\\uA66D\"]",
        "[\"⍂㈴⍂\"]",
        "[\"\\uDBFF\\uDFFE\"]",
        "[\"\\u200B\"]",
        "[\"€𝄞\"]",
        "[\"aa\"]",
        "false",
        "42",
        "-0.1",
        "null",
        "\"asd\"",
        "true",
        "\"\"",
        "[\"a\"]\n",
        "[true]",
        " \t\r\n[] \t\r\n",
        "[\"\\uD800\"]",
        "[\"\\uDC00\\uD800\"]"
      })
  void lets(String json) {
    assertLetIn(CommandWriter.bytes(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c2 80",
        "df bf",
        "e0 a0 80",
        "ec bf bf",
        "ed 9f bf",
        "ee 80 80",
        "ef bf bf",
        "ef bb bf",
        "f0 90 80 80",
        "f1 80 80 80",
        "f4 8f bf bf"
      })
  void letsInTheEdgesOfUtf8(String hex) {
    assertLetIn(quoted(HexFormat.ofDelimiter(" ").parseHex(hex)));
  }

  @Test
  void letsInTheDeepestNesting() {
    String deepest = "[".repeat(JsonSyntax.MAX_DEPTH) + "]".repeat(JsonSyntax.MAX_DEPTH);

    assertLetIn(CommandWriter.bytes(deepest));
  }

  private static void assertLetIn(byte[] json) {
    assertThatCode(() -> check(json)).doesNotThrowAnyException();
  }

  private static void check(byte[] json) {
    StrictReader reader = new StrictReader(json);
    reader.skipValue();
    reader.end();
  }

  private static byte[] quoted(byte[] text) {
    byte[] quoted = new byte[text.length + 2];
    quoted[0] = '"';
    System.arraycopy(text, 0, quoted, 1, text.length);
    quoted[text.length + 1] = '"';
    return quoted;
  }
}
