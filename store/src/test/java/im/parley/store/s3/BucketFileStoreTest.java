package im.parley.store.s3;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import im.parley.core.file.FileStore;
import im.parley.store.StoreException;
import im.parley.store.contract.FileStoreContract;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/** Against a small store of the same protocol. */
class BucketFileStoreTest extends FileStoreContract {

  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));

  private static LocalS3 s3;

  @BeforeAll
  static void start() {
    s3 = LocalS3.builder().port(-1).mode(LocalS3Mode.IN_MEMORY).build();
    s3.start();
  }

  @AfterAll
  static void stop() {
    s3.shutdown();
  }

  @Override
  protected FileStore open(Path directory) {
    BucketConfig config = config("parley-" + UUID.randomUUID());
    try (S3Client client = BucketFileStore.client(config, CREDENTIALS)) {
      client.createBucket(request -> request.bucket(config.bucket()));
    }
    return BucketFileStore.open(config, CREDENTIALS, directory);
  }

  private static BucketConfig config(String bucket) {
    URI address = URI.create("http://127.0.0.1:" + s3.getPort());
    return new BucketConfig(bucket, "files/", "us-east-1", Optional.of(address));
  }

  @Test
  void aBucketThatIsNotThereIsSaidWhenItIsOpened(@TempDir Path directory) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> BucketFileStore.open(config("nowhere"), CREDENTIALS, directory))
        .withMessageContaining("bucket nowhere");
  }
}
