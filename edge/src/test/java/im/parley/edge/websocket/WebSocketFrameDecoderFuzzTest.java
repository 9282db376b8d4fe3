package im.parley.edge.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.parley.edge.testing.ClientFrame;
import im.parley.edge.testing.RawDeflate;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class WebSocketFrameDecoderFuzzTest {

  private static final int MAX = 300;

  @Property(tries = 5000)
  void anyBytesComeToAnEnd(@ForAll @Size(max = 400) byte[] bytes) {
    assertThat(outcome(bytes, bytes.length + 1)).hasSizeLessThanOrEqualTo(bytes.length);
  }

  @Property(tries = 3000)
  void bytesThatLookLikeFramesComeToAnEnd(@ForAll("nearlyFrames") byte[] bytes) {
    assertThat(outcome(bytes, bytes.length + 1)).hasSizeLessThanOrEqualTo(bytes.length);
  }

  @Property(tries = 3000)
  void howTheBytesAreCutMakesNoDifference(
      @ForAll("nearlyFrames") byte[] bytes, @ForAll @IntRange(min = 1, max = 40) int piece) {
    assertThat(outcome(bytes, piece)).isEqualTo(outcome(bytes, bytes.length + 1));
  }

  @Property
  void aTextArrivesHoweverItIsFragmented(
      @ForAll @StringLength(max = 60) String text,
      @ForAll @IntRange(min = 1, max = 30) int fragment,
      @ForAll @IntRange(min = 1, max = 30) int piece) {
    byte[] utf8 = text.getBytes(UTF_8);
    List<byte[]> frames = new ArrayList<>();
    for (int at = 0; at < utf8.length; at += fragment) {
      byte[] part = Arrays.copyOfRange(utf8, at, Math.min(at + fragment, utf8.length));
      frames.add(ClientFrame.fragment(at == 0 ? ClientFrame.TEXT : 0, part));
    }
    frames.add(ClientFrame.of(frames.isEmpty() ? ClientFrame.TEXT : 0, new byte[0]));
    byte[] bytes = ClientFrame.join(frames.toArray(byte[][]::new));
    assertThat(outcome(bytes, piece)).containsExactly("text:" + new String(utf8, UTF_8));
  }

  @Property(tries = 3000)
  void howCompressedBytesAreCutMakesNoDifference(
      @ForAll("nearlyCompressedFrames") byte[] bytes,
      @ForAll @IntRange(min = 1, max = 40) int piece) {
    List<String> whole = outcome(bytes, bytes.length + 1, Compression.DEFLATE);
    assertThat(outcome(bytes, piece, Compression.DEFLATE)).isEqualTo(whole);
  }

  @Property
  void aCompressedTextArrivesHoweverItIsFragmented(
      @ForAll @StringLength(max = 100) String text,
      @ForAll @IntRange(min = 0, max = 9) int level,
      @ForAll @IntRange(min = 1, max = 30) int fragment,
      @ForAll @IntRange(min = 1, max = 30) int piece) {
    byte[] utf8 = text.getBytes(UTF_8);
    byte[] content = RawDeflate.of(utf8, level);
    List<byte[]> frames = new ArrayList<>();
    for (int at = 0; at < content.length; at += fragment) {
      byte[] part = Arrays.copyOfRange(content, at, Math.min(at + fragment, content.length));
      int first = ClientFrame.COMPRESSED | ClientFrame.TEXT;
      frames.add(ClientFrame.fragment(at == 0 ? first : 0, part));
    }
    frames.add(ClientFrame.of(0, new byte[0]));
    byte[] bytes = ClientFrame.join(frames.toArray(byte[][]::new));
    boolean fits =
        utf8.length <= MAX
            && content.length <= MAX
            && frames.size() <= WebSocketFrameDecoder.MAX_FRAGMENTS;
    assertThat(outcome(bytes, piece, Compression.DEFLATE))
        .containsExactly(fits ? "text:" + new String(utf8, UTF_8) : "broken:1009");
  }

  @Property(tries = 5000)
  void whateverIsInflatedIsATextWithinTheLimitOrRefused(@ForAll("nearlyDeflate") byte[] content) {
    Incoming incoming = MessageInflater.inflate(content, MAX);
    if (incoming instanceof Incoming.Text(byte[] utf8)) {
      assertThat(utf8.length).isLessThanOrEqualTo(MAX);
      assertThat(isUtf8(utf8)).isTrue();
    } else {
      assertThat(WebSocketFrameDecoderTest.inWords(incoming)).isIn("broken:1007", "broken:1009");
    }
  }

  @Property(tries = 5000)
  void utf8IsWhatThePlatformSaysItIs(@ForAll("nearlyUtf8") byte[] bytes) {
    boolean valid = Utf8.check(Utf8.COMPLETE, bytes, 0, bytes.length) == Utf8.COMPLETE;
    assertThat(valid).isEqualTo(isUtf8(bytes));
  }

  @Property
  void aMaskIsRemovedFromAnyPlace(
      @ForAll int mask,
      @ForAll @Size(max = 70) byte[] plain,
      @ForAll @IntRange(max = 9) int offset) {
    byte[] bytes = plain.clone();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= (byte) (mask >>> (24 - 8 * ((offset + i) & 3)));
    }
    Mask.remove(mask, offset, bytes, 0, bytes.length);
    assertThat(bytes).isEqualTo(plain);
  }

  private static List<String> outcome(byte[] bytes, int piece) {
    return outcome(bytes, piece, Compression.NONE);
  }

  /** Compressed messages are inflated. */
  private static List<String> outcome(byte[] bytes, int piece, Compression compression) {
    WebSocketFrameDecoder decoder =
        new WebSocketFrameDecoder(MAX, WebSocketTerms.Content.TEXT, compression);
    List<String> outcome = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += piece) {
      ByteBuf in = Unpooled.wrappedBuffer(bytes, at, Math.min(piece, bytes.length - at));
      Incoming incoming = decoder.next(in);
      while (incoming != null) {
        if (incoming instanceof Incoming.Compressed(byte[] content)) {
          incoming = MessageInflater.inflate(content, MAX);
        }
        outcome.add(WebSocketFrameDecoderTest.inWords(incoming));
        if (incoming instanceof Incoming.Close || incoming instanceof Incoming.Broken) {
          return outcome;
        }
        incoming = decoder.next(in);
      }
      assertThat(in.isReadable()).isFalse();
    }
    return outcome;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  @Provide
  Arbitrary<byte[]> nearlyFrames() {
    Arbitrary<byte[]> frame =
        Arbitraries.integers()
            .between(0, 255)
            .flatMap(first ->
                Arbitraries.bytes()
                    .array(byte[].class)
                    .ofMaxSize(140)
                    .map(payload -> ClientFrame.first(first & 0x8f, payload)));
    Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(3);
    return Arbitraries.frequencyOf(Tuple.of(12, frame), Tuple.of(1, noise))
        .list()
        .ofMaxSize(6)
        .map(frames -> ClientFrame.join(frames.toArray(byte[][]::new)));
  }

  @Provide
  Arbitrary<byte[]> nearlyCompressedFrames() {
    Arbitrary<byte[]> compressed = nearlyDeflate().map(ClientFrame::compressed);
    return Arbitraries.oneOf(compressed, nearlyFrames())
        .list()
        .ofMaxSize(4)
        .map(frames -> ClientFrame.join(frames.toArray(byte[][]::new)));
  }

  /** What a client compressed, whole, cut off, or with one bit turned. */
  @Provide
  Arbitrary<byte[]> nearlyDeflate() {
    Arbitrary<byte[]> plain =
        Arbitraries.strings()
            .ofMaxLength(40)
            .list()
            .ofMaxSize(12)
            .map(WebSocketFrameDecoderFuzzTest::repeated);
    Arbitrary<byte[]> content =
        Combinators.combine(plain, Arbitraries.integers().between(0, 9)).as(RawDeflate::of);
    Arbitrary<byte[]> cut =
        Combinators.combine(content, Arbitraries.integers().between(0, 60))
            .as((bytes, end) -> Arrays.copyOf(bytes, Math.min(end, bytes.length)));
    Arbitrary<byte[]> turned =
        Combinators.combine(content, Arbitraries.integers().between(0, 480))
            .as(WebSocketFrameDecoderFuzzTest::turned);
    return Arbitraries.oneOf(
        content, cut, turned, Arbitraries.bytes().array(byte[].class).ofMaxSize(60));
  }

  private static byte[] repeated(List<String> strings) {
    return String.join("", strings).repeat(2).getBytes(UTF_8);
  }

  private static byte[] turned(byte[] content, int bit) {
    byte[] turned = content.clone();
    turned[bit / 8 % turned.length] ^= (byte) (1 << bit % 8);
    return turned;
  }

  @Provide
  Arbitrary<byte[]> nearlyUtf8() {
    Arbitrary<byte[]> edge =
        Arbitraries.of(
                0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1,
                0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff)
            .list()
            .ofMaxSize(5)
            .map(WebSocketFrameDecoderFuzzTest::bytes);
    Arbitrary<byte[]> text = Arbitraries.strings().ofMaxLength(6).map(s -> s.getBytes(UTF_8));
    return Arbitraries.oneOf(edge, text)
        .list()
        .ofMaxSize(3)
        .map(parts -> ClientFrame.join(parts.toArray(byte[][]::new)));
  }

  private static byte[] bytes(List<Integer> values) {
    byte[] bytes = new byte[values.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = values.get(i).byteValue();
    }
    return bytes;
  }
}
