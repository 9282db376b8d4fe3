package im.parley.store.s3;

import im.parley.core.file.FileStore;
import im.parley.store.StoreException;
import im.parley.store.disk.DraftDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The bytes of files as objects of a bucket; drafts are on this machine's disk. */
public final class BucketFileStore implements FileStore {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration SILENCE_TIMEOUT = Duration.ofSeconds(30);
  private static final int NOT_FOUND = 404;

  private final S3Client client;
  private final BucketConfig config;
  private final DraftDirectory drafts;

  private BucketFileStore(S3Client client, BucketConfig config, DraftDirectory drafts) {
    this.client = client;
    this.config = config;
    this.drafts = drafts;
  }

  /**
   * Opens the bucket, which is asked for once, so that a wrong name or key is found at the start.
   *
   * @throws StoreException if the bucket or the directory cannot be used
   */
  public static BucketFileStore open(BucketConfig config, Path drafts) {
    return open(config, DefaultCredentialsProvider.builder().build(), drafts);
  }

  static BucketFileStore open(
      BucketConfig config, AwsCredentialsProvider credentials, Path drafts) {
    DraftDirectory directory = DraftDirectory.open(drafts);
    S3Client client = client(config, credentials);
    try {
      client.headBucket(request -> request.bucket(config.bucket()));
      return new BucketFileStore(client, config, directory);
    } catch (SdkException e) {
      client.close();
      throw new StoreException(
          "The bucket " + config.bucket() + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** Checksums only where the protocol demands them: many stores know no others. */
  static S3Client client(BucketConfig config, AwsCredentialsProvider credentials) {
    S3ClientBuilder client =
        S3Client.builder()
            .region(Region.of(config.region()))
            .credentialsProvider(credentials)
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT_TIMEOUT)
                    .socketTimeout(SILENCE_TIMEOUT));
    config.endpoint().ifPresent(address -> client.endpointOverride(address).forcePathStyle(true));
    return client.build();
  }

  @Override
  public Path draft() throws IOException {
    return drafts.draft();
  }

  @Override
  public void keep(Path draft, String name) throws IOException {
    call(
        name,
        () ->
            client.putObject(
                request -> request.bucket(config.bucket()).key(key(name)),
                RequestBody.fromFile(draft)));
    Files.delete(draft);
  }

  @Override
  public InputStream read(String name, long from) throws IOException {
    return call(
        name,
        () ->
            client.getObject(request ->
                request
                    .bucket(config.bucket())
                    .key(key(name))
                    .range(from == 0 ? null : "bytes=" + from + "-")));
  }

  @Override
  public long size(String name) throws IOException {
    return call(
        name,
        () ->
            client
                .headObject(request -> request.bucket(config.bucket()).key(key(name)))
                .contentLength());
  }

  @Override
  public void delete(String name) throws IOException {
    call(
        name, () -> client.deleteObject(request -> request.bucket(config.bucket()).key(key(name))));
  }

  @Override
  public void close() {
    client.close();
  }

  private String key(String name) {
    return config.prefix() + name;
  }

  /** What the store refuses or cannot do is an I/O error here, as a disk's is. */
  private static <T> T call(String name, Supplier<T> operation) throws IOException {
    try {
      return operation.get();
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        NoSuchFileException missing = new NoSuchFileException(name);
        missing.initCause(e);
        throw missing;
      }
      throw new IOException(e);
    } catch (SdkException e) {
      throw new IOException(e);
    }
  }
}
