package im.parley.edge.fanout;

import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import java.util.List;

/** A durable event, encoded once for all who get it in the same format. Never changes. */
final class Frame {

  /** What an event takes beside its text, roughly. */
  private static final int EVENT_BYTES = 64;

  private final DurableEvent event;
  private final Encodings encodings;

  private Frame(DurableEvent event, Encodings encodings) {
    this.event = event;
    this.encodings = encodings;
  }

  /** Of an event, for everyone in its room. */
  static Frame of(DurableEvent event, List<Audience.Share> audience) {
    return new Frame(
        event, new Encodings(audience, share -> share.format().event(event, share.readers())));
  }

  /** Of an event that one reader missed. */
  static Frame missed(DurableEvent event, WireFormat format) {
    return of(event, List.of(new Audience.Share(format, 1)));
  }

  /** This frame, or one in a format that nobody read when the event happened. */
  Frame in(WireFormat format) {
    return encodings.in(format) == null ? missed(event, format) : this;
  }

  /**
   * The whole frame, which must not be changed. If nobody read the format, it is made each time.
   */
  byte[] bytes(WireFormat format) {
    byte[] shared = encodings.in(format);
    return shared == null ? format.event(event, 1) : shared;
  }

  DurableEvent event() {
    return event;
  }

  long seq() {
    return event.seq();
  }

  /** How many bytes its encodings take, or the event alone while nobody read it. */
  int size() {
    int text =
        switch (event.data()) {
          case Fact.MessagePosted posted -> posted.text().length();
          case Fact.MessageEdited edited -> edited.text().length();
          default -> 0;
        };
    return Math.max(encodings.size(), EVENT_BYTES + text);
  }
}
