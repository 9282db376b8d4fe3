package im.parley.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.Server;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files go up over HTTP, along with messages at every door, and down to those who may have them,
 * wherever the server keeps them.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class FilesBehavior {

  private static final int MIB = 1 << 20;

  private Path data;
  private Server server;

  /** Starts a server with these options that keeps files in this test's place for them. */
  abstract Server start(Path data, String... options) throws Exception;

  @BeforeAll
  void startServer(@TempDir Path directory) throws Exception {
    data = directory;
    server = start(directory, "--file-limit", "2", "--file-quota", "5");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void anImageComesWithItsMessageAndAfterAResume() throws Exception {
    Person ada = Person.register(server, "ada");
    Person bob = Person.register(server, "bob");
    byte[] picture = image(1000, 500, "png");
    try (Client writer = ada.connect();
        Client reader = bob.connect()) {
      String room = create(writer);
      writer.done("member.add", "room", room, "user", bob.id());
      reader.next("room.added", room);
      Json file = upload(ada, "engine.png", picture).at("file");
      assertThat(file.text("type")).isEqualTo("image/png");
      assertThat(file.number("size")).isEqualTo(picture.length);
      assertThat(file.number("width")).isEqualTo(1000);
      assertThat(file.number("height")).isEqualTo(500);
      assertThat(file.at("thumbnail").number("width")).isEqualTo(480);
      assertThat(file.at("thumbnail").number("height")).isEqualTo(240);
      assertThat(get(bob, file.text("id")).statusCode()).isEqualTo(404);

      long seq = post(writer, room, "", file.text("id"));
      Json heard = reader.next("message.posted", room).at("data");
      assertThat(heard.list("attachments")).containsExactly(file);
      HttpResponse<byte[]> download = get(bob, file.text("id"));
      assertThat(download.statusCode()).isEqualTo(200);
      assertThat(download.body()).isEqualTo(picture);
      HttpResponse<byte[]> thumbnail = get(bob, file.text("id") + "/thumbnail");
      assertThat(ImageIO.read(new ByteArrayInputStream(thumbnail.body())).getWidth())
          .isEqualTo(480);
      Json history =
          bob.http().get("/v1/rooms/" + room + "/messages").json(200).list("messages").getLast();
      assertThat(history.list("attachments")).containsExactly(file);
      try (Client again = bob.resume(room, seq - 1)) {
        assertThat(again.next("message.posted", room).at("data").list("attachments"))
            .containsExactly(file);
      }

      writer.done("member.remove", "room", room, "user", bob.id());
      assertThat(get(bob, file.text("id")).statusCode()).isEqualTo(404);
      writer.done("message.delete", "room", room, "target", seq);
      assertThat(get(ada, file.text("id")).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void nobodyPostsAFileThatTheyMayNotSee() throws Exception {
    Person eve = Person.register(server, "eve");
    String file =
        id(upload(Person.register(server, "ada"), "secret.txt", "secret".getBytes(UTF_8)));
    try (Client client = eve.connect()) {
      String room = create(client);
      Json refused =
          client.refused(
              "message.send", "room", room, "key", "k1", "text", "", "attachments", List.of(file));
      assertThat(refused.text("code")).isEqualTo("not_found");
      assertThat(refused.text("field")).isEqualTo("attachments");
      String path = "/v1/rooms/" + room + "/messages";
      Json body = Json.of("text", "hi", "key", "k2", "attachments", List.of(file));
      assertThat(eve.http().post(path, body).json(404).text("field")).isEqualTo("attachments");
    }
  }

  @Test
  void partsAreHandedOutAndWhatIsKnownIsNot() throws Exception {
    Person ada = Person.register(server, "ada");
    byte[] bytes = random(300_000);
    String file = id(upload(ada, "bytes.bin", bytes));
    HttpResponse<byte[]> whole = get(ada, file);
    String etag = whole.headers().firstValue("ETag").orElseThrow();
    assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");

    HttpResponse<byte[]> middle = get(ada, file, "Range", "bytes=1000-200999");
    assertThat(middle.statusCode()).isEqualTo(206);
    assertThat(middle.headers().firstValue("Content-Range")).contains("bytes 1000-200999/300000");
    assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(bytes, 1000, 201_000));
    assertThat(get(ada, file, "Range", "bytes=-5").body())
        .isEqualTo(Arrays.copyOfRange(bytes, 299_995, 300_000));
    HttpResponse<byte[]> beyond = get(ada, file, "Range", "bytes=300000-");
    assertThat(beyond.statusCode()).isEqualTo(416);
    assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */300000");
    assertThat(get(ada, file, "Range", "bytes=0-1", "If-Range", etag).statusCode()).isEqualTo(206);
    assertThat(get(ada, file, "Range", "bytes=0-1", "If-Range", "\"other\"").statusCode())
        .isEqualTo(200);
    assertThat(get(ada, file, "Range", "bytes=0-1,5-6").statusCode()).isEqualTo(200);
    assertThat(get(ada, file, "If-None-Match", etag).statusCode()).isEqualTo(304);
    HttpResponse<byte[]> head = send(ada, "HEAD", "/v1/files/" + file, BodyPublishers.noBody());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Length")).contains("300000");
  }

  @Test
  void nothingIsEverServedAsAPage() throws Exception {
    Person ada = Person.register(server, "ada");
    byte[] page = "<!doctype html><script>alert(1)</script>".getBytes(UTF_8);
    ByteArrayOutputStream polyglot = new ByteArrayOutputStream();
    polyglot.write(image(4, 4, "png"));
    polyglot.write(page);
    HttpResponse<byte[]> both = get(ada, id(upload(ada, "both.html", polyglot.toByteArray())));
    assertThat(both.headers().firstValue("Content-Type")).contains("image/png");
    HttpResponse<byte[]> text = get(ada, id(upload(ada, "page.html", page)));
    assertThat(text.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
    assertThat(text.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment;");

    assertThat(List.of(both, text))
        .allSatisfy(answer -> {
          assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
          assertThat(answer.headers().allValues("Content-Security-Policy"))
              .containsExactly("sandbox; default-src 'none'");
        });
  }

  @Test
  void aNameIsMadeHarmless() throws Exception {
    Person ada = Person.register(server, "ada");
    Json file = upload(ada, "../../etc/\u202egnp.\"exe\"\r\n\u0001ü.png", random(3)).at("file");
    assertThat(file.text("name")).isEqualTo("gnp.\"exe\"ü.png");
    assertThat(get(ada, file.text("id")).headers().firstValue("Content-Disposition"))
        .contains(
            "attachment; filename=\"gnp._exe__.png\"; filename*=UTF-8''gnp.%22exe%22%C3%BC.png");
    assertThat(upload(ada, "..", random(3)).at("file").text("name")).isEqualTo("file");
  }

  @Test
  void whatIsTooLargeIsRefusedAsSoonAsThatIsKnown() throws Exception {
    Person ada = Person.register(server, "ada");
    HttpResponse<byte[]> declared =
        send(ada, "POST", "/v1/files?name=a", BodyPublishers.ofByteArray(new byte[2 * MIB + 1]));
    assertThat(declared.statusCode()).isEqualTo(413);
    assertThat(code(declared)).isEqualTo("too_large");
    upload(ada, "a", new byte[2 * MIB]);
    upload(ada, "b", new byte[2 * MIB]);
    HttpResponse<byte[]> overQuota =
        send(ada, "POST", "/v1/files?name=c", BodyPublishers.ofByteArray(new byte[MIB + 1]));
    assertThat(overQuota.statusCode()).isEqualTo(413);
    upload(ada, "c", new byte[MIB]);
    assertThat(send(ada, "POST", "/v1/files", BodyPublishers.ofString("x")).statusCode())
        .isEqualTo(413);
    awaitNoDrafts();
  }

  @Test
  void chunksMayComeAndTooManyAreRefused() throws Exception {
    Person ada = Person.register(server, "ada");
    byte[] bytes = random(MIB);
    HttpResponse<byte[]> stored =
        send(
            ada,
            "POST",
            "/v1/files?name=a",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
    assertThat(stored.statusCode()).isEqualTo(201);
    assertThat(get(ada, id(Json.parse(new String(stored.body(), UTF_8)))).body()).isEqualTo(bytes);
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head(ada, "Transfer-Encoding: chunked").getBytes(UTF_8));
      for (int i = 0; i < 3; i++) {
        out.write("100000\r\n".getBytes(UTF_8));
        out.write(new byte[MIB]);
        out.write("\r\n".getBytes(UTF_8));
      }
      assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
          .isEqualTo("HTTP/1.1 413");
    }
    awaitNoDrafts();
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() throws Exception {
    Person ada = Person.register(server, "ada");
    double before = server.metrics().get("parley_files_in_bytes_total");
    try (Socket socket = connect()) {
      socket.getOutputStream().write(head(ada, "Content-Length: 1000000").getBytes(UTF_8));
      socket.getOutputStream().write(new byte[200_000]);
      while (server.metrics().get("parley_files_in_bytes_total") < before + 100_000) {
        Thread.onSpinWait();
      }
      assertThat(drafts()).isNotEmpty();
    }
    awaitNoDrafts();
    assertThat(server.metrics().get("parley_files_uploads")).isZero();
  }

  @Test
  void aKilledServerHasForgottenWhatWasNotFinished(@TempDir Path own) throws Exception {
    Path incoming = own.resolve("files/incoming");
    try (Server first = start(own)) {
      Files.write(incoming.resolve("left"), new byte[10]);
      first.kill();
    }
    try (Server second = start(own)) {
      assertThat(second.http("").get("/healthz").status()).isEqualTo(200);
      assertThat(incoming).isEmptyDirectory();
    }
  }

  @Test
  void strangersAreSentAwayBeforeTheirBody() throws Exception {
    try (Socket socket = connect()) {
      String head =
          """
          POST /v1/files?name=a HTTP/1.1\r
          Host: x\r
          Content-Length: 1000000\r
          Expect: 100-continue\r
          \r
          """;
      socket.getOutputStream().write(head.getBytes(UTF_8));
      assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
          .isEqualTo("HTTP/1.1 401");
    }
    assertThat(server.http("").get("/v1/files/f123").status()).isEqualTo(401);
    Person ada = Person.register(server, "ada");
    assertThat(ada.http().get("/v1/files/f123").status()).isEqualTo(404);
    assertThat(ada.http().delete("/v1/files/f123").status()).isEqualTo(405);
    assertThat(ada.http().get("/v1/files").status()).isEqualTo(405);
  }

  private static String create(Client client) throws IOException {
    return client.done("room.create", "kind", "private", "name", "Files").at("room").text("id");
  }

  private static long post(Client client, String room, String text, String file)
      throws IOException {
    return client
        .done(
            "message.send",
            "room",
            room,
            "key",
            UUID.randomUUID().toString(),
            "text",
            text,
            "attachments",
            List.of(file))
        .number("seq");
  }

  private static Json upload(Person person, String name, byte[] bytes) throws Exception {
    String path = "/v1/files?name=" + URLEncoder.encode(name, UTF_8);
    HttpResponse<byte[]> answer = send(person, "POST", path, BodyPublishers.ofByteArray(bytes));
    assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(201);
    return Json.parse(new String(answer.body(), UTF_8));
  }

  private static String id(Json reply) {
    return reply.at("file").text("id");
  }

  private static String code(HttpResponse<byte[]> answer) {
    return Json.parse(new String(answer.body(), UTF_8)).text("code");
  }

  private static HttpResponse<byte[]> get(Person person, String file, String... headers)
      throws Exception {
    return send(person, "GET", "/v1/files/" + file, BodyPublishers.noBody(), headers);
  }

  private static HttpResponse<byte[]> send(
      Person person, String method, String path, HttpRequest.BodyPublisher body, String... headers)
      throws Exception {
    return person.http().exchange(method, path, body, headers);
  }

  private Socket connect() throws IOException {
    URI url = URI.create(server.url());
    return new Socket(url.getHost(), url.getPort());
  }

  private static String head(Person person, String length) {
    return "POST /v1/files?name=a HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n%s\r\n\r\n"
        .formatted(person.token(), length);
  }

  private List<Path> drafts() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("files/incoming"))) {
      return files.toList();
    }
  }

  /** Tests of this class run one after the other, so there is no other upload. */
  private void awaitNoDrafts() throws IOException {
    while (!drafts().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    bytes[0] = 0;
    return bytes;
  }

  private static byte[] image(int width, int height, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }
}
