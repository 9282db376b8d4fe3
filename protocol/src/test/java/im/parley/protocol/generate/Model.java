package im.parley.protocol.generate;

import im.parley.protocol.command.CommandCatalogue;
import im.parley.protocol.command.CommandType;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.EventType;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.Signal;
import im.parley.protocol.example.Examples;
import im.parley.protocol.id.FileId;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.FileReply;
import io.avaje.jsonb.Jsonb;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The protocol as the writers see it: records by reflection, descriptions from their sources. */
final class Model {

  private static final Jsonb JSONB = Jsonb.instance();
  private static final List<Class<?>> NAMES =
      List.of(RoomId.class, UserId.class, SessionId.class, FileId.class, MessageKey.class);
  private static final Set<Class<?>> WHOLE =
      Set.of(long.class, Long.class, int.class, Integer.class);

  private final SourceDocs docs;

  private Model(SourceDocs docs) {
    this.docs = docs;
  }

  /** Reads the protocol whose sources are below this folder. */
  static Model of(Path sources) {
    return new Model(SourceDocs.read(sources));
  }

  /** What a type is. */
  String description(Class<?> type) {
    return docs.of(type);
  }

  /** What a constant means. */
  String description(Enum<?> constant) {
    return docs.of(constant);
  }

  /** The fields of a record, in order. */
  List<Field> fields(Class<?> type) {
    return Stream.of(type.getRecordComponents()).map(component -> field(type, component)).toList();
  }

  /** The constants of an enum, in order. */
  static List<Enum<?>> constants(Class<?> type) {
    List<Enum<?>> constants = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      constants.add((Enum<?>) constant);
    }
    return constants;
  }

  /** The word that stands for an enum constant on the wire: what the codec itself writes. */
  static String wireName(Enum<?> constant) {
    return JSONB.toJson(constant).replace("\"", "");
  }

  /** The types of names: ids and keys. */
  static List<Class<?>> names() {
    return NAMES;
  }

  /** Every named type that a field or a reply is made of; each after those that it needs. */
  SequencedSet<Class<?>> namedTypes() {
    SequencedSet<Class<?>> types = new LinkedHashSet<>();
    for (CommandType<?, ?> command : CommandCatalogue.all()) {
      collect(command.command(), types);
    }
    for (EventType event : EventType.values()) {
      collect(event.fact(), types);
    }
    Examples.signals().forEach(signal -> collect(signal.data().getClass(), types));
    for (CommandType<?, ?> command : CommandCatalogue.all()) {
      collect(command.reply(), types);
      types.add(command.reply());
    }
    types.add(FileReply.class);
    types.remove(ErrorCode.class); // the errors stand in a place of their own
    return types;
  }

  private void collect(Class<?> record, SequencedSet<Class<?>> types) {
    fields(record).forEach(field -> collect(field.shape(), types));
  }

  private void collect(Shape shape, SequencedSet<Class<?>> types) {
    switch (shape) {
      case Shape.ListOf list -> collect(list.element(), types);
      case Shape.MapOf map -> collect(map.value(), types);
      case Shape.Choice choice -> types.add(choice.type());
      case Shape.View(Class<?> type) when type != DurableEvent.class -> {
        collect(type, types);
        types.add(type);
      }
      case Shape.View _,
          Shape.Text _,
          Shape.Name _,
          Shape.Time _,
          Shape.Whole _,
          Shape.Flag _,
          Shape.EventData _ -> {}
    }
  }

  private Field field(Class<?> type, RecordComponent component) {
    return new Field(
        docs.wireName(type, component.getName()),
        shape(component.getGenericType()),
        component.getAnnotatedType().isAnnotationPresent(Nullable.class),
        docs.of(type, component.getName()));
  }

  private static Shape shape(Type type) {
    return switch (type) {
      case ParameterizedType list when list.getRawType() == List.class ->
          new Shape.ListOf(shape(list.getActualTypeArguments()[0]));
      case ParameterizedType map when map.getRawType() == Map.class ->
          new Shape.MapOf(shape(map.getActualTypeArguments()[1]));
      case Class<?> plain -> shape(plain);
      default -> throw new IllegalArgumentException("Not a type of the wire: " + type);
    };
  }

  private static Shape shape(Class<?> type) {
    if (type == String.class) {
      return new Shape.Text();
    }
    if (type == Instant.class) {
      return new Shape.Time();
    }
    if (type == boolean.class || type == Boolean.class) {
      return new Shape.Flag();
    }
    if (WHOLE.contains(type)) {
      return new Shape.Whole();
    }
    if (NAMES.contains(type)) {
      return new Shape.Name(type);
    }
    if (type.isEnum()) {
      return new Shape.Choice(type);
    }
    if (type.isRecord()) {
      return new Shape.View(type);
    }
    if (type == Fact.class || type == Signal.class) {
      return new Shape.EventData();
    }
    throw new IllegalArgumentException("Not a type of the wire: " + type);
  }
}
