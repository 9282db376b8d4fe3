package im.parley.edge.websocket;

import im.parley.edge.session.WireCodec;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.json.RequestId;
import im.parley.protocol.json.WireWriter;
import im.parley.protocol.reply.Reply;
import im.parley.protocol.reply.SignedIn;

/** The language as WebSockets carry it: one JSON object in one text message. */
final class JsonCodec implements WireCodec {

  private final WireWriter writer;
  private final Framing framing;

  JsonCodec(WireWriter writer, Framing framing) {
    this.writer = writer;
    this.framing = framing;
  }

  @Override
  public byte[] event(DurableEvent event, int readers) {
    return framing.text(writer.event(event), readers);
  }

  @Override
  public byte[] signal(SignalEvent event, int readers) {
    return framing.text(writer.signal(event), readers);
  }

  /** Tokens are never compressed: how long that is would say something of what is in it. */
  @Override
  public byte[] reply(RequestId id, Reply reply) {
    byte[] json = writer.reply(id, reply);
    return reply instanceof SignedIn ? WebSocketFrames.text(json) : framing.text(json, 1);
  }

  @Override
  public byte[] error(RequestId id, Refusal refusal) {
    return framing.text(writer.error(id, refusal), 1);
  }
}
