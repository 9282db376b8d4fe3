package im.parley.edge.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.json.RequestId;
import im.parley.protocol.json.WireWriter;
import im.parley.protocol.reply.Done;
import im.parley.protocol.reply.SignedIn;
import im.parley.protocol.view.User;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JsonCodecTest {

  private static final UserId ADA = new UserId("ada");
  private static final RequestId ID = new RequestId("1");

  private final JsonCodec codec = new JsonCodec(new WireWriter(), JsonCodecTest::marked);

  /** Says for how many readers a text was framed. */
  private static byte[] marked(byte[] utf8, int readers) {
    return (readers + " " + new String(utf8, UTF_8)).getBytes(UTF_8);
  }

  @Test
  void whatHappensGoesToManyAndAnAnswerToOne() {
    Fact posted = new Fact.MessagePosted("Hi", 1, new MessageKey("k"));
    DurableEvent event = new DurableEvent(new RoomId("r1"), 1, Instant.EPOCH, ADA, posted);
    Signal typing = new Signal.Typing(ADA, true);
    Refusal refusal = Refusal.of(ErrorCode.NOT_FOUND, "There is no such room");
    assertThat(codec.event(event, 7)).asString(UTF_8).startsWith("7 {\"type\":\"message.posted\"");
    assertThat(codec.signal(new SignalEvent(new RoomId("r1"), typing), 3))
        .asString(UTF_8)
        .startsWith("3 {\"type\":\"typing\"");
    assertThat(codec.reply(ID, new Done())).asString(UTF_8).isEqualTo("1 {\"id\":1,\"ok\":{}}");
    assertThat(codec.error(ID, refusal)).asString(UTF_8).startsWith("1 {\"id\":1,\"error\":{");
  }

  @Test
  void tokensAreNeverCompressed() {
    SignedIn signedIn =
        new SignedIn(
            new User(ADA, "ada", "Ada", null, null),
            "pa_secret",
            Instant.EPOCH,
            "pr_secret",
            new SessionId("s1"));
    byte[] json = new WireWriter().reply(ID, signedIn);
    assertThat(codec.reply(ID, signedIn)).isEqualTo(WebSocketFrames.text(json));
  }
}
