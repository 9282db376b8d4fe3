package im.parley.edge.http;

import im.parley.core.dispatch.Failures;
import im.parley.core.hook.IncomingHooks;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.MessageKey;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Messages from elsewhere: {@code POST /v1/hooks/{secret}}, with a JSON body or a form whose field
 * {@code payload} is JSON. As at Slack, the answer is a plain {@code ok}.
 */
public final class HookService implements HttpService {

  /** How many may be said at once; one more is {@code overloaded}. */
  private static final int MAX_RUNNING = 256;

  private static final String KEY = "Idempotency-Key";
  private static final byte[] OK = "ok".getBytes(StandardCharsets.US_ASCII);

  private final IncomingHooks hooks;
  private final Executor virtualThreads;
  private final AtomicInteger running = new AtomicInteger();

  public HookService(IncomingHooks hooks, Executor virtualThreads) {
    this.hooks = hooks;
    this.virtualThreads = virtualThreads;
  }

  @Override
  public HttpOutcome serve(HttpCall call) {
    if (!call.method().equals(HttpMethod.POST)) {
      return new HttpOutcome.Answered(
          Problem.of(HttpResponseStatus.METHOD_NOT_ALLOWED, "Allowed here: POST")
              .with(HttpHeaderNames.ALLOW, "POST"));
    }
    if (running.incrementAndGet() > MAX_RUNNING) {
      running.decrementAndGet();
      return new HttpOutcome.Answered(
          Problem.of(Refusal.later(ErrorCode.OVERLOADED, "Too busy: try again soon", 1000)));
    }
    return new HttpOutcome.Pending(
        CompletableFuture.supplyAsync(() -> receive(call), virtualThreads)
            .whenComplete((_, _) -> running.decrementAndGet()));
  }

  /** Everything that may wait: on a virtual thread. */
  private HttpAnswer receive(HttpCall call) {
    try {
      hooks.receive(call.path().substring(HttpPlace.HOOK.prefix().length()), json(call), key(call));
      return HttpAnswer.of(HttpResponseStatus.OK, "text/plain; charset=utf-8", OK);
    } catch (RuntimeException e) {
      return Problem.of(Failures.refusal("hook", e));
    }
  }

  private static MessageKey key(HttpCall call) {
    String key = call.header(KEY);
    return key == null ? MessageKey.random() : new MessageKey(key);
  }

  private static byte[] json(HttpCall call) {
    return switch (mediaType(call)) {
      case "application/json" -> call.body();
      case "application/x-www-form-urlencoded" -> payload(call.body());
      default ->
          throw new RefusedException(
              Refusal.of(
                  ErrorCode.UNSUPPORTED,
                  "Send application/json, or a form with the field 'payload'"));
    };
  }

  private static String mediaType(HttpCall call) {
    String type = call.header(HttpHeaderNames.CONTENT_TYPE);
    return type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  private static byte[] payload(byte[] form) {
    String payload = UrlText.query(new String(form, StandardCharsets.ISO_8859_1)).get("payload");
    if (payload == null) {
      throw RefusedException.badField("payload", "is missing");
    }
    return payload.getBytes(StandardCharsets.UTF_8);
  }
}
