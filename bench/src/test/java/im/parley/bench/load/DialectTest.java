package im.parley.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A frame is told by its first bytes. */
class DialectTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '^',
      value = {
        "{\"type\":\"message.posted\",\"room\":\"r1\"} MESSAGE",
        "{\"type\":\"message.edited\",\"room\":\"r1\"} OTHER",
        "{\"type\":\"member.joined\",\"room\":\"r1\"} OTHER",
        "{\"type\":\"room.synced\",\"room\":\"r1\"} SYNCED",
        "{\"type\":\"room.added\",\"room\":\"r1\"} OTHER",
        "{\"type\":\"typing\",\"room\":\"r1\"} OTHER",
        "{\"id\":1,\"ok\":{\"user\":1}} READY",
        "{\"id\":1,\"error\":{}} REFUSED",
        "{\"id\":12,\"ok\":{\"seq\":1}} ACKNOWLEDGED",
        "{\"id\":2,\"ok\":{\"seq\":1}} ACKNOWLEDGED",
        "{\"id\":4294967296,\"error\":{}} REFUSED",
        "{\"error\":{}} REFUSED",
      })
  void parley(String frame, Dialect.Kind kind) {
    assertThat(kindOf(new ParleyDialect(), frame)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '^',
      value = {
        "0{\"sid\":\"x\"} WELCOME",
        "2 PING",
        "40{\"sid\":\"x\"} READY",
        "44{\"message\":\"no\"} REFUSED",
        "42[\"message\",{\"room\":\"r1\"}] MESSAGE",
        "42[\"typing\",{\"room\":\"r1\"}] OTHER",
        "4312[{\"ok\":{\"seq\":1}}] ACKNOWLEDGED",
        "431[{\"error\":{\"code\":1}}] REFUSED",
      })
  void socketIo(String frame, Dialect.Kind kind) {
    assertThat(kindOf(new SocketIoDialect(), frame)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '^',
      value = {
        "0{\"sid\":\"x\"} WELCOME",
        "2 PING",
        "40{\"sid\":\"x\"} OTHER",
        "42[\"hello\",{\"user\":1}] READY",
        "44{\"message\":\"no\"} REFUSED",
        "42[\"message.posted\",{\"room\":\"r1\"}] MESSAGE",
        "42[\"message.edited\",{\"room\":\"r1\"}] OTHER",
        "42[\"room.synced\",{\"room\":\"r1\"}] SYNCED",
        "42[\"room.added\",{\"room\":\"r1\"}] OTHER",
        "42[\"typing\",{\"room\":\"r1\"}] OTHER",
        "42[\"connection.closing\",{\"code\":4102}] REFUSED",
        "4312[{\"ok\":{\"seq\":1}}] ACKNOWLEDGED",
        "431[{\"error\":{\"code\":1}}] REFUSED",
      })
  void parleyThroughSocketIo(String frame, Dialect.Kind kind) {
    assertThat(kindOf(new ParleySocketIoDialect(), frame)).isEqualTo(kind);
  }

  private static Dialect.Kind kindOf(Dialect dialect, String frame) {
    byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
    ByteBuf in = Unpooled.buffer().writeBytes(new byte[7]).writeBytes(bytes);
    return dialect.kind(in, 7, bytes.length);
  }
}
