package im.parley.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.error.CloseCode;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Done;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a name is beside is what the native door has, without the name. */
class NamedWriterTest {

  private static final UserId ADA = new UserId("ada");

  private final NamedWriter named = new NamedWriter();
  private final WireWriter wire = new WireWriter();

  private static String text(byte[] utf8) {
    return new String(utf8, UTF_8);
  }

  @Test
  void anEventIsItsNameAndTheRest() {
    Fact posted = new Fact.MessagePosted("Hi \"κ\"", 1, new MessageKey("k"));
    DurableEvent event = new DurableEvent(new RoomId("r1"), 7, Instant.EPOCH, ADA, posted);
    String frame = text(wire.event(event));
    assertThat(text(named.event(event)))
        .isEqualTo(frame.replace("{\"type\":\"message.posted\",", "[\"message.posted\",{") + "]");
  }

  @Test
  void aSignalIsItsNameAndTheRest() {
    SignalEvent typing = new SignalEvent(new RoomId("r1"), new Signal.Typing(ADA, true));
    assertThat(text(named.signal(typing)))
        .isEqualTo("[\"typing\",{\"room\":\"r1\",\"data\":{\"user\":\"ada\",\"active\":true}}]");
    SignalEvent draining = new SignalEvent(null, new Signal.ServerDraining(5));
    assertThat(text(named.signal(draining)))
        .isEqualTo("[\"server.draining\",{\"data\":{\"reconnectInMs\":5}}]");
  }

  @Test
  void answersAreListsOfOne() {
    Refusal refusal = Refusal.of(ErrorCode.NOT_FOUND, "There is no such room", "room");
    String error = text(wire.error(RequestId.NONE, refusal));
    assertThat(text(named.ok(new Done()))).isEqualTo("[{\"ok\":{}}]");
    assertThat(text(named.error(refusal))).isEqualTo("[" + error + "]");
    assertThat(text(named.named("command.refused", refusal)))
        .startsWith("[\"command.refused\",{\"code\":\"not_found\",");
    assertThat(text(named.named("hello", new Done()))).isEqualTo("[\"hello\",{}]");
    assertThat(text(named.named("closing", CloseCode.SESSION_REVOKED)))
        .isEqualTo("[\"closing\",{\"code\":4102,\"reason\":\"The session was ended\"}]");
    assertThat(text(named.notLetIn(refusal)))
        .startsWith("{\"message\":\"There is no such room\",\"data\":{\"code\":\"not_found\",");
  }
}
