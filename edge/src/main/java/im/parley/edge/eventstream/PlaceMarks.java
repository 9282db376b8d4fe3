package im.parley.edge.eventstream;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * Lines that say where in the rooms a stream is. Clients take them for comments; the connection
 * that sends them learns from them what it has sent, though the bytes are everybody's.
 */
final class PlaceMarks {

  private static final byte NEWLINE = '\n';

  private PlaceMarks() {}

  /** What follows brings a stream this far in a room. */
  static String place(String room, long seq) {
    return ":p " + room + " " + seq + "\n";
  }

  /** What follows belongs to this life of the store. */
  static String epoch(String epoch) {
    return ":e " + epoch + "\n";
  }

  /** Takes in what these blocks say, without consuming them; whether there was anything. */
  static boolean read(ByteBuf blocks, Positions positions) {
    boolean some = false;
    int line = blocks.readerIndex();
    int end = blocks.indexOf(line, blocks.writerIndex(), NEWLINE);
    while (end >= 0) {
      if (end - line > 3 && blocks.getByte(line) == ':' && blocks.getByte(line + 2) == ' ') {
        mark(blocks.toString(line + 1, end - line - 1, StandardCharsets.US_ASCII), positions);
        some = true;
      }
      line = end + 1;
      end = blocks.indexOf(line, blocks.writerIndex(), NEWLINE);
    }
    return some;
  }

  private static void mark(String words, Positions positions) {
    int space = words.lastIndexOf(' ');
    String last = words.substring(space + 1);
    if (words.charAt(0) == 'e') {
      positions.epoch(last);
    } else {
      positions.reached(words.substring(2, space), Long.parseLong(last));
    }
  }
}
