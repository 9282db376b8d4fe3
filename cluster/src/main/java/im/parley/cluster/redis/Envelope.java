package im.parley.cluster.redis;

import im.parley.core.live.Notice;
import im.parley.core.presence.Chosen;
import im.parley.core.presence.PresenceRecord;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.json.EventReader;
import im.parley.protocol.json.WireWriter;
import im.parley.protocol.view.PresenceState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message as bytes: a version, who sent it, what it is, and its parts; events as the JSON that
 * clients get. A node ignores what it cannot read: it comes from a newer version, and what is
 * durable is found in the log.
 *
 * @param node who sent it
 * @param message what it says
 */
record Envelope(String node, Message message) {

  private static final int VERSION = 1;
  private static final WireWriter WRITER = new WireWriter();
  private static final EventReader READER = new EventReader();

  /** What kind of message follows. */
  private enum Kind {
    COMMITTED(1),
    MOMENT(2),
    JOINED(3),
    TOLD(4),
    TOLD_ELSEWHERE(5),
    ENDED(6),
    ENDED_HERE(7),
    BEAT(8),
    FAREWELL(9),
    THERE(10),
    NOT_THERE(11),
    CHOSE(12);

    private static final Map<Integer, Kind> BY_CODE =
        Stream.of(values()).collect(Collectors.toUnmodifiableMap(kind -> kind.code, kind -> kind));

    /** Its number between nodes, which never changes. */
    private final int code;

    Kind(int code) {
      this.code = code;
    }

    static Kind of(int code) throws IOException {
      Kind kind = BY_CODE.get(code);
      if (kind == null) {
        throw new IOException("It is of no known kind: " + code);
      }
      return kind;
    }
  }

  byte[] write() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(node);
      write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void write(DataOutputStream out) throws IOException {
    switch (message) {
      case Message.Committed(List<DurableEvent> events) -> {
        write(out, Kind.COMMITTED);
        out.writeInt(events.size());
        for (DurableEvent event : events) {
          write(out, WRITER.event(event));
        }
      }
      case Message.Moment(RoomId room, var signal) -> {
        write(out, Kind.MOMENT);
        write(out, WRITER.signal(new SignalEvent(room, signal)));
      }
      case Message.Told(UserId user, Notice notice) -> write(out, user, notice);
      case Message.Ended(UserId user, List<SessionId> sessions, long request) -> {
        write(out, Kind.ENDED);
        out.writeUTF(user.value());
        out.writeInt(sessions.size());
        for (SessionId session : sessions) {
          out.writeUTF(session.value());
        }
        out.writeLong(request);
      }
      case Message.EndedHere(long request) -> {
        write(out, Kind.ENDED_HERE);
        out.writeLong(request);
      }
      case Message.Beat(long number) -> {
        write(out, Kind.BEAT);
        out.writeLong(number);
      }
      case Message.Farewell() -> write(out, Kind.FAREWELL);
      case Message.There(UserId user, Instant activeAt) -> {
        write(out, Kind.THERE);
        out.writeUTF(user.value());
        write(out, activeAt);
      }
      case Message.NotThere(UserId user, Instant since) -> {
        write(out, Kind.NOT_THERE);
        out.writeUTF(user.value());
        write(out, since);
      }
      case Message.Chose(UserId user, PresenceRecord kept) -> {
        write(out, Kind.CHOSE);
        out.writeUTF(user.value());
        out.writeUTF(kept.chosen().state().name());
        write(out, kept.chosen().text());
        write(out, kept.chosen().emoji());
        write(out, kept.chosen().until());
        write(out, kept.lastSeen());
      }
    }
  }

  private static void write(DataOutputStream out, UserId user, Notice notice) throws IOException {
    switch (notice) {
      case Notice.Joined(RoomId room) -> {
        write(out, Kind.JOINED);
        out.writeUTF(user.value());
        out.writeUTF(room.value());
      }
      case Notice.Told(SignalEvent event) -> {
        write(out, Kind.TOLD);
        out.writeUTF(user.value());
        write(out, WRITER.signal(event));
      }
      case Notice.ToldElsewhere(SignalEvent event, SessionId here) -> {
        write(out, Kind.TOLD_ELSEWHERE);
        out.writeUTF(user.value());
        write(out, WRITER.signal(event));
        out.writeUTF(here.value());
      }
    }
  }

  private static void write(DataOutputStream out, Kind kind) throws IOException {
    out.writeByte(kind.code);
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void write(DataOutputStream out, @Nullable String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  private static void write(DataOutputStream out, @Nullable Instant instant) throws IOException {
    out.writeLong(instant == null ? Long.MIN_VALUE : instant.toEpochMilli());
  }

  /** Whether these bytes are from this node, and tell it nothing that it does not know. */
  static boolean isEcho(byte[] bytes, String node) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION || !in.readUTF().equals(node)) {
        return false;
      }
      int kind = in.readUnsignedByte();
      return kind != Kind.BEAT.code && kind != Kind.ENDED.code && kind != Kind.ENDED_HERE.code;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The message in these bytes.
   *
   * @throws RuntimeException if they cannot be read
   */
  static Envelope read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        throw new IOException("It is of another version");
      }
      return new Envelope(in.readUTF(), message(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Message message(DataInputStream in) throws IOException {
    return switch (Kind.of(in.readUnsignedByte())) {
      case COMMITTED -> {
        int count = in.readInt();
        List<DurableEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          events.add(READER.event(bytes(in)));
        }
        yield new Message.Committed(events);
      }
      case MOMENT -> {
        SignalEvent event = READER.signal(bytes(in));
        yield new Message.Moment(Objects.requireNonNull(event.room()), event.data());
      }
      case JOINED -> new Message.Told(user(in), new Notice.Joined(new RoomId(in.readUTF())));
      case TOLD -> new Message.Told(user(in), new Notice.Told(READER.signal(bytes(in))));
      case TOLD_ELSEWHERE ->
          new Message.Told(
              user(in),
              new Notice.ToldElsewhere(READER.signal(bytes(in)), new SessionId(in.readUTF())));
      case ENDED -> {
        UserId user = user(in);
        int count = in.readInt();
        List<SessionId> sessions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          sessions.add(new SessionId(in.readUTF()));
        }
        yield new Message.Ended(user, sessions, in.readLong());
      }
      case ENDED_HERE -> new Message.EndedHere(in.readLong());
      case BEAT -> new Message.Beat(in.readLong());
      case FAREWELL -> new Message.Farewell();
      case THERE -> new Message.There(user(in), Instant.ofEpochMilli(in.readLong()));
      case NOT_THERE -> new Message.NotThere(user(in), Instant.ofEpochMilli(in.readLong()));
      case CHOSE -> {
        UserId user = user(in);
        PresenceState state = PresenceState.valueOf(in.readUTF());
        Chosen chosen = new Chosen(state, text(in), text(in), instant(in));
        yield new Message.Chose(user, new PresenceRecord(chosen, instant(in)));
      }
    };
  }

  private static UserId user(DataInputStream in) throws IOException {
    return new UserId(in.readUTF());
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }

  private static @Nullable String text(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }

  private static @Nullable Instant instant(DataInputStream in) throws IOException {
    long millis = in.readLong();
    return millis == Long.MIN_VALUE ? null : Instant.ofEpochMilli(millis);
  }
}
