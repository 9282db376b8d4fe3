package im.parley.app.client;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** A small store that speaks S3's protocol, in memory. */
public final class S3Server implements AutoCloseable {

  /** Credentials for any bucket, where the server looks for them. */
  public static final Map<String, String> CREDENTIALS =
      Map.of("AWS_ACCESS_KEY_ID", "key", "AWS_SECRET_ACCESS_KEY", "secret");

  private final LocalS3 s3;

  private S3Server(LocalS3 s3) {
    this.s3 = s3;
  }

  /** Starts one that has an empty bucket, on a port of its own. */
  public static S3Server start(String bucket) {
    LocalS3 s3 = LocalS3.builder().port(-1).mode(LocalS3Mode.IN_MEMORY).build();
    s3.start();
    S3Server server = new S3Server(s3);
    server.create(bucket);
    return server;
  }

  private void create(String bucket) {
    HttpRequest put =
        HttpRequest.newBuilder(URI.create(url() + "/" + bucket))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      int status = client.send(put, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IllegalStateException("The bucket was not made: " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Its address, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + s3.getPort();
  }

  @Override
  public void close() {
    s3.shutdown();
  }
}
