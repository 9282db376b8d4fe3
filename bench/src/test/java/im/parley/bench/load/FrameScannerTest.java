package im.parley.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the bytes are cut, the frames are the same. */
class FrameScannerTest {

  private final FrameScanner scanner = new FrameScanner();
  private final List<String> frames = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 100, 65_000, 200_000})
  void findsFramesOfEveryLengthHoweverTheyAreCut(int cut) {
    List<String> texts =
        List.of("", "a", "b".repeat(125), "c".repeat(126), "d".repeat(70_000), "e");
    ByteBuf stream = Unpooled.buffer();
    texts.forEach(text -> stream.writeBytes(serverFrame(text)));

    while (stream.isReadable()) {
      ByteBuf piece = Unpooled.buffer().writeBytes(stream, Math.min(cut, stream.readableBytes()));
      scanner.scan(piece, this::keep);
    }

    assertThat(frames).isEqualTo(texts);
  }

  @Test
  void aMaskedFrameIsNoServersFrame() {
    ByteBuf masked = Unpooled.wrappedBuffer(new byte[] {(byte) 0x81, (byte) 0x80, 0, 0, 0, 0});

    assertThatThrownBy(() -> scanner.scan(masked, this::keep))
        .isInstanceOf(IllegalStateException.class);
  }

  private void keep(int opcode, ByteBuf in, int start, int length) {
    assertThat(opcode).isEqualTo(ClientFrames.TEXT);
    frames.add(in.toString(start, length, StandardCharsets.UTF_8));
  }

  private static ByteBuf serverFrame(String text) {
    ByteBuf frame = Unpooled.buffer().writeByte(0x81);
    if (text.length() < 126) {
      frame.writeByte(text.length());
    } else if (text.length() <= 0xffff) {
      frame.writeByte(126).writeShort(text.length());
    } else {
      frame.writeByte(127).writeLong(text.length());
    }
    return frame.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
