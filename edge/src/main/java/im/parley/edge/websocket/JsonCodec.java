package im.parley.edge.websocket;

import im.parley.edge.session.WireCodec;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.json.CommandReader;
import im.parley.protocol.json.CommandReader.Request;
import im.parley.protocol.json.RequestId;
import im.parley.protocol.json.WireWriter;
import im.parley.protocol.reply.Reply;

/** The language as WebSockets carry it: one JSON object in one text message. */
final class JsonCodec implements WireCodec {

  private final CommandReader reader;
  private final WireWriter writer;

  JsonCodec(CommandReader reader, WireWriter writer) {
    this.reader = reader;
    this.writer = writer;
  }

  @Override
  public Request read(byte[] utf8) {
    return reader.read(utf8);
  }

  @Override
  public byte[] event(DurableEvent event, int readers) {
    return WebSocketFrames.text(writer.event(event));
  }

  @Override
  public byte[] signal(SignalEvent event, int readers) {
    return WebSocketFrames.text(writer.signal(event));
  }

  @Override
  public byte[] reply(RequestId id, Reply reply) {
    return WebSocketFrames.text(writer.reply(id, reply));
  }

  @Override
  public byte[] error(RequestId id, Refusal refusal) {
    return WebSocketFrames.text(writer.error(id, refusal));
  }
}
