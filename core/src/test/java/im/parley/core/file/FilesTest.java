package im.parley.core.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.FolderFiles;
import im.parley.core.fake.InMemoryFiles;
import im.parley.core.limit.NoLimits;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.FileInfo;
import im.parley.protocol.view.Thumbnail;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in is measured by its bytes, bounded, and gone when it is not wanted. */
class FilesTest {

  private static final Caller.SignedIn ADA =
      new Caller.SignedIn(UserId.random(), SessionId.random(), "192.0.2.1");

  @TempDir Path folder;

  private final InMemoryFiles records = new InMemoryFiles();
  private FolderFiles store = new FolderFiles(Path.of("."));
  private Uploads uploads = uploads();

  private Uploads uploads() {
    return new Uploads(records, store, new FileConfig(1_000_000, 2_000_000, 2), new NoLimits());
  }

  @BeforeEach
  void open() {
    store = new FolderFiles(folder);
    uploads = uploads();
  }

  @AfterEach
  void close() {
    uploads.close();
  }

  @ParameterizedTest
  @CsvSource({
    "89504E470D0A1A0A00, image/png",
    "FFD8FFE0, image/jpeg",
    "474946383961, image/gif",
    "524946460000000057454250565038, image/webp",
    "000000206674797069736F6D, video/mp4",
    "1A45DFA3, video/webm",
    "255044462D312E37, application/pdf",
    "3C68746D6C3E, text/plain",
    "3C7376673E, text/plain",
    "C3A4, text/plain",
    "C3, text/plain",
    "FF41, application/octet-stream",
    "4100, application/octet-stream",
    "524946460000000057, application/octet-stream"
  })
  void aTypeIsFoundInTheBytes(String hex, String type) {
    assertThat(MediaType.of(HexFormat.of().parseHex(hex))).isEqualTo(type);
  }

  @Test
  void nothingIsOfNoType() {
    assertThat(MediaType.of(new byte[0])).isEqualTo("application/octet-stream");
  }

  @ParameterizedTest
  @CsvSource({
    "a.png, a.png",
    "/etc/passwd, passwd",
    "'C:\\temp\\b.txt', b.txt",
    "'', file",
    "..., file",
    "' . ', file",
    "'x/', file",
    "Ü 🦜.gif, Ü 🦜.gif"
  })
  void aNameIsTheLastPartOfAPath(String name, String clean) {
    assertThat(FileName.clean(name)).isEqualTo(clean);
  }

  @Test
  void aNameIsShortAndShows() {
    assertThat(FileName.clean("a\u202e\u0000\n\u2066\ud800b")).isEqualTo("ab");
    assertThat(FileName.clean("🦜".repeat(300) + ".png")).endsWith("🦜.png").hasSize(196 * 2 + 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png"})
  void anImageIsMeasuredAndMadeSmall(String format) throws Exception {
    FileInfo file = upload(image(1200, 300, format));

    assertThat(file.width()).isEqualTo(1200);
    assertThat(file.height()).isEqualTo(300);
    assertThat(file.thumbnail()).isEqualTo(new Thumbnail(480, 120));
    BufferedImage small = ImageIO.read(folder.resolve(Part.THUMBNAIL.of(file.id())).toFile());
    assertThat(small.getWidth()).isEqualTo(480);
    assertThat(new Color(small.getRGB(470, 60)).getRed()).isGreaterThan(200);
    assertThat(new Color(small.getRGB(10, 60)).getRed()).isLessThan(50);
  }

  @Test
  void aPictureThatLiesOnItsSideIsStoodUp() throws Exception {
    byte[] plain = image(1200, 300, "jpg");
    byte[] exif =
        HexFormat.of()
            .parseHex("FFE1001E45786966000049492A0008000000010012010300010000000600000000");
    exif = Arrays.copyOf(exif, 32);
    byte[] turned =
        ByteBuffer.allocate(plain.length + exif.length)
            .put(plain, 0, 2)
            .put(exif)
            .put(plain, 2, plain.length - 2)
            .array();

    FileInfo file = upload(turned);

    assertThat(file.width()).isEqualTo(300);
    assertThat(file.height()).isEqualTo(1200);
    assertThat(file.thumbnail()).isEqualTo(new Thumbnail(120, 480));
    BufferedImage small = ImageIO.read(folder.resolve(Part.THUMBNAIL.of(file.id())).toFile());
    assertThat(new Color(small.getRGB(60, 470)).getRed())
        .as("its right is below")
        .isGreaterThan(200);
  }

  @Test
  void aBombIsMeasuredAndNeverDecoded() throws Exception {
    byte[] bomb = image(10, 10, "png");
    ByteBuffer.wrap(bomb).putInt(16, 50_000).putInt(20, 50_000);

    FileInfo file = upload(bomb);

    assertThat(file.width()).isEqualTo(50_000);
    assertThat(file.thumbnail()).isNull();
  }

  @Test
  void aBrokenImageIsAFileLikeAny() throws Exception {
    byte[] whole = image(100, 100, "png");
    assertThat(upload(Arrays.copyOf(whole, 40)).thumbnail()).isNull();
    FileInfo header = upload(Arrays.copyOf(whole, 8));
    assertThat(header.width()).isNull();
    assertThat(upload(new byte[] {-1, -40, -1, -32, 0, 0}).type()).isEqualTo("image/jpeg");
  }

  @Test
  void whatIsNotFinishedLeavesNothing() throws Exception {
    try (Upload upload = uploads.begin(ADA, OptionalLong.empty())) {
      upload.write(new byte[1000]);
      assertThat(folder).isNotEmptyDirectory();
    }
    try (Upload upload = uploads.begin(ADA, OptionalLong.empty())) {
      upload.write(new byte[1_000_000]);
      assertThatThrownBy(() -> upload.write(new byte[1])).isInstanceOf(RefusedException.class);
    }

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void twoAtATimeAreEnough() {
    try (Upload first = uploads.begin(ADA, OptionalLong.of(1));
        Upload second = uploads.begin(ADA, OptionalLong.of(1))) {
      assertThat(first).isNotSameAs(second);
      assertThatThrownBy(() -> uploads.begin(ADA, OptionalLong.of(1)))
          .isInstanceOf(RefusedException.class);
    }
    uploads.begin(ADA, OptionalLong.of(1)).close();
  }

  @Test
  void whatIsDueIsThrownAway() throws Exception {
    FileInfo file = upload(image(600, 600, "png"));
    assertThat(folder).isDirectoryContaining(path -> path.endsWith(file.id().value()));

    new FileCollector(records, store).collect();

    assertThat(folder).isEmptyDirectory();
    assertThat(records.expired(10)).isEmpty();
  }

  private FileInfo upload(byte[] bytes) throws IOException {
    try (Upload upload = uploads.begin(ADA, OptionalLong.of(bytes.length))) {
      upload.write(bytes);
      FileInfo file = upload.finish("name");
      assertThat(Files.readAllBytes(folder.resolve(file.id().value()))).isEqualTo(bytes);
      return file;
    }
  }

  /** Black on the left, white on the right. */
  private static byte[] image(int width, int height, String format) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.createGraphics().fillRect(width / 2, 0, width / 2, height);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    assertThat(out.toString(UTF_8)).isNotEmpty();
    return out.toByteArray();
  }
}
