package im.parley.edge.fanout;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One message in every format that its readers use. Never changes. */
final class Encodings {

  private final List<Audience.Share> shares;
  private final byte[][] frames;

  /** Encodes a message once for all who read the same format. */
  Encodings(List<Audience.Share> shares, Function<Audience.Share, byte[]> encode) {
    this.shares = shares;
    this.frames = new byte[shares.size()][];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = encode.apply(shares.get(i));
      frames[i] = frames[firstLike(i)]; // what looks the same in two formats is kept once
    }
  }

  private int firstLike(int last) {
    int first = 0;
    while (!Arrays.equals(frames[first], frames[last])) {
      first++;
    }
    return first;
  }

  /** The whole frame in this format, which must not be changed; null if there is none. */
  byte @Nullable [] in(WireFormat format) {
    for (int i = 0; i < frames.length; i++) {
      if (shares.get(i).format().equals(format)) {
        return frames[i];
      }
    }
    return null;
  }

  /** How many bytes are kept. */
  int size() {
    int size = 0;
    for (int i = 0; i < frames.length; i++) {
      size += firstLike(i) == i ? frames[i].length : 0;
    }
    return size;
  }
}
