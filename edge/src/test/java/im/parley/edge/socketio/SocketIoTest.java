package im.parley.edge.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.edge.testing.ClientFrame;
import im.parley.edge.testing.NoLeaks;
import im.parley.edge.testing.Poller;
import im.parley.edge.testing.SocketIoFixture;
import im.parley.edge.testing.WebSocketClient;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What independent suites expect of Socket.IO, line by line, and junk. */
@ExtendWith(NoLeaks.class)
class SocketIoTest {

  private static final String PATH = "/socket.io/";

  private SocketIoFixture fixture;
  private WebSocketClient client;

  @BeforeEach
  void open() throws Exception {
    fixture = SocketIoFixture.patient();
    client = connect();
  }

  private WebSocketClient connect() throws IOException {
    WebSocketClient opened =
        WebSocketClient.openAt(fixture.port(), PATH + "?EIO=4&transport=websocket");
    opened.hear();
    return opened;
  }

  /** With the times that suites expect. */
  private void hasten() throws IOException {
    client.close();
    fixture.close();
    fixture = SocketIoFixture.start();
    client = connect();
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    fixture.close();
  }

  private String next() throws IOException {
    return client.hear();
  }

  private void enter() throws IOException {
    client.say("40");
    assertThat(next()).startsWith("40{\"sid\":");
    assertThat(next()).isEqualTo("42[\"auth\",{}]");
  }

  // --- Namespaces

  @Test
  void whoConnectsIsToldASidAndNothingElse() throws Exception {
    client.say("40");
    assertThat(next()).matches("40\\{\"sid\":\"[^\"]+\"}");
    assertThat(next()).isEqualTo("42[\"auth\",{}]");
  }

  @Test
  void whatAClientSaysOfItselfArrives() throws Exception {
    client.say("40{\"token\":\"123\"}");
    assertThat(next()).matches("40\\{\"sid\":\"[^\"]+\"}");
    assertThat(next()).isEqualTo("42[\"auth\",{\"token\":\"123\"}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"40/custom", "40/custom,"})
  void anotherNamespaceIsEnteredWithoutTheMainOne(String connect) throws Exception {
    client.say(connect);
    assertThat(next()).matches("40/custom,\\{\"sid\":\"[^\"]+\"}");
    assertThat(next()).isEqualTo("42/custom,[\"auth\",{}]");
    client.say("42/custom,[\"message\",1]");
    assertThat(next()).isEqualTo("42/custom,[\"message-back\",1]");
  }

  @Test
  void whatAClientSaysOfItselfInAnotherNamespaceArrives() throws Exception {
    client.say("40/custom,{\"token\":\"abc\"}");
    assertThat(next()).startsWith("40/custom,{\"sid\":");
    assertThat(next()).isEqualTo("42/custom,[\"auth\",{\"token\":\"abc\"}]");
  }

  @Test
  void aNamespaceThatIsNotThereIsRefusedInTheseWords() throws Exception {
    client.say("40/random");
    assertThat(next()).isEqualTo("44/random,{\"message\":\"Invalid namespace\"}");
    enter(); // the connection is still good
  }

  @Test
  void whoConnectsNowhereInTimeIsClosed() throws Exception {
    hasten();
    String heard = "2";
    while (heard.equals("2")) {
      client.say("3");
      WebSocketClient.Frame frame = client.read();
      heard = frame.opcode() == ClientFrame.CLOSE ? "closed " + frame.status() : frame.text();
    }
    assertThat(heard).isEqualTo("closed 4101");
  }

  @Test
  void whoLeavesStaysConnectedAndMayComeAgain() throws Exception {
    hasten();
    enter();
    client.say("41");
    assertThat(client.hear()).isEqualTo("2");
    client.say("3");
    enter();
  }

  @Test
  void whoLeavesOneNamespaceStaysInTheOther() throws Exception {
    enter();
    client.say("40/custom");
    assertThat(next()).startsWith("40/custom,");
    assertThat(next()).startsWith("42/custom,");
    client.say("41/custom,");
    client.say("42[\"message\",\"main\"]");
    assertThat(next()).isEqualTo("42[\"message-back\",\"main\"]");
  }

  // --- Events and acknowledgements

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",1,\"2\",{\"3\":[false]}",
        ",\"κόσμε\\ud83d\\ude00\",null,-1.5e3",
        ",{\"a\":{\"b\":[1,[2,[3]]]}}"
      })
  void anEventComesBackWithItsArguments(String arguments) throws Exception {
    enter();
    client.say("42[\"message\"" + arguments + "]");
    assertThat(next()).isEqualTo("42[\"message-back\"" + arguments + "]");
  }

  @Test
  void bytesComeBackAsTheyWere() throws Exception {
    enter();
    byte[] one = {1, 2, 3};
    byte[] two = {4, (byte) 0xff};
    client.say(
        "452-[\"message\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]");
    client.send(ClientFrame.of(ClientFrame.BINARY, one));
    client.send(ClientFrame.of(ClientFrame.BINARY, two));
    assertThat(next())
        .isEqualTo(
            "452-[\"message-back\","
                + "{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]");
    assertThat(client.read().payload()).isEqualTo(one);
    assertThat(client.read().payload()).isEqualTo(two);
  }

  @Test
  void anEventIsAcknowledgedUnderItsNumber() throws Exception {
    enter();
    client.say("42456[\"message-with-ack\",1,\"2\",{\"3\":[false]}]");
    assertThat(next()).isEqualTo("43456[1,\"2\",{\"3\":[false]}]");
    client.say("420[\"message-with-ack\"]");
    assertThat(next()).isEqualTo("430[]");
  }

  @Test
  void anAcknowledgementMayHaveBytes() throws Exception {
    enter();
    client.say("451-789[\"message-with-ack\",{\"_placeholder\":true,\"num\":0}]");
    client.send(ClientFrame.of(ClientFrame.BINARY, new byte[] {7}));
    assertThat(next()).isEqualTo("461-789[{\"_placeholder\":true,\"num\":0}]");
    assertThat(client.read().payload()).isEqualTo(new byte[] {7});
  }

  @Test
  void anEventWithoutAttachmentsMayCallItselfBinary() throws Exception {
    enter();
    client.say("450-[\"message\",1]");
    assertThat(next()).isEqualTo("42[\"message-back\",1]");
  }

  @Test
  void everythingGoesByPollingToo() throws Exception {
    Poller poller = Poller.open(fixture.port(), PATH);
    assertThat(poller.push("40").body()).isEqualTo("ok");
    assertThat(poller.poll().body()).matches("40\\{\"sid\":\"[^\"]+\"}\u001e42\\[\"auth\",\\{}]");
    poller.push("451-[\"message\",{\"_placeholder\":true,\"num\":0}]\u001ebAQID");
    assertThat(poller.poll().body())
        .isEqualTo("451-[\"message-back\",{\"_placeholder\":true,\"num\":0}]\u001ebAQID");
  }

  // --- Junk

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4",
        "4abc",
        "42",
        "42{}",
        "42[]",
        "42abc[\"message-with-ack\",1]",
        "42[\"message\"",
        "42[\"message\"]x",
        "42[{}]",
        "42[null,1]",
        "42[true]",
        "42\"message\"",
        "42/custom[\"message\"]",
        "42/custom,[\"message\"]",
        "421234567890123456[\"message-with-ack\"]",
        "42[\"connect\"]",
        "42[\"connect_error\",{}]",
        "42[\"disconnect\"]",
        "42[\"disconnecting\"]",
        "42[\"newListener\"]",
        "42[\"removeListener\",1]",
        "43[1]",
        "43x[1]",
        "431{}",
        "44{\"message\":\"no\"}",
        "40",
        "40[]",
        "40\"x\"",
        "41{}",
        "41[1]",
        "47",
        "45[\"message\"]",
        "451[\"message\"]",
        "45-[\"message\"]",
        "451-",
        "451-[\"connect\",{\"_placeholder\":true,\"num\":0}]",
        "4511-[\"message\"]",
        "45999-[\"message\"]",
        "46[1]",
        "461-[1]",
        "42[\"message\",\"\u0001\"]"
      })
  void whatIsNoPacketClosesTheConnection(String packet) throws Exception {
    enter();
    assertThat(client.say(packet).closeStatus()).isEqualTo(4201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"42[\"message\"]", "431[]", "41", "42/custom,[\"message\"]"})
  void whoIsNowhereMaySayNothing(String packet) throws Exception {
    assertThat(client.say(packet).closeStatus()).isEqualTo(4201);
  }

  @Test
  void textInPlaceOfAnAttachmentClosesTheConnection() throws Exception {
    enter();
    client.say("451-[\"message\",{\"_placeholder\":true,\"num\":0}]");
    assertThat(client.say("42[\"message\"]").closeStatus()).isEqualTo(4201);
  }

  @Test
  void bytesThatNobodyAnnouncedCloseTheConnection() throws Exception {
    enter();
    assertThat(client.send(ClientFrame.of(ClientFrame.BINARY, new byte[3])).closeStatus())
        .isEqualTo(4201);
  }

  @Test
  void oneAttachmentTooManyClosesTheConnection() throws Exception {
    enter();
    client.say("451-[\"unknown\",{\"_placeholder\":true,\"num\":0}]");
    client.send(ClientFrame.of(ClientFrame.BINARY, new byte[3]));
    assertThat(client.send(ClientFrame.of(ClientFrame.BINARY, new byte[3])).closeStatus())
        .isEqualTo(4201);
  }

  @Test
  void valuesThatAreNestedTooDeepCloseTheConnection() throws Exception {
    enter();
    client.say("42[\"message\"," + "[".repeat(100_000) + "]".repeat(100_000) + "]");
    assertThat(client.closeStatus()).isEqualTo(4201);
  }

  @ParameterizedTest
  @ValueSource(ints = {129, 100_000})
  void aNamespaceOfAnyLengthIsNotSaidBack(int length) throws Exception {
    assertThat(client.say("40/" + "n".repeat(length)).closeStatus()).isEqualTo(4201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"error", "constructor", "__proto__", "toString", ""})
  void otherNamesAreEventsLikeAnyOther(String name) throws Exception {
    enter();
    client.say("42[\"" + name + "\",1]");
    client.say("42[\"message\",2]");
    assertThat(next()).isEqualTo("42[\"message-back\",2]");
  }

  @Test
  void afterJunkInAPostNothingElseOfItIsHeard() throws Exception {
    Poller poller = Poller.open(fixture.port(), PATH);
    poller.push("40");
    poller.poll();
    poller.push("42{}\u001e42[\"message\",1]");
    assertThat(poller.poll().body()).isEqualTo("1");
    assertThat(poller.poll().statusCode()).isEqualTo(400);
  }
}
