package im.parley.edge.websocket;

/**
 * Checks UTF-8 (RFC 3629) piece by piece, so that bad text is refused before its end. Between two
 * pieces it keeps one small number.
 */
public final class Utf8 {

  /** Between two characters: also where valid text begins and must end. */
  static final int COMPLETE = 0;

  /** Not UTF-8, whatever follows. */
  static final int INVALID = -1;

  // What must come next: this many continuation bytes, the first of them perhaps from a narrower
  // range, which excludes overlong forms, surrogates and what lies beyond U+10FFFF.
  private static final int ONE_MORE = 1;
  private static final int TWO_MORE = 2;
  private static final int THREE_MORE = 3;
  private static final int AFTER_E0 = 4;
  private static final int AFTER_ED = 5;
  private static final int AFTER_F0 = 6;
  private static final int AFTER_F4 = 7;

  private Utf8() {}

  /** Whether this is UTF-8 to its end. */
  public static boolean isWhole(byte[] bytes) {
    return check(COMPLETE, bytes, 0, bytes.length) == COMPLETE;
  }

  /**
   * Goes on with the bytes from {@code from} to before {@code to}.
   *
   * @param state what the piece before ended with, at first {@link #COMPLETE}
   * @return the state after them; {@link #INVALID} once it is clear
   */
  static int check(int state, byte[] bytes, int from, int to) {
    int now = state;
    for (int i = from; i < to && now != INVALID; i++) {
      byte b = bytes[i];
      if (now != COMPLETE || b < 0) {
        now = next(now, b & 0xff);
      }
    }
    return now;
  }

  private static int next(int state, int b) {
    return switch (state) {
      case COMPLETE -> lead(b);
      case ONE_MORE -> within(b, 0x80, 0xbf, COMPLETE);
      case TWO_MORE -> within(b, 0x80, 0xbf, ONE_MORE);
      case THREE_MORE -> within(b, 0x80, 0xbf, TWO_MORE);
      case AFTER_E0 -> within(b, 0xa0, 0xbf, ONE_MORE);
      case AFTER_ED -> within(b, 0x80, 0x9f, ONE_MORE);
      case AFTER_F0 -> within(b, 0x90, 0xbf, TWO_MORE);
      case AFTER_F4 -> within(b, 0x80, 0x8f, TWO_MORE);
      default -> INVALID;
    };
  }

  private static int lead(int b) {
    if (b < 0x80) {
      return COMPLETE;
    }
    return switch (b) {
      case 0xe0 -> AFTER_E0;
      case 0xed -> AFTER_ED;
      case 0xf0 -> AFTER_F0;
      case 0xf4 -> AFTER_F4;
      default -> {
        if (b >= 0xc2 && b <= 0xdf) {
          yield ONE_MORE;
        }
        if (b >= 0xe1 && b <= 0xef) {
          yield TWO_MORE;
        }
        yield b >= 0xf1 && b <= 0xf3 ? THREE_MORE : INVALID;
      }
    };
  }

  private static int within(int b, int low, int high, int next) {
    return b >= low && b <= high ? next : INVALID;
  }
}
