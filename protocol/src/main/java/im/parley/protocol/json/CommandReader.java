package im.parley.protocol.json;

import im.parley.protocol.command.Command;
import im.parley.protocol.command.CommandCatalogue;
import im.parley.protocol.command.CommandType;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonDataException;
import io.avaje.json.JsonReader.Token;
import java.time.DateTimeException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what a client sent into a command, or refuses it and names the field. Safe to share. */
public final class CommandReader {

  private static final byte[] NO_FIELDS = {'{', '}'};

  private final Map<Class<?>, JsonAdapter<? extends Command<?>>> adapters =
      CommandCatalogue.all().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  CommandType::command, type -> ParleyJson.ADAPTERS.of(type.command())));

  /**
   * Reads one text frame: {@code {"id":…,"type":…,"data":{…}}}.
   *
   * @param frame at most as long as the door lets in
   * @return the request, or its refusal; never an exception
   */
  public Request read(byte[] frame) {
    Envelope envelope = new Envelope();
    try {
      envelope.read(new StrictReader(frame));
      return new Request.Accepted(envelope.id, read(envelope.command(), envelope.data));
    } catch (RefusedException e) {
      return new Request.Refused(envelope.id, e.refusal());
    }
  }

  /**
   * Reads what a door has taken apart already: the name of a command, and its fields.
   *
   * @param id what the client calls it
   * @param data the fields, one JSON object
   * @return the request, or its refusal; never an exception
   */
  public Request read(RequestId id, String type, byte[] data) {
    try {
      StrictReader reader = new StrictReader(data);
      Command<?> command = read(type(type), reader);
      reader.end();
      return new Request.Accepted(id, command);
    } catch (RefusedException e) {
      return new Request.Refused(id, e.refusal());
    }
  }

  private static CommandType<?, ?> type(String name) {
    CommandType<?, ?> command = CommandCatalogue.find(name);
    if (command == null) {
      throw RefusedException.badField("type", "names no command: see the documentation");
    }
    return command;
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
    StrictReader reader = new ParameterReader(parameters, body.length == 0 ? NO_FIELDS : body);
    Command<?> command = read(type, reader);
    reader.end();
    return command;
  }

  private Command<?> read(CommandType<?, ?> type, StrictReader reader) {
    try {
      return adapter(type).fromJson(reader);
    } catch (RefusedException e) {
      boolean ofOneValue = reader.depth() > 0;
      throw ofOneValue ? new RefusedException(e.refusal().about(reader.field())) : e;
    } catch (JsonDataException | DateTimeException e) {
      throw reader.unfit("has a value that it cannot have: see the documentation");
    }
  }

  private JsonAdapter<? extends Command<?>> adapter(CommandType<?, ?> type) {
    JsonAdapter<? extends Command<?>> adapter = adapters.get(type.command());
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

  /** A text frame, taken apart: what was found of it before its end, or before its fault. */
  private static final class Envelope {

    private RequestId id = RequestId.NONE;
    private @Nullable String type;
    private StrictReader data = new StrictReader(NO_FIELDS);

    void read(StrictReader reader) {
      if (reader.currentToken() != Token.BEGIN_OBJECT) {
        reader.skipValue();
        reader.end();
        throw new RefusedException(
            Refusal.of(ErrorCode.BAD_REQUEST, "A frame must be one JSON object"));
      }
      reader.beginObject();
      while (reader.hasNextField()) {
        switch (reader.nextField()) {
          case "id" -> id = requestId(reader);
          case "type" -> type = name(reader);
          case "data" -> data = value(reader);
          default -> reader.skipValue();
        }
      }
      reader.endObject();
      reader.end();
    }

    CommandType<?, ?> command() {
      if (type == null) {
        throw RefusedException.badField("type", "must be a string, the name of a command");
      }
      return CommandReader.type(type);
    }

    private static RequestId requestId(StrictReader reader) {
      Token token = reader.currentToken();
      String json = reader.readRaw();
      boolean fits =
          (token == Token.STRING || token == Token.NUMBER) && json.length() <= RequestId.MAX_LENGTH;
      if (!fits) {
        throw RefusedException.badField(
            "id",
            "must be a number or a string of at most " + RequestId.MAX_LENGTH + " characters");
      }
      return new RequestId(json);
    }

    /** The string that comes next; null for anything else, so that an id after it is still seen. */
    private static @Nullable String name(StrictReader reader) {
      if (reader.currentToken() == Token.STRING) {
        return reader.readString();
      }
      reader.skipValue();
      return null;
    }

    /**
     * Passes over the value that comes next, and hands it out to be read when the type is known.
     */
    private static StrictReader value(StrictReader reader) {
      StrictReader value = reader.fork();
      value.reading("data");
      reader.skipValue();
      return value;
    }
  }
}
