package im.parley.edge.websocket;

import static im.parley.edge.testing.ClientFrame.BINARY;
import static im.parley.edge.testing.ClientFrame.CLOSE;
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

import im.parley.edge.testing.ClientFrame;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketFrameDecoderTest {

  private static final int MAX = 1000;
  private static final byte[] NONE = {};
  private static final byte[] HI = {'h', 'i'};

  /**
   * What frames come to, in words: {@code text:…}, {@code ping:…}, {@code pong}, {@code close:…}.
   */
  private static List<String> outcome(byte[] bytes) {
    return outcome(bytes, WebSocketTerms.Content.TEXT);
  }

  private static List<String> outcome(byte[] bytes, WebSocketTerms.Content content) {
    WebSocketFrameDecoder decoder = new WebSocketFrameDecoder(MAX, content, Compression.NONE);
    var in = Unpooled.wrappedBuffer(bytes);
    List<String> outcome = new ArrayList<>();
    Incoming incoming = decoder.next(in);
    while (incoming != null) {
      outcome.add(inWords(incoming));
      boolean over = incoming instanceof Incoming.Close || incoming instanceof Incoming.Broken;
      incoming = over ? null : decoder.next(in);
    }
    return outcome;
  }

  static String inWords(Incoming incoming) {
    return switch (incoming) {
      case Incoming.Text(byte[] utf8) -> "text:" + new String(utf8, UTF_8);
      case Incoming.Binary(byte[] content) -> "binary:" + HexFormat.of().formatHex(content);
      case Incoming.Compressed(byte[] content) -> "compressed:" + HexFormat.of().formatHex(content);
      case Incoming.Ping(byte[] payload) -> "ping:" + new String(payload, UTF_8);
      case Incoming.Pong() -> "pong";
      case Incoming.Close(int status) -> "close:" + status;
      case Incoming.Broken(Incoming.Violation violation) -> "broken:" + violation.status();
    };
  }

  @Test
  void bytesAreTakenWhereTheyAreAllowed() {
    byte[] frames =
        join(
            fragment(BINARY, new byte[] {(byte) 0xff}),
            ClientFrame.of(CONTINUATION, new byte[] {1}),
            ClientFrame.text("hi"),
            ClientFrame.of(TEXT, new byte[] {(byte) 0xff}));
    assertThat(outcome(frames, WebSocketTerms.Content.TEXT_AND_BINARY))
        .containsExactly("binary:ff01", "text:hi", "broken:1007");
  }

  static Stream<Arguments> frames() {
    byte[] long16 = new byte[126];
    Arrays.fill(long16, (byte) 'a');
    return Stream.of(
        arguments("a text", ClientFrame.text("hi"), "text:hi"),
        arguments("an empty text", ClientFrame.text(""), "text:"),
        arguments(
            "a length in 16 bits", ClientFrame.text("a".repeat(126)), "text:" + "a".repeat(126)),
        arguments(
            "a text of the limit", ClientFrame.text("a".repeat(MAX)), "text:" + "a".repeat(MAX)),
        arguments(
            "fragments",
            join(fragment(TEXT, HI), fragment(CONTINUATION, HI), ClientFrame.of(CONTINUATION, HI)),
            "text:hihihi"),
        arguments(
            "empty fragments",
            join(
                fragment(TEXT, NONE),
                fragment(CONTINUATION, NONE),
                ClientFrame.of(CONTINUATION, HI)),
            "text:hi"),
        arguments("a ping", ClientFrame.of(PING, HI), "ping:hi"),
        arguments("an empty ping", ClientFrame.of(PING, NONE), "ping:"),
        arguments("a ping of 125", ClientFrame.ping("p".repeat(125)), "ping:" + "p".repeat(125)),
        arguments("a pong", ClientFrame.of(PONG, HI), "pong"),
        arguments("no mask", ClientFrame.unmasked(TEXT, HI), "broken:1002"),
        arguments("a ping without mask", ClientFrame.unmasked(PING, HI), "broken:1002"),
        arguments("binary", ClientFrame.of(BINARY, HI), "broken:1003"),
        arguments("a binary fragment", fragment(BINARY, HI), "broken:1003"),
        arguments("a continuation of nothing", ClientFrame.of(CONTINUATION, HI), "broken:1002"),
        arguments("a fragment of nothing", fragment(CONTINUATION, HI), "broken:1002"),
        arguments(
            "text inside text", join(fragment(TEXT, HI), ClientFrame.of(TEXT, HI)), "broken:1002"),
        arguments(
            "binary inside text",
            join(fragment(TEXT, HI), ClientFrame.of(BINARY, HI)),
            "broken:1002"),
        arguments("a close without status", ClientFrame.of(CLOSE, NONE), "close:1005"),
        arguments("a close of one byte", ClientFrame.of(CLOSE, new byte[] {3}), "broken:1002"),
        arguments(
            "a close inside text", join(fragment(TEXT, HI), ClientFrame.close(1000)), "close:1000"),
        arguments("16 bits for 125", ClientFrame.lengthIn16(new byte[125]), "broken:1002"),
        arguments("64 bits for 126", ClientFrame.lengthIn64(long16), "broken:1002"),
        arguments("64 bits for 2", ClientFrame.lengthIn64(HI), "broken:1002"),
        arguments("one byte too many", ClientFrame.text("a".repeat(MAX + 1)), "broken:1009"),
        arguments("2^16 declared", ClientFrame.headerDeclaring(1L << 16), "broken:1009"),
        arguments("2^31 declared", ClientFrame.headerDeclaring(1L << 31), "broken:1009"),
        arguments("2^32 + 1 declared", ClientFrame.headerDeclaring((1L << 32) + 1), "broken:1009"),
        arguments("2^62 declared", ClientFrame.headerDeclaring(1L << 62), "broken:1009"),
        arguments("2^63 declared", ClientFrame.headerDeclaring(1L << 63), "broken:1002"),
        arguments("2^64 - 1 declared", ClientFrame.headerDeclaring(-1), "broken:1002"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("frames")
  void everyFrameComesToOneThing(String name, byte[] bytes, String expected) {
    assertThat(outcome(bytes)).as(name).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void reservedBitsAreRefused(int bits) {
    for (int opcode : new int[] {TEXT, CLOSE, PING, PONG}) {
      assertThat(outcome(ClientFrame.first(FIN | bits << 4 | opcode, NONE)))
          .containsExactly("broken:1002");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
  void reservedOpcodesAreRefused(int opcode) {
    assertThat(outcome(ClientFrame.of(opcode, NONE))).containsExactly("broken:1002");
  }

  @ParameterizedTest
  @ValueSource(ints = {CLOSE, PING, PONG})
  void controlFramesAreShortAndWhole(int opcode) {
    assertThat(outcome(fragment(opcode, NONE))).containsExactly("broken:1002");
    assertThat(outcome(ClientFrame.of(opcode, new byte[126]))).containsExactly("broken:1002");
  }

  @Test
  void controlFramesMayComeInsideAMessage() {
    byte[] bytes =
        join(
            fragment(TEXT, HI),
            ClientFrame.ping("p"),
            fragment(CONTINUATION, HI),
            ClientFrame.of(PONG, NONE),
            ClientFrame.of(CONTINUATION, HI),
            ClientFrame.text("next"));
    assertThat(outcome(bytes)).containsExactly("ping:p", "pong", "text:hihihi", "text:next");
  }

  @Test
  void everyCloseStatusIsAllowedOrNotAsTheRfcSays() {
    for (int status = 0; status <= 0xffff; status++) {
      boolean registered =
          IntStream.of(1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014)
              .anyMatch(Integer.valueOf(status)::equals);
      boolean ofApplications = status >= 3000 && status <= 4999;
      assertThat(outcome(ClientFrame.close(status)))
          .as("status %d", status)
          .containsExactly(registered || ofApplications ? "close:" + status : "broken:1002");
    }
  }

  @Test
  void aCloseMayGiveAReasonOf123Bytes() {
    byte[] payload = ByteBuffer.allocate(125).putShort((short) 1000).array();
    Arrays.fill(payload, 2, 125, (byte) 'r');
    assertThat(outcome(ClientFrame.of(CLOSE, payload))).containsExactly("close:1000");
  }

  @Test
  void aReasonMustBeUtf8() {
    byte[] payload = {3, (byte) 0xe8, (byte) 0xce, (byte) 0xba, (byte) 0xed, (byte) 0xa0};
    assertThat(outcome(ClientFrame.of(CLOSE, payload))).containsExactly("broken:1007");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80", "80bf", "c020", "c0af", "e080af", "f08080af", "c080", "f888808080", "fc8480808080",
        "eda080", "edbfbf", "eda0b5edb080", "f4908080", "fe", "ff", "ce", "e282", "f09f98",
        "6f6bcebaeda0806f6b", "e08080", "f08f8080", "f5808080", "c1bf"
      })
  void whatIsNotUtf8IsRefusedAsSoonAsItIsClear(String hex) {
    byte[] bad = HexFormat.of().parseHex(hex);
    assertThat(outcome(ClientFrame.of(TEXT, bad))).containsExactly("broken:1007");
    byte[][] single = new byte[bad.length + 1][];
    for (int i = 0; i < bad.length; i++) {
      single[i] = fragment(i == 0 ? TEXT : CONTINUATION, new byte[] {bad[i]});
    }
    single[bad.length] = ClientFrame.of(CONTINUATION, NONE);
    assertThat(outcome(join(single))).containsExactly("broken:1007");
  }

  @Test
  void badUtf8IsRefusedBeforeTheFrameEnds() {
    byte[] bytes = ClientFrame.of(TEXT, new byte[] {'o', 'k', (byte) 0xc0, 'x', 'y', 'z'});
    assertThat(outcome(Arrays.copyOf(bytes, bytes.length - 3))).containsExactly("broken:1007");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"00", "7f", "efbfbd", "efbfbe", "efbfbf", "f48fbfbf", "ed9fbf", "ee8080", "c280"})
  void theEdgesOfUtf8AreLetIn(String hex) {
    byte[] good = HexFormat.of().parseHex(hex);
    assertThat(outcome(ClientFrame.of(TEXT, good)))
        .containsExactly("text:" + new String(good, UTF_8));
  }

  @Test
  void fragmentsTogetherStayWithinTheLimit() {
    byte[] half = "a".repeat(MAX / 2).getBytes(UTF_8);
    byte[] full = join(fragment(TEXT, half), ClientFrame.of(CONTINUATION, half));
    assertThat(outcome(full)).containsExactly("text:" + "a".repeat(MAX));
    byte[] over =
        join(fragment(TEXT, half), fragment(CONTINUATION, half), fragment(CONTINUATION, HI));
    assertThat(outcome(over)).containsExactly("broken:1009");
  }

  @Test
  void fragmentsAreCounted() {
    byte[][] most = new byte[WebSocketFrameDecoder.MAX_FRAGMENTS][];
    Arrays.fill(most, fragment(CONTINUATION, NONE));
    most[0] = fragment(TEXT, NONE);
    byte[][] allowed = most.clone();
    allowed[allowed.length - 1] = ClientFrame.of(CONTINUATION, HI);
    assertThat(outcome(join(allowed))).containsExactly("text:hi");
    assertThat(outcome(join(join(most), ClientFrame.of(CONTINUATION, HI))))
        .containsExactly("broken:1009");
  }

  @Test
  void aDecoderIsIdleBetweenMessagesOnly() {
    WebSocketFrameDecoder decoder =
        new WebSocketFrameDecoder(MAX, WebSocketTerms.Content.TEXT, Compression.NONE);
    assertThat(decoder.isIdle()).isTrue();
    decoder.next(Unpooled.wrappedBuffer(new byte[] {(byte) (FIN | TEXT)}));
    assertThat(decoder.isIdle()).isFalse();
    decoder = new WebSocketFrameDecoder(MAX, WebSocketTerms.Content.TEXT, Compression.NONE);
    decoder.next(Unpooled.wrappedBuffer(fragment(TEXT, HI)));
    assertThat(decoder.isIdle()).isFalse();
    decoder.next(Unpooled.wrappedBuffer(ClientFrame.of(PING, HI)));
    assertThat(decoder.isIdle()).isFalse();
    decoder.next(Unpooled.wrappedBuffer(ClientFrame.of(CONTINUATION, HI)));
    assertThat(decoder.isIdle()).isTrue();
  }
}
