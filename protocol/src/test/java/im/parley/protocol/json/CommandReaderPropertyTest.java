package im.parley.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.command.Command;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.example.Exchange;
import im.parley.protocol.example.Exchanges;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.json.CommandReader.Request;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever comes in, it is a command or it is refused as a bad request; nothing else escapes. */
class CommandReaderPropertyTest {

  /** What JSON is written with, and what it is not: most grammar is an edit away from these. */
  private static final byte[] LETTERS =
      CommandWriter.bytes("{}[]\",:\\/-+.eE0159untrfals \n\t\u0000\u001f\u007fé🦜\ufeff");

  private final CommandReader reader = new CommandReader();

  @Property
  void anyBytesAreReadOrRefused(@ForAll @Size(max = 200) byte[] frame) {
    assertReadOrRefused(frame);
  }

  @Property
  void anyLettersOfJsonAreReadOrRefused(@ForAll("letters") byte[] frame) {
    assertReadOrRefused(frame);
  }

  @Property
  void aDamagedFrameIsReadOrRefused(
      @ForAll("frames") byte[] frame, @ForAll("damages") List<Damage> damages) {
    byte[] damaged = frame;
    for (Damage damage : damages) {
      damaged = damage.to(damaged);
    }
    assertReadOrRefused(damaged);
  }

  @Property
  void aFrameThatIsCutShortIsRefused(@ForAll("frames") byte[] frame, @ForAll int at) {
    byte[] cut = Arrays.copyOf(frame, Math.floorMod(at, frame.length));

    assertThat(reader.read(cut)).isInstanceOf(Request.Refused.class);
  }

  @Property
  void aDamagedBodyIsReadOrRefused(
      @ForAll("commands") Command<?> command, @ForAll("damages") List<Damage> damages) {
    byte[] body = CommandWriter.bytes(CommandWriter.data(command));
    for (Damage damage : damages) {
      body = damage.to(body);
    }
    try {
      assertThat(reader.read(command.type(), Map.of(), body)).isInstanceOf(command.getClass());
    } catch (RefusedException e) {
      assertThat(e.refusal().code()).isEqualTo(ErrorCode.BAD_REQUEST);
    }
  }

  private void assertReadOrRefused(byte[] frame) {
    switch (reader.read(frame)) {
      case Request.Accepted(RequestId _, Command<?> command) -> assertSameAfterTheWire(command);
      case Request.Refused refused -> {
        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.BAD_REQUEST);
        assertThat(refused.refusal().message()).isNotBlank().hasSizeLessThan(300);
      }
    }
  }

  private void assertSameAfterTheWire(Command<?> command) {
    byte[] frame = CommandWriter.bytes(CommandWriter.frame(command));

    assertThat(reader.read(frame)).isEqualTo(new Request.Accepted(new RequestId("1"), command));
  }

  @Property
  void whatSomeoneSaysArrivesAsItWasSaid(@ForAll("texts") String text) {
    assertSameAfterTheWire(new SendMessage(new RoomId("r1"), new MessageKey("k"), text));
  }

  @Property
  void anEscapedTextIsThatText(@ForAll("texts") String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append(String.format(Locale.ROOT, "\\u%04x", c)));
    String data = "{\"room\":\"r1\",\"key\":\"k\",\"text\":\"" + escaped + "\"}";

    assertThat(reader.read(CommandWriter.bytes(CommandWriter.frame("message.send", data))))
        .isEqualTo(
            new Request.Accepted(
                new RequestId("1"), new SendMessage(new RoomId("r1"), new MessageKey("k"), text)));
  }

  /** Whole Unicode of every plane, without NUL. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.integers()
        .between(1, Character.MAX_CODE_POINT)
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .list()
        .ofMinSize(1)
        .ofMaxSize(200)
        .map(points -> points.stream().map(Character::toString).collect(Collectors.joining()))
        .filter(text -> !text.isBlank());
  }

  @Provide
  Arbitrary<byte[]> letters() {
    return letter().array(byte[].class).ofMaxSize(60);
  }

  @Provide
  Arbitrary<Command<?>> commands() {
    return Arbitraries.of(Exchanges.all()).map(Exchange::command);
  }

  @Provide
  Arbitrary<byte[]> frames() {
    return commands().map(command -> CommandWriter.bytes(CommandWriter.frame(command)));
  }

  @Provide
  Arbitrary<List<Damage>> damages() {
    Arbitrary<List<Byte>> written =
        Arbitraries.oneOf(letter(), Arbitraries.bytes()).list().ofMaxSize(4);
    return Combinators.combine(
            Arbitraries.integers().between(0, 10_000),
            Arbitraries.integers().between(0, 6),
            written)
        .as(Damage::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  private static Arbitrary<Byte> letter() {
    return Arbitraries.integers().between(0, LETTERS.length - 1).map(i -> LETTERS[i]);
  }

  /**
   * An edit: some bytes at a place give way to others.
   *
   * @param at where, counted around the end of what it is done to
   * @param length how many bytes go, at most
   * @param written what comes in their place
   */
  record Damage(int at, int length, List<Byte> written) {

    byte[] to(byte[] text) {
      int start = at % (text.length + 1);
      int end = Math.min(text.length, start + length);
      ByteArrayOutputStream damaged = new ByteArrayOutputStream();
      damaged.write(text, 0, start);
      written.forEach(damaged::write);
      damaged.write(text, end, text.length - end);
      return damaged.toByteArray();
    }
  }
}
