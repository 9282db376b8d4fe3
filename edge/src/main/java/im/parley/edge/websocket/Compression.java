package im.parley.edge.websocket;

/** What client and server agreed on in the handshake: how the content of messages may come. */
public enum Compression {
  /** As it is. */
  NONE(0),
  /**
   * As it is, or compressed for itself: {@link DeflateOffer}. The first reserved bit says which.
   */
  DEFLATE(0x40);

  private final int reservedBits;

  Compression(int reservedBits) {
    this.reservedBits = reservedBits;
  }

  /** The bits of a header's first byte that have a meaning where a message begins. */
  int reservedBits() {
    return reservedBits;
  }
}
