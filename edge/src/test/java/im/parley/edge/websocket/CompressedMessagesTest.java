package im.parley.edge.websocket;

import static im.parley.edge.testing.ClientFrame.BINARY;
import static im.parley.edge.testing.ClientFrame.CLOSE;
import static im.parley.edge.testing.ClientFrame.COMPRESSED;
import static im.parley.edge.testing.ClientFrame.CONTINUATION;
import static im.parley.edge.testing.ClientFrame.FIN;
import static im.parley.edge.testing.ClientFrame.PING;
import static im.parley.edge.testing.ClientFrame.PONG;
import static im.parley.edge.testing.ClientFrame.TEXT;
import static im.parley.edge.testing.ClientFrame.fragment;
import static im.parley.edge.testing.ClientFrame.join;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import im.parley.edge.testing.ClientFrame;
import im.parley.edge.testing.RawDeflate;
import io.netty.buffer.Unpooled;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients send where compression was agreed on (RFC 7692, sections 6 and 7.2). */
class CompressedMessagesTest {

  private static final int MAX = 1000;
  private static final byte[] NONE = {};
  private static final byte[] HI = {'h', 'i'};
  private static final byte[] HELLO = HexFormat.of().parseHex("f248cdc9c90700");

  /** What frames come to, with compressed messages inflated. */
  private static List<String> outcome(byte[] bytes) {
    WebSocketFrameDecoder decoder =
        new WebSocketFrameDecoder(MAX, WebSocketTerms.Content.TEXT, Compression.DEFLATE);
    var in = Unpooled.wrappedBuffer(bytes);
    List<String> outcome = new ArrayList<>();
    Incoming incoming = decoder.next(in);
    while (incoming != null) {
      if (incoming instanceof Incoming.Compressed(byte[] content)) {
        incoming = MessageInflater.inflate(content, MAX);
      }
      outcome.add(WebSocketFrameDecoderTest.inWords(incoming));
      boolean over = incoming instanceof Incoming.Close || incoming instanceof Incoming.Broken;
      incoming = over ? null : decoder.next(in);
    }
    return outcome;
  }

  private static byte[] compressedFragment(byte[] content) {
    return ClientFrame.first(COMPRESSED | TEXT, content);
  }

  static Stream<Arguments> frames() {
    byte[] tail = Arrays.copyOfRange(HELLO, 3, HELLO.length);
    return Stream.of(
        arguments("a compressed text", ClientFrame.compressed(HELLO), "text:Hello"),
        arguments("an uncompressed one", ClientFrame.text("hi"), "text:hi"),
        arguments(
            "fragments of one",
            join(compressedFragment(Arrays.copyOf(HELLO, 3)), ClientFrame.of(CONTINUATION, tail)),
            "text:Hello"),
        arguments(
            "fragments of nothing around one",
            join(
                compressedFragment(NONE),
                fragment(CONTINUATION, HELLO),
                ClientFrame.of(CONTINUATION, NONE)),
            "text:Hello"),
        arguments(
            "the bit on a continuation",
            join(fragment(TEXT, HI), ClientFrame.first(FIN | COMPRESSED, HI)),
            "broken:1002"),
        arguments(
            "the bit again on a continuation",
            join(compressedFragment(HELLO), ClientFrame.first(FIN | COMPRESSED, NONE)),
            "broken:1002"),
        arguments(
            "a compressed text inside a text",
            join(fragment(TEXT, HI), ClientFrame.compressed(HELLO)),
            "broken:1002"),
        arguments(
            "compressed binary",
            ClientFrame.first(FIN | COMPRESSED | BINARY, HELLO),
            "broken:1003"),
        arguments("more than the limit as it is", oversized(), "broken:1009"));
  }

  private static byte[] oversized() {
    byte[] noise = new byte[MAX + 1];
    new Random(1).nextBytes(noise);
    return ClientFrame.compressed(noise);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("frames")
  void everyFrameComesToOneThing(String name, byte[] bytes, String expected) {
    assertThat(outcome(bytes)).as(name).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 6, 7})
  void otherReservedBitsAreRefused(int bits) {
    assertThat(outcome(ClientFrame.first(FIN | bits << 4 | TEXT, HELLO)))
        .containsExactly("broken:1002");
  }

  @ParameterizedTest
  @ValueSource(ints = {CLOSE, PING, PONG})
  void controlFramesAreNeverCompressed(int opcode) {
    assertThat(outcome(ClientFrame.first(FIN | COMPRESSED | opcode, NONE)))
        .containsExactly("broken:1002");
  }

  @Test
  void eachMessageSaysForItselfWhetherItIsCompressed() {
    byte[] bytes =
        join(
            ClientFrame.compressed(HELLO),
            ClientFrame.text("hi"),
            compressedFragment(HELLO),
            ClientFrame.ping("p"),
            ClientFrame.of(CONTINUATION, NONE),
            fragment(TEXT, HI),
            ClientFrame.of(CONTINUATION, HI));
    assertThat(outcome(bytes))
        .containsExactly("text:Hello", "text:hi", "ping:p", "text:Hello", "text:hihi");
  }

  /** The examples are from RFC 7692, section 7.2.3. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "f248cdc9c90700               | text:Hello   | one block",
        "000500faff48656c6c6f00       | text:Hello   | one block that is stored",
        "f348cdc9c9070000             | text:Hello   | a last block",
        "f248050000 00ffffcac9c90700  | text:Hello   | two blocks",
        "00                           | text:        | an empty stored block",
        "0200                         | text:        | an empty block",
        "030000                       | text:        | an empty last block",
        "f348cdc9c90700f348cdc9c9070000 | text:HelloHello | two streams",
        "''                           | broken:1007  | nothing at all",
        "f248cdc9c9                   | broken:1007  | a block that is cut off",
        "f2                           | broken:1007  | less of it",
        "000500faff4865               | broken:1007  | a stored block that is cut off",
        "f348cdc9c90700               | broken:1007  | a last block without what must follow it",
        "f248cdc9c907000000ffff       | broken:1007  | what should have been left out",
        "000500faee48656c6c6f00       | broken:1007  | a length that contradicts itself",
        "ffffffffff                   | broken:1007  | no kind of block",
        "789cf248cdc9c90700           | broken:1007  | the header of another format",
        "f200110000                   | broken:1007  | a reference to the message before",
        "f248cdc9c90700ff             | broken:1007  | something after the end",
      })
  void contentIsWhatTheRfcSaysOrRefused(String hex, String expected, String what) {
    byte[] content = HexFormat.of().parseHex(hex.replace(" ", ""));
    assertThat(outcome(ClientFrame.compressed(content))).as(what).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6, 9})
  void everyLevelIsUnderstood(int level) {
    String text = "{\"type\":\"ping\"} κόσμε😀 ".repeat(20);
    byte[] content = RawDeflate.of(text.getBytes(UTF_8), level);
    assertThat(outcome(ClientFrame.compressed(content))).containsExactly("text:" + text);
  }

  @Test
  void aMessageMayEndItsStream() {
    assertThat(outcome(ClientFrame.compressed(RawDeflate.ended("The end"))))
        .containsExactly("text:The end");
  }

  @Test
  void theLimitIsThatOfTheText() {
    assertThat(outcome(ClientFrame.compressed(RawDeflate.of("a".repeat(MAX)))))
        .containsExactly("text:" + "a".repeat(MAX));
    assertThat(outcome(ClientFrame.compressed(RawDeflate.of("a".repeat(MAX + 1)))))
        .containsExactly("broken:1009");
    assertThat(outcome(ClientFrame.compressed(RawDeflate.ended("a".repeat(MAX + 1)))))
        .containsExactly("broken:1009");
  }

  @Test
  void aBombTakesNoMoreMemoryThanTheLimit() {
    int max = WebSocketDoor.MAX_MESSAGE;
    byte[] bomb = RawDeflate.of(new byte[60 * 1024 * 1024]);
    assertThat(bomb.length).isLessThanOrEqualTo(max);
    MessageInflater.inflate(bomb, max); // so that classes are loaded
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    long before = threads.getCurrentThreadAllocatedBytes();
    Incoming refused = MessageInflater.inflate(bomb, max);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(WebSocketFrameDecoderTest.inWords(refused)).isEqualTo("broken:1009");
    assertThat(allocated).isLessThan(3L * max);
  }

  @ParameterizedTest
  @ValueSource(strings = {"80", "c0af", "eda080", "f4908080", "ce", "6f6bcebaeda0806f6b"})
  void textMustBeUtf8OnceItIsInflated(String hex) {
    byte[] content = RawDeflate.of(HexFormat.of().parseHex(hex));
    assertThat(outcome(ClientFrame.compressed(content))).containsExactly("broken:1007");
  }

  @Test
  void charactersMayBeCutBetweenFragments() {
    byte[] content = RawDeflate.of("κόσμε😀".getBytes(UTF_8), 0);
    byte[][] fragments = new byte[content.length + 1][];
    for (int i = 0; i < content.length; i++) {
      byte[] one = {content[i]};
      fragments[i] = i == 0 ? compressedFragment(one) : fragment(CONTINUATION, one);
    }
    fragments[content.length] = ClientFrame.of(CONTINUATION, NONE);
    assertThat(outcome(join(fragments))).containsExactly("text:κόσμε😀");
  }
}
