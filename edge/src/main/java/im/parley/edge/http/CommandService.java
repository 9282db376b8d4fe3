package im.parley.edge.http;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Dispatcher;
import im.parley.core.dispatch.Failures;
import im.parley.edge.http.HttpRouter.Match;
import im.parley.protocol.command.Command;
import im.parley.protocol.command.CommandCatalogue;
import im.parley.protocol.command.CommandType;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.json.CommandReader;
import im.parley.protocol.json.WireWriter;
import im.parley.protocol.reply.Reply;
import im.parley.protocol.reply.SignedIn;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The commands of the catalogue as HTTP routes under {@code /v1}. A request becomes a command, runs
 * on a virtual thread, and its reply becomes the answer.
 */
public final class CommandService implements HttpService {

  /** Where the routes are. */
  static final String PREFIX = "/v1";

  /** How many commands may run for HTTP at once; one more is {@code overloaded}. */
  static final int MAX_RUNNING = 1024;

  /** The media type of bodies. */
  static final String JSON = "application/json";

  private final Dispatcher dispatcher;
  private final BearerAuthenticator authenticator;
  private final RefreshCookie refreshCookie;
  private final Executor virtualThreads;
  private final HttpRouter router = new HttpRouter(CommandCatalogue.all());
  private final CommandReader reader = new CommandReader();
  private final WireWriter writer = new WireWriter();
  private final AtomicInteger running = new AtomicInteger();

  public CommandService(
      Dispatcher dispatcher,
      BearerAuthenticator authenticator,
      OriginPolicy origins,
      Executor virtualThreads) {
    this.dispatcher = dispatcher;
    this.authenticator = authenticator;
    this.refreshCookie = new RefreshCookie(origins);
    this.virtualThreads = virtualThreads;
  }

  @Override
  public HttpOutcome serve(HttpCall call) {
    try {
      String path = call.path().substring(PREFIX.length());
      return switch (router.find(call.method().name(), path)) {
        case Match.NoSuchPath() ->
            answered(HttpResponseStatus.NOT_FOUND, "There is nothing at this path");
        case Match.OtherMethods(String allowed) ->
            new HttpOutcome.Answered(
                Problem.of(HttpResponseStatus.METHOD_NOT_ALLOWED, "Allowed here: " + allowed)
                    .with(HttpHeaderNames.ALLOW, allowed));
        case Match.Found found -> accept(call, found);
      };
    } catch (RefusedException e) {
      return new HttpOutcome.Answered(Problem.of(e.refusal()));
    }
  }

  private HttpOutcome accept(HttpCall call, Match.Found found) {
    if (!found.route().method().hasBody() && call.body().length > 0) {
      return answered(HttpResponseStatus.BAD_REQUEST, "This method takes no body");
    }
    if (call.body().length > 0 && !isJson(call)) {
      return answered(
          HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json");
    }
    if (running.incrementAndGet() > MAX_RUNNING) {
      running.decrementAndGet();
      return new HttpOutcome.Answered(
          Problem.of(Refusal.later(ErrorCode.OVERLOADED, "Too busy: try again soon", 1000)));
    }
    return new HttpOutcome.Pending(
        CompletableFuture.supplyAsync(() -> run(call, found), virtualThreads)
            .thenCompose(answer -> answer)
            .whenComplete((_, _) -> running.decrementAndGet()));
  }

  private static HttpOutcome answered(HttpResponseStatus status, String detail) {
    return new HttpOutcome.Answered(Problem.of(status, detail));
  }

  private static boolean isJson(HttpCall call) {
    String type = call.header(HttpHeaderNames.CONTENT_TYPE);
    if (type == null) {
      return false;
    }
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().equalsIgnoreCase(JSON);
  }

  /** Everything that may wait: on a virtual thread. */
  private CompletionStage<HttpAnswer> run(HttpCall call, Match.Found found) {
    try {
      // First who it is: nobody else is told what is wrong with the fields.
      Caller caller = caller(call, found.command());
      Command<?> command = reader.read(found.command(), parameters(call, found), call.body());
      return dispatch(caller, command)
          .handle((reply, failure) ->
              failure == null ? answer(call, found, reply) : failed(call, found, failure));
    } catch (RuntimeException e) {
      return CompletableFuture.completedStage(failed(call, found, e));
    }
  }

  /** What the query, the headers and the path say of the command's fields; the path wins. */
  private Map<String, String> parameters(HttpCall call, Match.Found found) {
    Map<String, String> parameters =
        found.route().method().hasBody() ? new LinkedHashMap<>() : UrlText.query(call.query());
    IdempotencyKey.fill(call, parameters);
    refreshCookie.prepare(call, found.command(), parameters);
    parameters.putAll(found.parameters());
    return parameters;
  }

  private Caller caller(HttpCall call, CommandType<?, ?> type) {
    return switch (type.audience()) {
      case ANYONE -> new Caller.Anonymous(call.address());
      case SIGNED_IN ->
          authenticator
              .authenticate(BearerToken.of(call), call.address())
              .orElseThrow(() -> RefusedException.unauthenticated("The access token is not valid"));
    };
  }

  private <R extends Reply> CompletionStage<R> dispatch(Caller caller, Command<R> command) {
    return dispatcher.dispatch(caller, command);
  }

  private HttpAnswer answer(HttpCall call, Match.Found found, Reply reply) {
    HttpResponseStatus status = HttpResponseStatus.valueOf(found.route().success());
    if (reply instanceof SignedIn signedIn) {
      byte[] body = writer.body(refreshCookie.withoutToken(call, signedIn));
      HttpAnswer answer = HttpAnswer.of(status, JSON, body);
      refreshCookie.set(call, signedIn, answer);
      return answer;
    }
    HttpAnswer answer = HttpAnswer.of(status, JSON, writer.body(reply));
    refreshCookie.clearAfterRevoke(call, found.command(), answer);
    return answer;
  }

  private HttpAnswer failed(HttpCall call, Match.Found found, Throwable failure) {
    Refusal refusal = Failures.refusal(found.command().name(), failure);
    HttpAnswer answer = Problem.of(refusal);
    refreshCookie.clearAfterRefusal(call, found.command(), refusal, answer);
    return answer;
  }
}
