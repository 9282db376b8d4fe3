package im.parley.edge.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.parley.edge.testing.RawDeflate;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeflateFramingTest {

  private static final int PLAIN_TEXT = 0x81;
  private static final int COMPRESSED_TEXT = 0xc1;

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final DeflateFraming framing = new DeflateFraming(new WebSocketMeters(registry));

  @ParameterizedTest
  @ValueSource(ints = {256, 1000, 65_535, 65_536, 65_537, 300_000, 3_000_000})
  void whatIsCompressedCanBeRead(int length) throws Exception {
    byte[] text = words(length);
    byte[] frame = framing.text(text, 1000);
    assertThat(frame[0] & 0xff).isEqualTo(COMPRESSED_TEXT);
    assertThat(frame.length).isLessThan(text.length);
    assertThat(RawDeflate.inflate(content(frame))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "255,   1000000000, false",
    "256,            7, false",
    "256,            8, true",
    "1023,           2, false",
    "1024,           2, true",
    "2047,           1, false",
    "2048,           1, true"
  })
  void whatIsShortOrHasFewReadersGoesAsItIs(int length, int readers, boolean compressed) {
    byte[] text = words(length);
    byte[] frame = framing.text(text, readers);
    if (compressed) {
      assertThat(frame[0] & 0xff).isEqualTo(COMPRESSED_TEXT);
    } else {
      assertThat(frame).isEqualTo(WebSocketFrames.text(text));
    }
  }

  @Test
  void eachMessageCanBeReadWithoutTheOneBefore() throws Exception {
    byte[] text = words(4000);
    framing.text(text, 1);
    assertThat(RawDeflate.inflate(content(framing.text(text, 1)))).isEqualTo(text);
    assertThat(framing.text(text, 1)).isEqualTo(framing.text(text, 1000));
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 5000, 65_535, 65_536, 200_000})
  void whatDoesNotGetShorterGoesAsItIs(int length) {
    byte[] noise = new byte[length];
    new Random(1).nextBytes(noise);
    byte[] frame = framing.text(noise, 1000);
    assertThat(frame[0] & 0xff).isEqualTo(PLAIN_TEXT);
    assertThat(content(frame)).isEqualTo(noise);
  }

  @Test
  void whatIsGainedIsCounted() throws DataFormatException {
    byte[] text = words(4000);
    int compressed = content(framing.text(text, 1000)).length;
    framing.text(words(100), 1000);
    assertThat(counted("plain")).isEqualTo(4000);
    assertThat(counted("compressed")).isEqualTo(compressed);
  }

  private double counted(String form) {
    return registry
        .counter("parley.websockets.compression", "direction", "out", "form", form)
        .count();
  }

  private static byte[] words(int length) {
    String[] words = {"room ", "message ", "is ", "and ", "Kettle", "\"text\":", "{}", "ü", "42,"};
    Random random = new Random(length);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(words[random.nextInt(words.length)]);
    }
    return Arrays.copyOf(text.toString().getBytes(UTF_8), length);
  }

  /** What is in a frame, whose header must be the shortest that there is. */
  private static byte[] content(byte[] frame) {
    ByteBuffer bytes = ByteBuffer.wrap(frame, 1, frame.length - 1);
    int length = bytes.get();
    switch (length) {
      case 126 -> {
        length = bytes.getShort() & 0xffff;
        assertThat(length).isGreaterThan(125);
      }
      case 127 -> {
        length = Math.toIntExact(bytes.getLong());
        assertThat(length).isGreaterThan(0xffff);
      }
      default -> assertThat(length).isNotNegative();
    }
    assertThat(bytes.remaining()).isEqualTo(length);
    return Arrays.copyOfRange(frame, bytes.position(), frame.length);
  }
}
