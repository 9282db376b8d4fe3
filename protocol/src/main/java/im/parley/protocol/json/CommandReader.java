package im.parley.protocol.json;

import im.parley.protocol.command.Command;
import im.parley.protocol.command.CommandCatalogue;
import im.parley.protocol.command.CommandType;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonDataException;
import io.avaje.json.JsonReader;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what a client sent into a command, or refuses it and names the field. Safe to share. */
public final class CommandReader {

  private static final byte[] NO_FIELDS = {'{', '}'};
  private static final Jsonb JSONB = ParleyJson.JSONB;

  private final Map<CommandType<?, ?>, JsonAdapter<? extends Command<?>>> adapters =
      CommandCatalogue.all().stream()
          .collect(
              Collectors.toUnmodifiableMap(type -> type, type -> JSONB.adapter(type.command())));

  /**
   * Reads one text frame: {@code {"id":…,"type":…,"data":{…}}}.
   *
   * @param frame at most as long as the door lets in
   * @return the request, or its refusal; never an exception
   */
  public Request read(byte[] frame) {
    RequestId id = RequestId.NONE;
    try {
      JsonSyntax.check(frame);
      Envelope envelope = Envelope.read(frame);
      id = envelope.id();
      CommandType<?, ?> type = CommandCatalogue.find(envelope.type());
      if (type == null) {
        throw RefusedException.badField("type", "names no command: see the documentation");
      }
      byte[] data = envelope.data().getBytes(StandardCharsets.UTF_8);
      return new Request.Accepted(id, read(type, data, UnaryOperator.identity()));
    } catch (RefusedException e) {
      return new Request.Refused(id, e.refusal());
    }
  }

  /**
   * Reads one HTTP request.
   *
   * @param type the command that its route names
   * @param parameters what its path and query name; these win over the body
   * @param body the JSON body; empty for none
   * @throws RefusedException if it is not a valid command of this type
   */
  public Command<?> read(CommandType<?, ?> type, Map<String, String> parameters, byte[] body) {
    byte[] json = body.length == 0 ? NO_FIELDS : body;
    JsonSyntax.check(json);
    return read(type, json, reader -> new ParameterReader(parameters, reader));
  }

  private Command<?> read(CommandType<?, ?> type, byte[] json, UnaryOperator<JsonReader> source) {
    JsonAdapter<? extends Command<?>> adapter = adapter(type);
    JsonReader reader = source.apply(JSONB.reader(json));
    try {
      return adapter.fromJson(reader);
    } catch (JsonDataException
        | IllegalArgumentException
        | ArithmeticException
        | java.time.DateTimeException e) {
      reader.close();
      throw wrongType(adapter, json, source);
    } finally {
      reader.close();
    }
  }

  /** Reads the command again, slowly, to find the field that does not fit. */
  private static RefusedException wrongType(
      JsonAdapter<?> adapter, byte[] json, UnaryOperator<JsonReader> source) {
    FieldTrackingReader reader = new FieldTrackingReader(source.apply(JSONB.reader(json)));
    try {
      adapter.fromJson(reader);
      throw new IllegalStateException("Refused once, accepted the second time");
    } catch (RefusedException e) {
      return e;
    } catch (RuntimeException e) {
      return reader.field().isEmpty()
          ? new RefusedException(
              Refusal.of(ErrorCode.BAD_REQUEST, "The fields must be one JSON object"))
          : RefusedException.badField(
              reader.field(), "has the wrong type or form: see the documentation");
    } finally {
      reader.close();
    }
  }

  private JsonAdapter<? extends Command<?>> adapter(CommandType<?, ?> type) {
    JsonAdapter<? extends Command<?>> adapter = adapters.get(type);
    if (adapter == null) {
      throw new IllegalStateException("Not in the catalogue: " + type.name());
    }
    return adapter;
  }

  /** What came of a text frame. */
  public sealed interface Request {
    /** What the client calls it. */
    RequestId id();

    /** A valid command. */
    record Accepted(RequestId id, Command<?> command) implements Request {}

    /** Not a valid command, and why. */
    record Refused(RequestId id, Refusal refusal) implements Request {}
  }

  /** A text frame, taken apart; its data still as it came. */
  private record Envelope(RequestId id, String type, String data) {

    static Envelope read(byte[] frame) {
      try (JsonReader reader = JSONB.reader(frame)) {
        if (reader.currentToken() != JsonReader.Token.BEGIN_OBJECT) {
          throw new RefusedException(
              Refusal.of(ErrorCode.BAD_REQUEST, "A frame must be one JSON object"));
        }
        return fields(reader);
      }
    }

    private static Envelope fields(JsonReader reader) {
      RequestId id = RequestId.NONE;
      String type = null;
      String data = "{}";
      reader.beginObject();
      while (reader.hasNextField()) {
        switch (reader.nextField()) {
          case "id" -> id = requestId(reader);
          case "type" -> type = string(reader, "type");
          case "data" -> data = reader.readRaw();
          default -> reader.skipValue();
        }
      }
      reader.endObject();
      if (type == null) {
        throw RefusedException.badField("type", "is missing");
      }
      return new Envelope(id, type, data);
    }

    private static RequestId requestId(JsonReader reader) {
      JsonReader.Token token = reader.currentToken();
      String json = reader.readRaw().strip();
      boolean fits =
          (token == JsonReader.Token.STRING || token == JsonReader.Token.NUMBER)
              && json.length() <= RequestId.MAX_LENGTH;
      if (!fits) {
        throw RefusedException.badField(
            "id", "must be a number or a string of at most " + RequestId.MAX_LENGTH + " bytes");
      }
      return new RequestId(json);
    }

    private static @Nullable String string(JsonReader reader, String field) {
      if (reader.currentToken() != JsonReader.Token.STRING) {
        throw RefusedException.badField(field, "must be a string");
      }
      return reader.readString();
    }
  }
}
