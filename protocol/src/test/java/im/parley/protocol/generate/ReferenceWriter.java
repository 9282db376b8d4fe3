package im.parley.protocol.generate;

import static im.parley.protocol.generate.Markdown.anchor;
import static im.parley.protocol.generate.Markdown.code;
import static im.parley.protocol.generate.Markdown.link;

import im.parley.protocol.command.CommandCatalogue;
import im.parley.protocol.command.CommandType;
import im.parley.protocol.command.CommandType.Audience;
import im.parley.protocol.command.CommandType.Reach;
import im.parley.protocol.command.Route;
import im.parley.protocol.error.CloseCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.example.Examples;
import im.parley.protocol.example.Exchange;
import im.parley.protocol.example.Exchanges;
import im.parley.protocol.json.CommandWriter;
import im.parley.protocol.json.RequestId;
import im.parley.protocol.json.WireWriter;
import im.parley.protocol.reply.Reply;
import java.util.List;
import java.util.stream.Stream;

/** Writes the reference that people read: one page, in which every name is a link. */
final class ReferenceWriter {

  private static final RequestId ID = new RequestId("1");

  private final Model model;
  private final WireWriter wire = new WireWriter();
  private final Markdown page = new Markdown();

  private ReferenceWriter(Model model) {
    this.model = model;
  }

  static String write(Model model) {
    ReferenceWriter writer = new ReferenceWriter(model);
    writer.page.block(ReferenceText.HEAD);
    writer.page.block(ReferenceText.FRAMES);
    writer.page.preformatted(ReferenceText.FRAME_SHAPES);
    writer.page.block(ReferenceText.RULES);
    writer.commands();
    writer.durableEvents();
    writer.ephemeralEvents();
    writer.types();
    writer.errors();
    writer.closeCodes();
    return writer.page.toString();
  }

  private void commands() {
    page.heading(2, "Commands");
    page.block(ReferenceText.COMMANDS);
    page.table(
        List.of("command", "HTTP", "what it does"),
        CommandCatalogue.all().stream()
            .map(type ->
                List.of(
                    link(code(type.name()), anchor(type.name())),
                    route(type),
                    model.description(type.command()))));
    Exchanges.all().forEach(this::command);
  }

  private void command(Exchange<?, ?> exchange) {
    CommandType<?, ?> type = exchange.command().type();
    page.heading(3, type.name());
    page.paragraph(model.description(type.command()));
    page.block(doors(type));
    fields("field", type.command());
    if (model.fields(type.reply()).isEmpty()) {
      page.block("The `ok` is empty.");
    } else {
      fields("`ok`", type.reply());
    }
    page.preformatted(
        new Transcript()
            .sent(CommandWriter.frame(exchange.command()))
            .received(wire.reply(ID, exchange.reply()))
            .toString());
  }

  private static String route(CommandType<?, ?> type) {
    return switch (type.reach()) {
      case Reach.EveryDoor(Route route) -> code(route.method() + " " + route.path());
      case Reach.LiveOnly() -> "–";
    };
  }

  private static String doors(CommandType<?, ?> type) {
    String audience = type.audience() == Audience.ANYONE ? " · needs no sign-in" : "";
    return switch (type.reach()) {
      case Reach.EveryDoor(Route route) ->
          code(route.method() + " /v1" + route.path()) + " → " + route.success() + audience;
      case Reach.LiveOnly() -> "WebSocket only" + audience;
    };
  }

  private void durableEvents() {
    page.heading(2, "Durable events");
    page.block(ReferenceText.DURABLE_EVENTS);
    fields("field", DurableEvent.class);
    page.table(
        List.of("event", "what happened"),
        Examples.events().stream()
            .map(event ->
                List.of(
                    eventLink(event.data().type().wireName()),
                    model.description(event.data().getClass()))));
    for (DurableEvent event : Examples.events()) {
      page.heading(3, event.data().type().wireName());
      page.paragraph(model.description(event.data().getClass()));
      fields("`data`", event.data().getClass());
      page.preformatted(new Transcript().received(wire.event(event)).toString());
    }
  }

  private void ephemeralEvents() {
    page.heading(2, "Ephemeral events");
    page.block(ReferenceText.EPHEMERAL_EVENTS);
    page.table(
        List.of("event", "what is the matter"),
        Examples.signals().stream()
            .map(event ->
                List.of(
                    eventLink(event.data().wireName()),
                    model.description(event.data().getClass()))));
    for (SignalEvent event : Examples.signals()) {
      page.heading(3, event.data().wireName());
      page.paragraph(model.description(event.data().getClass()));
      if (event.data() instanceof Signal.RoomAdded(var room)) {
        page.block("The `data` is a " + TypeText.named(room.getClass()) + ".");
      } else {
        fields("`data`", event.data().getClass());
      }
      page.preformatted(new Transcript().received(wire.signal(event)).toString());
    }
  }

  /** GitHub numbers the second heading of a name, and every command comes before the events. */
  private static String eventLink(String name) {
    String number = CommandCatalogue.find(name) == null ? "" : "-1";
    return link(code(name), anchor(name) + number);
  }

  private void types() {
    page.heading(2, "Types");
    page.block(ReferenceText.TYPES);
    page.heading(3, TypeText.NAMES);
    page.table(
        List.of("type", "meaning"),
        Model.names().stream()
            .map(type ->
                List.of(
                    code(type.getSimpleName()),
                    model.description(type) + " " + model.fields(type).getFirst().description())));
    model.namedTypes().stream()
        .filter(type -> !Reply.class.isAssignableFrom(type))
        .forEach(this::type);
  }

  private void type(Class<?> type) {
    page.heading(3, type.getSimpleName());
    page.paragraph(model.description(type));
    if (type.isEnum()) {
      page.table(
          List.of("word", "meaning"),
          Model.constants(type).stream()
              .map(word -> List.of(code(Model.wireName(word)), model.description(word))));
    } else {
      fields("field", type);
    }
  }

  private void errors() {
    page.heading(2, "Errors");
    page.paragraph(model.description(Refusal.class));
    page.table(
        List.of("code", "HTTP", "retry", "meaning", "for example"),
        Examples.errors().stream()
            .map(error ->
                List.of(
                    code(error.code().wireName()),
                    String.valueOf(error.code().httpStatus()),
                    error.code().retry() ? "yes" : "no",
                    model.description(error.code()),
                    error.message())));
    fields("field", Refusal.class);
    Refusal first = Examples.errors().getFirst();
    page.preformatted(new Transcript().received(wire.error(ID, first)).toString());
    page.block(ReferenceText.PROBLEMS);
    page.preformatted(new Transcript().received(wire.problem(first)).toString());
  }

  private void closeCodes() {
    page.heading(2, "Close codes");
    page.paragraph(model.description(CloseCode.class));
    page.table(
        List.of("code", "meaning", "what to do"),
        Stream.of(CloseCode.values())
            .map(code ->
                List.of(
                    String.valueOf(code.code()),
                    model.description(code),
                    model.description(code.remedy()))));
  }

  /** The fields of a record as a table, if it has any. */
  private void fields(String head, Class<?> type) {
    if (!model.fields(type).isEmpty()) {
      page.table(
          List.of(head, "type", "meaning"),
          model.fields(type).stream()
              .map(field ->
                  List.of(
                      code(field.name() + (field.optional() ? "?" : "")),
                      TypeText.of(type, field),
                      field.description())));
    }
  }
}
