package im.parley.edge.session;

import im.parley.edge.fanout.WireFormat;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.json.RequestId;
import im.parley.protocol.reply.Reply;

/**
 * The language as one kind of connection speaks it: what happens, as {@link WireFormat} has it, and
 * besides what passes between one client and the server. Safe to share.
 */
public interface WireCodec extends WireFormat {

  /** A command was carried out: a whole frame. */
  byte[] reply(RequestId id, Reply reply);

  /** A command was not carried out: a whole frame. */
  byte[] error(RequestId id, Refusal refusal);
}
