package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Program;
import im.parley.app.client.S3Server;
import im.parley.app.client.Server;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in a bucket of a store that speaks S3's protocol. */
class FilesInBucketTest extends FilesBehavior {

  private final S3Server s3 = S3Server.start("parley");

  @Override
  Server start(Path data, String... options) throws Exception {
    return Server.start(S3Server.CREDENTIALS, data, inBucket("parley", options));
  }

  private String[] inBucket(String bucket, String... options) {
    String[] place = {"--files", "s3://" + bucket + "/files", "--s3-endpoint", s3.url()};
    return Stream.of(place, options).flatMap(Stream::of).toArray(String[]::new);
  }

  @AfterAll
  void stopStore() {
    s3.close();
  }

  @Test
  void aBucketThatIsNotThereIsSaidAtTheStart(@TempDir Path data) throws Exception {
    String[] options = inBucket("nowhere", "--port", "0", "--data", data.toString());
    String[] arguments =
        Stream.concat(Stream.of("serve"), Stream.of(options)).toArray(String[]::new);
    Program.Outcome outcome = Program.run(S3Server.CREDENTIALS, arguments);
    assertThat(outcome.status()).isEqualTo(64);
    assertThat(outcome.said()).contains("bucket nowhere").doesNotContain("Exception", "\tat ");
  }
}
