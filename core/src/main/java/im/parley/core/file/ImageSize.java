package im.parley.core.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How large an image is, read from its header; nothing is decoded.
 *
 * @param width as it is shown
 * @param height as it is shown
 * @param orientation how it lies in the file: 1 to 8 (TIFF 6.0, tag 274)
 */
record ImageSize(int width, int height, int orientation) {

  private static final int UPRIGHT = 1;
  private static final int FIRST_ON_ITS_SIDE = 5;

  /** The size of an image of this type; empty for other files and for broken images. */
  static Optional<ImageSize> of(Path file, String type) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      ImageSize size =
          switch (type) {
            case "image/png" -> png(in);
            case "image/gif" -> gif(in);
            case "image/webp" -> webp(in);
            case "image/jpeg" -> jpeg(in);
            default -> new ImageSize(0, 0, UPRIGHT);
          };
      return size.width > 0 && size.height > 0 ? Optional.of(size) : Optional.empty();
    } catch (EOFException e) {
      return Optional.empty();
    }
  }

  private static ImageSize png(RandomAccessFile in) throws IOException {
    in.seek(16);
    return new ImageSize(in.readInt(), in.readInt(), UPRIGHT);
  }

  private static ImageSize gif(RandomAccessFile in) throws IOException {
    in.seek(6);
    return new ImageSize(little(in, 2), little(in, 2), UPRIGHT);
  }

  /** The three forms of a WebP (RFC 9649, section 2). */
  private static ImageSize webp(RandomAccessFile in) throws IOException {
    in.seek(15);
    int form = in.readUnsignedByte();
    if (form == 'X') {
      in.seek(24);
      return new ImageSize(little(in, 3) + 1, little(in, 3) + 1, UPRIGHT);
    }
    if (form == 'L') {
      in.seek(21);
      int bits = little(in, 4);
      return new ImageSize((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1, UPRIGHT);
    }
    in.seek(26);
    return new ImageSize(little(in, 2) & 0x3fff, little(in, 2) & 0x3fff, UPRIGHT);
  }

  private static int little(RandomAccessFile in, int bytes) throws IOException {
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= in.readUnsignedByte() << (8 * i);
    }
    return value;
  }

  /** Goes from segment to segment until the one that begins the picture (ITU-T T.81, B.2). */
  private static ImageSize jpeg(RandomAccessFile in) throws IOException {
    int orientation = UPRIGHT;
    in.seek(2);
    while (in.readUnsignedByte() == 0xff) {
      int marker = in.readUnsignedByte();
      long segment = in.getFilePointer();
      int length = in.readUnsignedShort();
      boolean begins =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (begins) {
        in.readByte();
        int height = in.readUnsignedShort();
        return turned(in.readUnsignedShort(), height, orientation);
      }
      if (marker == 0xe1 && orientation == UPRIGHT) {
        orientation = orientation(in, segment + 2, length);
      }
      in.seek(segment + Math.max(2, length));
    }
    throw new EOFException();
  }

  private static ImageSize turned(int width, int height, int orientation) {
    return orientation >= FIRST_ON_ITS_SIDE
        ? new ImageSize(height, width, orientation)
        : new ImageSize(width, height, orientation);
  }

  /** Looks for tag 274 in the first directory of an Exif segment. */
  private static int orientation(RandomAccessFile in, long start, int length) throws IOException {
    byte[] bytes = new byte[Math.clamp(length - 2L, 0, 4096)];
    in.seek(start);
    in.readFully(bytes);
    Exif exif = new Exif(bytes);
    int orientation = exif.orientation();
    return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
  }

  /** The bytes of an Exif segment, in either order. */
  @SuppressWarnings("ArrayRecordComponent") // read at once, never compared
  private record Exif(byte[] bytes) {

    private static final int TIFF = 6;

    int orientation() {
      if (bytes.length < 16 || bytes[0] != 'E' || bytes[1] != 'x' || bytes[2] != 'i') {
        return 0;
      }
      int directory = TIFF + number(TIFF + 4, 4);
      int entries = number(directory, 2);
      for (int i = 0; i < entries; i++) {
        int entry = directory + 2 + 12 * i;
        if (number(entry, 2) == 274) {
          return number(entry + 8, 2);
        }
        if (entry + 12 > bytes.length) {
          return 0;
        }
      }
      return 0;
    }

    /** A number; 0 if it would lie outside. */
    private int number(int at, int length) {
      if (at < 0 || at + length > bytes.length) {
        return 0;
      }
      boolean littleEndian = bytes[TIFF] == 'I';
      int value = 0;
      for (int i = 0; i < length; i++) {
        int octet = bytes[littleEndian ? at + length - 1 - i : at + i] & 0xff;
        value = value << 8 | octet;
      }
      return value;
    }
  }
}
