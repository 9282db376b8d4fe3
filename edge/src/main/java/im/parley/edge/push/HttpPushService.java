package im.parley.edge.push;

import im.parley.core.outbound.AddressGuard;
import im.parley.core.outbound.AddressRefusedException;
import im.parley.core.push.PushService;
import im.parley.core.push.PushTarget;
import im.parley.core.push.VapidKeyStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to push services. Nothing of it is loaded before the first browser asks for a key.
 *
 * <p>Users name the endpoints, so the address of each is checked before every request, and
 * redirects are not followed. The client looks the name up again when it connects, within ten
 * seconds: the JVM answers that from its cache, which keeps a name for 30 s, with the addresses
 * that were checked.
 */
public final class HttpPushService implements PushService, AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  /**
   * Of an answer only its status matters; this much of the rest is read to reuse the connection.
   */
  private static final int MAX_ANSWER = 16 * 1024;

  private final VapidKeyStore store;
  private final HttpPushConfig config;
  private final AddressGuard guard;
  private final InstantSource clock;
  private @Nullable Vapid vapid;
  private @Nullable HttpClient client;

  public HttpPushService(VapidKeyStore store, HttpPushConfig config, InstantSource clock) {
    this.store = store;
    this.config = config;
    this.guard = new AddressGuard(config.reach());
    this.clock = clock;
  }

  @Override
  public String publicKey() {
    return vapid().publicKey();
  }

  private synchronized Vapid vapid() {
    if (vapid == null) {
      vapid = Vapid.with(store, config.contact(), clock);
    }
    return vapid;
  }

  private synchronized HttpClient client() {
    if (client == null) {
      client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    }
    return client;
  }

  @Override
  public void check(PushTarget target) {
    Endpoint.check(target.endpoint(), config.reach(), guard);
    Sealing.check(target);
  }

  @Override
  public Answer send(PushTarget target, Push push) {
    URI endpoint = URI.create(target.endpoint());
    try {
      var _ = guard.resolve(endpoint.getHost());
      HttpRequest request = request(endpoint, Sealing.seal(target, push.message()), push);
      return answer(
          client()
              .sendAsync(request, BodyHandlers.limiting(BodyHandlers.discarding(), MAX_ANSWER)));
    } catch (AddressRefusedException e) {
      return new Answer.Later(Optional.empty());
    } catch (IllegalArgumentException e) {
      return new Answer.Failed("What the browser said of itself does not do: " + e.getMessage());
    }
  }

  /** RFC 8030, section 5; one topic a room, so that of those that wait only the newest is kept. */
  private HttpRequest request(URI endpoint, byte[] body, Push push) {
    return HttpRequest.newBuilder(endpoint)
        .timeout(ANSWER)
        .setHeader("Authorization", vapid().authorization(endpoint))
        .setHeader("Content-Encoding", "aes128gcm")
        .setHeader("Content-Type", "application/octet-stream")
        .setHeader("TTL", Long.toString(Duration.ofDays(1).toSeconds()))
        .setHeader("Topic", Topic.of(push.message().room()))
        .setHeader("Urgency", push.urgency() == Urgency.HIGH ? "high" : "normal")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private <T> Answer answer(CompletableFuture<HttpResponse<T>> response) {
    try {
      return Answers.of(response.get(ANSWER.toSeconds(), TimeUnit.SECONDS), clock);
    } catch (ExecutionException e) {
      return new Answer.Later(Optional.empty());
    } catch (TimeoutException e) {
      response.cancel(true);
      return new Answer.Later(Optional.empty());
    } catch (InterruptedException e) {
      response.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.Later(Optional.empty());
    }
  }

  /** What is on its way is given up. */
  @Override
  public synchronized void close() {
    if (client != null) {
      client.shutdownNow();
    }
  }
}
