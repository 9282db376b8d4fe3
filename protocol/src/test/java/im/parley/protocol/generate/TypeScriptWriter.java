package im.parley.protocol.generate;

import im.parley.protocol.command.CommandCatalogue;
import im.parley.protocol.command.CommandType;
import im.parley.protocol.error.CloseCode;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.EventType;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.example.Examples;
import java.util.List;
import java.util.Locale;

/** Writes the TypeScript types that the web client compiles against. */
final class TypeScriptWriter {

  private static final int WIDTH = 100;
  private static final String EMPTY = "Readonly<Record<string, never>>";

  private final Model model;
  private final StringBuilder out = new StringBuilder();

  private TypeScriptWriter(Model model) {
    this.model = model;
  }

  /** The whole file. */
  static String write(Model model) {
    TypeScriptWriter writer = new TypeScriptWriter(model);
    writer.line("// Generated from the records of the protocol module by `./parley generate`.");
    writer.line("// Change the records instead.");
    writer.line("/* oxlint-disable max-lines */");
    model.namedTypes().forEach(writer::namedType);
    writer.commands();
    writer.facts();
    writer.signals();
    writer.namedType(ErrorCode.class);
    writer.view("WireError", Refusal.class);
    writer.closeCodes();
    return writer.out.toString();
  }

  private void namedType(Class<?> type) {
    if (type.isEnum()) {
      choice(type);
    } else {
      view(type.getSimpleName(), type);
    }
  }

  private void choice(Class<?> type) {
    line("");
    comment("", model.description(type));
    line("export type " + type.getSimpleName() + " =");
    List<Enum<?>> constants = Model.constants(type);
    for (Enum<?> constant : constants) {
      comment("  ", model.description(constant));
      String end = constant == constants.getLast() ? ";" : "";
      line("  | \"" + Model.wireName(constant) + "\"" + end);
    }
  }

  private void view(String name, Class<?> type) {
    line("");
    comment("", model.description(type));
    if (model.fields(type).isEmpty()) {
      line("export type " + name + " = " + EMPTY + ";");
      return;
    }
    line("export interface " + name + " {");
    fields("  ", type);
    line("}");
  }

  private void commands() {
    line("");
    comment("", "Every command by its name: what it takes, and what its `ok` carries.");
    line("export interface Commands {");
    for (CommandType<?, ?> type : CommandCatalogue.all()) {
      comment("  ", model.description(type.command()));
      line("  readonly \"" + type.name() + "\": {");
      inline("    ", "data", type.command());
      line("    readonly ok: " + type.reply().getSimpleName() + ";");
      line("  };");
    }
    line("}");
  }

  private void facts() {
    line("");
    comment("", "Every durable event by its type: what its `data` carries.");
    line("export interface DurableFacts {");
    for (EventType type : EventType.values()) {
      comment("  ", model.description(type.fact()));
      inline("  ", "\"" + type.wireName() + "\"", type.fact());
    }
    line("}");
    event("DurableEvent", DurableEvent.class, "DurableFacts");
  }

  private void signals() {
    line("");
    comment("", "Every ephemeral event by its type: what its `data` carries.");
    line("export interface Signals {");
    for (SignalEvent event : Examples.signals()) {
      Signal signal = event.data();
      comment("  ", model.description(signal.getClass()));
      String name = "\"" + signal.wireName() + "\"";
      if (signal instanceof Signal.RoomAdded) {
        line("  readonly " + name + ": RoomSummary;");
      } else {
        inline("  ", name, signal.getClass());
      }
    }
    line("}");
    event("Signal", SignalEvent.class, "Signals");
  }

  /** A union over a map of types: what TypeScript narrows by {@code event.type}. */
  private void event(String name, Class<?> type, String map) {
    line("");
    comment("", model.description(type));
    line("export type " + name + " = {");
    line("  [T in keyof " + map + "]: {");
    line("    readonly type: T;");
    for (Field field : model.fields(type)) {
      comment("    ", field.description());
      String value = field.shape() instanceof Shape.EventData ? map + "[T]" : type(field.shape());
      line("    readonly " + field.name() + (field.optional() ? "?" : "") + ": " + value + ";");
    }
    line("  };");
    line("}[keyof " + map + "];");
  }

  private void closeCodes() {
    line("");
    comment("", model.description(CloseCode.class));
    line("export const closeCodes = {");
    for (CloseCode code : CloseCode.values()) {
      comment("  ", model.description(code));
      line("  " + camelCase(code.name()) + ": " + code.code() + ",");
    }
    line("} as const;");
  }

  private void inline(String indent, String name, Class<?> type) {
    if (model.fields(type).isEmpty()) {
      line(indent + "readonly " + name + ": " + EMPTY + ";");
      return;
    }
    line(indent + "readonly " + name + ": {");
    fields(indent + "  ", type);
    line(indent + "};");
  }

  private void fields(String indent, Class<?> type) {
    for (Field field : model.fields(type)) {
      comment(indent, field.description());
      String mark = field.optional() ? "?" : "";
      line(indent + "readonly " + field.name() + mark + ": " + type(field.shape()) + ";");
    }
  }

  private static String type(Shape shape) {
    return switch (shape) {
      case Shape.Text _, Shape.Name _, Shape.Time _ -> "string";
      case Shape.Whole _ -> "number";
      case Shape.Flag _ -> "boolean";
      case Shape.ListOf(Shape.ListOf inner) -> "readonly (" + type(inner) + ")[]";
      case Shape.ListOf list -> "readonly " + type(list.element()) + "[]";
      case Shape.MapOf map -> "Readonly<Record<string, " + type(map.value()) + ">>";
      case Shape.Choice choice -> choice.type().getSimpleName();
      case Shape.View view -> view.type().getSimpleName();
      case Shape.EventData _ -> throw new IllegalArgumentException("Only an event has data");
    };
  }

  private void comment(String indent, String text) {
    String single = indent + "/** " + text + " */";
    if (single.length() <= WIDTH) {
      line(single);
      return;
    }
    line(indent + "/**");
    StringBuilder row = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (indent.length() + 3 + row.length() + word.length() + 1 > WIDTH) {
        line(indent + " *" + row);
        row.setLength(0);
      }
      row.append(' ').append(word);
    }
    line(indent + " *" + row);
    line(indent + " */");
  }

  private static String camelCase(String constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
      name.append(
          name.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return name.toString();
  }

  private void line(String line) {
    out.append(line).append('\n');
  }
}
