package im.parley.edge.eventstream;

import im.parley.edge.session.WireCodec;
import im.parley.protocol.error.CloseCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.json.RequestId;
import im.parley.protocol.json.WireWriter;
import im.parley.protocol.reply.Reply;
import im.parley.protocol.reply.ResumeVerdict;
import im.parley.protocol.reply.Welcome;
import im.parley.protocol.view.RoomSummary;
import java.nio.charset.StandardCharsets;

/** The language as blocks of an event stream: {@code event} its type, {@code data} its JSON. */
final class EventStreamCodec implements WireCodec {

  /** Whoever comes back waits so long, in milliseconds. */
  private static final int RETRY_MILLIS = 1000;

  private final WireWriter writer;

  EventStreamCodec(WireWriter writer) {
    this.writer = writer;
  }

  @Override
  public byte[] event(DurableEvent event, int readers) {
    String place = PlaceMarks.place(event.room().value(), event.seq());
    return block(place, event.data().type().wireName(), writer.event(event));
  }

  @Override
  public byte[] signal(SignalEvent event, int readers) {
    String place =
        event.data() instanceof Signal.RoomAdded(RoomSummary room)
            ? PlaceMarks.place(room.id().value(), room.head())
            : "";
    return block(place, event.data().wireName(), writer.signal(event));
  }

  /** The one reply of a stream is hello's. */
  @Override
  public byte[] reply(RequestId id, Reply reply) {
    String marks = reply instanceof Welcome welcome ? marks(welcome) : "";
    return block(marks + "retry: " + RETRY_MILLIS + "\n", "hello", writer.body(reply));
  }

  /** Where a stream begins: where a room is, unless what was missed comes first. */
  private static String marks(Welcome welcome) {
    StringBuilder marks = new StringBuilder(PlaceMarks.epoch(welcome.epoch()));
    for (RoomSummary room : welcome.rooms()) {
      if (welcome.resume().get(room.id().value()) != ResumeVerdict.DELTA) {
        marks.append(PlaceMarks.place(room.id().value(), room.head()));
      }
    }
    return marks.toString();
  }

  @Override
  public byte[] error(RequestId id, Refusal refusal) {
    return block("", "refused", writer.problem(refusal));
  }

  /** Says why the stream ends. */
  byte[] closing(CloseCode code) {
    String json = "{\"code\":%d,\"reason\":\"%s\"}".formatted(code.code(), code.reason());
    return block("", "connection.closing", json.getBytes(StandardCharsets.US_ASCII));
  }

  /** How far a stream has come: the client keeps it, and brings it back. */
  byte[] position(Positions positions) {
    return ("id: " + positions.id() + "\n\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] block(String before, String name, byte[] json) {
    byte[] head = (before + "event: " + name + "\ndata: ").getBytes(StandardCharsets.US_ASCII);
    byte[] block = new byte[head.length + json.length + 2];
    System.arraycopy(head, 0, block, 0, head.length);
    System.arraycopy(json, 0, block, head.length, json.length);
    block[block.length - 2] = '\n';
    block[block.length - 1] = '\n';
    return block;
  }
}
