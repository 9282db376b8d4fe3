package im.parley.protocol.json;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import io.avaje.json.JsonReader.Token;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON lists, taken apart and put together without a look into their elements, which are valid JSON
 * in UTF-8.
 */
public final class JsonList {

  private JsonList() {}

  /**
   * The elements of a list, each as it came.
   *
   * @param most how many there may be
   * @throws RefusedException {@code bad_request} if it is no JSON list, or longer
   */
  public static List<byte[]> elements(byte[] json, int most) {
    StrictReader reader = new StrictReader(json);
    List<byte[]> elements = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNextElement()) {
      if (elements.size() == most) {
        throw new RefusedException(
            Refusal.of(ErrorCode.BAD_REQUEST, "A list may have " + most + " elements here"));
      }
      elements.add(reader.readRaw().getBytes(StandardCharsets.UTF_8));
    }
    reader.endArray();
    reader.end();
    return elements;
  }

  /**
   * What a name says: a string, or the digits of a number.
   *
   * @throws RefusedException {@code bad_request} if it is neither
   */
  public static String name(byte[] element) {
    StrictReader reader = new StrictReader(element);
    return switch (reader.currentToken()) {
      case Token.STRING -> reader.readString();
      case Token.NUMBER -> reader.readRaw();
      default ->
          throw new RefusedException(
              Refusal.of(ErrorCode.BAD_REQUEST, "A name is a string or a number"));
    };
  }

  /** A string as JSON. */
  public static byte[] string(String text) {
    return WireWriter.bytes(writer -> writer.value(text));
  }

  /** A list of these elements. */
  public static byte[] of(List<byte[]> elements) {
    int length = 1 + Math.max(1, elements.size());
    for (byte[] element : elements) {
      length += element.length;
    }
    byte[] list = new byte[length];
    int at = 0;
    for (byte[] element : elements) {
      list[at++] = (byte) (at == 1 ? '[' : ',');
      System.arraycopy(element, 0, list, at, element.length);
      at += element.length;
    }
    list[0] = '[';
    list[length - 1] = ']';
    return list;
  }

  /** Whether it is one JSON object and nothing else. */
  public static boolean isObject(byte[] json) {
    try {
      JsonSyntax syntax = new JsonSyntax(json, 0);
      syntax.space();
      boolean object = syntax.peek() == '{';
      syntax.value(0);
      syntax.end();
      return object;
    } catch (RefusedException e) {
      return false;
    }
  }
}
