package im.parley.edge.session;

import im.parley.edge.fanout.WireFormat;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.json.CommandReader;
import im.parley.protocol.json.RequestId;
import im.parley.protocol.json.WireWriter;
import im.parley.protocol.reply.Reply;

/**
 * The language and its framing at one door.
 *
 * @param reader reads what clients send
 * @param writer writes what they get
 * @param format puts that on the wire
 */
public record WireCodec(CommandReader reader, WireWriter writer, WireFormat format) {

  CommandReader.Request read(byte[] utf8) {
    return reader.read(utf8);
  }

  byte[] reply(RequestId id, Reply reply) {
    return format.frame(writer.reply(id, reply));
  }

  byte[] error(RequestId id, Refusal refusal) {
    return format.frame(writer.error(id, refusal));
  }

  byte[] signal(SignalEvent event) {
    return format.frame(writer.signal(event));
  }
}
