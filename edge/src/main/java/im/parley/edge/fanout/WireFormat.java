package im.parley.edge.fanout;

/** How a door puts a JSON message on the wire. */
@FunctionalInterface
public interface WireFormat {

  /** A whole frame, header included, the same for every receiver. */
  byte[] frame(byte[] json);
}
