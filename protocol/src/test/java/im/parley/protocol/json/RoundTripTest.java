package im.parley.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.command.Command;
import im.parley.protocol.command.CommandCatalogue;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.EventType;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.example.Examples;
import im.parley.protocol.example.Exchange;
import im.parley.protocol.example.Exchanges;
import im.parley.protocol.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything declared has one example, and every example is the same after the wire. */
class RoundTripTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final CommandReader reader = new CommandReader();
  private final WireWriter writer = new WireWriter();

  @Test
  void everyCommandHasOneExample() {
    assertThat(Exchanges.all())
        .map(exchange -> exchange.command().type())
        .isEqualTo(CommandCatalogue.all());
  }

  @Test
  void everyReplyAnswersSomeCommandOrAnUpload() {
    Stream<Reply> replies = Exchanges.all().stream().map(Exchange::reply);
    assertThat(Stream.concat(replies, Stream.of(Examples.upload())))
        .<Class<?>>map(Reply::getClass)
        .containsAll(List.of(Reply.class.getPermittedSubclasses()));
  }

  @Test
  void everyEventHasOneExample() {
    assertThat(Examples.events())
        .map(event -> event.data().type())
        .containsExactlyInAnyOrder(EventType.values());
  }

  @Test
  void everySignalHasOneExample() {
    assertThat(Examples.signals())
        .<Class<?>>map(event -> event.data().getClass())
        .containsExactlyElementsOf(List.of(Signal.class.getPermittedSubclasses()));
  }

  @Test
  void everyErrorHasOneExample() {
    assertThat(Examples.errors()).map(Refusal::code).containsExactly(ErrorCode.values());
  }

  static Stream<Exchange<?, ?>> exchanges() {
    return Exchanges.all().stream();
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void aCommandIsReadAsItWasWritten(Exchange<?, ?> exchange) {
    byte[] frame = CommandWriter.bytes(CommandWriter.frame(exchange.command()));

    assertThat(reader.read(frame))
        .isEqualTo(new CommandReader.Request.Accepted(new RequestId("1"), exchange.command()));
  }

  /** What a record makes of a field that was left out can itself be said. */
  @ParameterizedTest
  @MethodSource("exchanges")
  void aCommandWithoutOneOfItsFieldsIsReadAsItWasWritten(Exchange<?, ?> exchange) {
    Command<?> command = exchange.command();
    ObjectNode fields = (ObjectNode) JSON.readTree(CommandWriter.data(command));
    for (String field : List.copyOf(fields.propertyNames())) {
      ObjectNode others = fields.deepCopy().without(field);
      String frame = CommandWriter.frame(command.type().name(), others.toString());

      if (reader.read(CommandWriter.bytes(frame)) instanceof CommandReader.Request.Accepted read) {
        assertThat(reader.read(CommandWriter.bytes(CommandWriter.frame(read.command()))))
            .isEqualTo(read);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void aReplyIsReadAsItWasWritten(Exchange<?, ?> exchange) {
    Reply reply = exchange.reply();
    String body = text(writer.body(reply));

    assertThat(text(writer.reply(new RequestId("17"), reply)))
        .isEqualTo("{\"id\":17,\"ok\":" + body + "}");
    assertThat((Reply) ParleyJson.JSONB.type(reply.getClass()).fromJson(body)).isEqualTo(reply);
  }

  static Stream<DurableEvent> events() {
    return Examples.events().stream();
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventIsReadAsItWasWritten(DurableEvent event) {
    String json = text(writer.event(event));

    assertThat(ParleyJson.JSONB.type(DurableEvent.class).fromJson(json)).isEqualTo(event);
    assertThat(json).startsWith("{\"type\":\"" + event.data().type().wireName() + "\"");
  }

  @ParameterizedTest
  @MethodSource("events")
  void aFactIsKeptAsTheDataOfItsEvent(DurableEvent event) {
    String kept = FactJson.write(event.data());

    assertThat(FactJson.read(event.data().type(), kept)).isEqualTo(event.data());
    assertThat(text(writer.event(event))).endsWith(",\"data\":" + kept + "}");
  }

  static Stream<SignalEvent> signals() {
    return Examples.signals().stream();
  }

  @ParameterizedTest
  @MethodSource("signals")
  void aSignalCarriesItsRecordAsData(SignalEvent event) {
    Object data = event.data() instanceof Signal.RoomAdded added ? added.room() : event.data();
    String room = event.room() == null ? "" : ",\"room\":\"" + event.room() + "\"";
    String json = ParleyJson.JSONB.toJson(data);

    assertThat(text(writer.signal(event)))
        .isEqualTo(
            "{\"type\":\"" + event.data().wireName() + "\"" + room + ",\"data\":" + json + "}");
    assertThat((Object) ParleyJson.JSONB.type(data.getClass()).fromJson(json)).isEqualTo(data);
  }

  static Stream<Refusal> errors() {
    return Examples.errors().stream();
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anErrorIsReadAsItWasWritten(Refusal refusal) {
    String json = ParleyJson.JSONB.toJson(refusal);

    assertThat(text(writer.error(new RequestId("\"a\""), refusal)))
        .isEqualTo("{\"id\":\"a\",\"error\":" + json + "}");
    assertThat(ParleyJson.JSONB.type(Refusal.class).fromJson(json)).isEqualTo(refusal);
  }

  @Test
  void aReplyToACommandWithoutIdNamesNone() {
    Reply done = Exchanges.all().get(1).reply();

    assertThat(text(writer.reply(RequestId.NONE, done))).isEqualTo("{\"ok\":{}}");
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("signals")
  void aSignalIsReadByOtherNodesAsItWasWritten(SignalEvent event) {
    assertThat(new EventReader().signal(writer.signal(event))).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventIsReadByOtherNodesAsItWasWritten(DurableEvent event) {
    assertThat(new EventReader().event(writer.event(event))).isEqualTo(event);
  }
}
