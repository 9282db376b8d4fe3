package im.parley.edge.http;

import im.parley.core.dispatch.Failures;
import im.parley.edge.server.DeadlineSweep;
import im.parley.edge.server.LingeringClose;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection that speaks HTTP: takes a request in, whole and in time, has it answered, and only
 * then takes the next.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // a write or close that fails ends the channel: heard there
final class HttpConnection extends ChannelInboundHandlerAdapter implements DeadlineSweep.Waiting {

  private static final Logger log = LoggerFactory.getLogger(HttpConnection.class);
  private static final long NEVER_NANOS = Duration.ofDays(365).toNanos();

  /** What the connection is doing, and so what it may wait for. */
  private enum Phase {
    IDLE,
    HEAD,
    BODY,
    WORK,
    ANSWER,
    CLOSED
  }

  private final HttpDoor door;
  private final RequestDecoder decoder;
  private final Channel channel;
  private final DeadlineSweep sweep;
  private final AnswerWriter answers;
  private final RequestBody body = new RequestBody();
  private Phase phase = Phase.HEAD;
  private long deadlineNanos;
  private @Nullable HttpRequest head;
  private int maxBody;
  private @Nullable BodySink sink; // of a body that is streamed
  private boolean sawEnd;
  private @Nullable CompletableFuture<?> attended; // an answer whose maker looks after it

  HttpConnection(HttpDoor door, RequestDecoder decoder, Channel channel) {
    this.door = door;
    this.decoder = decoder;
    this.channel = channel;
    this.sweep = door.sweeps().of(channel.eventLoop());
    this.answers = new AnswerWriter(channel, door.meters(), this::readOn);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    enter(Phase.HEAD, door.timeouts().head());
    sweep.watch(this);
  }

  private void enter(Phase next, Duration patience) {
    phase = next;
    deadlineNanos = System.nanoTime() + patience.toNanos();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      if (phase == Phase.CLOSED || !channel.isActive()) {
        return;
      }
      if (message instanceof HttpRequest request) {
        head(request);
      }
      if (message instanceof HttpContent content && head != null) {
        body(head, content);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (phase == Phase.IDLE && decoder.hasBegunHead()) {
      enter(Phase.HEAD, door.timeouts().head());
    }
  }

  private void head(HttpRequest request) {
    HttpAnswer refusal = StrictHttp.check(request);
    if (refusal != null) {
      refuse(refusal);
      return;
    }
    HttpCall call = new HttpCall(request, new byte[0], address());
    Optional<BodySink> streamed = door.service().sink(call);
    head = request;
    maxBody = door.service().maxBody(call);
    if (streamed.isPresent()) {
      sink = streamed.get();
      step(sink.begin(), () -> expect(request));
    } else if (StrictHttp.declaresMore(request, maxBody)) {
      refuse(StrictHttp.tooLarge(maxBody));
    } else {
      expect(request);
    }
  }

  private void expect(HttpRequest request) {
    enter(Phase.BODY, door.timeouts().body());
    if (HttpUtil.is100ContinueExpected(request)) {
      answers.goOn();
    }
  }

  private void body(HttpRequest request, HttpContent content) {
    if (content.decoderResult().isFailure()) {
      refuse(StrictHttp.bad("The body is not well-formed HTTP/1.1"));
      return;
    }
    if (sink != null) {
      stream(sink, content);
      return;
    }
    if (!body.append(content.content(), maxBody)) {
      refuse(StrictHttp.tooLarge(maxBody));
      return;
    }
    if (content instanceof LastHttpContent) {
      head = null;
      serve(new HttpCall(request, body.take(), address()));
    }
  }

  /** Hands a piece on, and reads nothing more until it was taken. */
  private void stream(BodySink taker, HttpContent content) {
    sawEnd = content instanceof LastHttpContent;
    if (phase == Phase.WORK) {
      return; // the end of a body that has nothing in it: it comes together with the head
    }
    byte[] piece = ByteBufUtil.getBytes(content.content());
    step(taker.take(piece), () -> enter(Phase.BODY, door.timeouts().body()));
  }

  /** Waits for the sink, then goes on: to the next piece, or to the answer. */
  private void step(CompletionStage<?> stage, Runnable then) {
    enter(Phase.WORK, Duration.ofNanos(NEVER_NANOS));
    decoder.hold();
    stage.whenComplete((_, fault) -> channel.eventLoop().execute(() -> stepped(fault, then)));
  }

  private void stepped(@Nullable Throwable fault, Runnable then) {
    if (phase == Phase.CLOSED || head == null || sink == null) {
      return;
    }
    if (fault != null) {
      refuse(Problem.of(Failures.refusal("file.upload", fault)));
      return;
    }
    if (sawEnd) {
      HttpCall call = new HttpCall(head, new byte[0], address());
      CompletionStage<HttpAnswer> answer = sink.end();
      head = null;
      sink = null;
      sawEnd = false;
      enter(Phase.WORK, Duration.ofNanos(NEVER_NANOS));
      answerLater(call, answer);
      return;
    }
    then.run();
    resume();
  }

  private void resume() {
    try {
      decoder.resume(channel.pipeline().context(decoder));
    } catch (Exception e) {
      channel.pipeline().fireExceptionCaught(e);
    }
  }

  private String address() {
    return channel.remoteAddress() instanceof InetSocketAddress peer
        ? peer.getAddress().getHostAddress()
        : "";
  }

  private void serve(HttpCall call) {
    enter(Phase.WORK, Duration.ofNanos(NEVER_NANOS));
    decoder.hold();
    switch (outcome(call)) {
      case HttpOutcome.Answered(HttpAnswer answer) -> answer(call, answer);
      case HttpOutcome.Pending(var later) -> answerLater(call, later);
      case HttpOutcome.Attended(var attendant) ->
          attend(call, attendant.apply(channel.eventLoop()));
      case HttpOutcome.Switched(var headers, var next) -> leave(headers, next.apply(channel));
    }
  }

  private void answerLater(HttpCall call, CompletionStage<? extends HttpReply> later) {
    later.whenComplete(
        (reply, fault) -> channel.eventLoop().execute(() -> answerNow(call, reply, fault)));
  }

  private void answerNow(HttpCall call, @Nullable HttpReply reply, @Nullable Throwable fault) {
    attended = null;
    if (phase != Phase.CLOSED) {
      answer(call, reply == null ? fault(fault) : reply);
    }
  }

  private void attend(HttpCall call, CompletableFuture<? extends HttpReply> answer) {
    attended = answer;
    answerLater(call, answer);
  }

  private HttpOutcome outcome(HttpCall call) {
    try {
      return door.service().serve(call);
    } catch (RuntimeException e) {
      return new HttpOutcome.Answered(fault(e));
    }
  }

  private static HttpAnswer fault(@Nullable Throwable fault) {
    log.error("A request was not answered", fault);
    return Problem.of(
        HttpResponseStatus.INTERNAL_SERVER_ERROR, "The server had a fault: try again");
  }

  private void answer(HttpCall call, HttpReply reply) {
    if (reply instanceof HttpStream(var _, var next) && !call.isHead()) {
      end();
      answers.write(reply, false, true);
      handOver(next.apply(channel));
      return;
    }
    boolean last = door.isClosing() || isHttp10(call) || !HttpUtil.isKeepAlive(call.head());
    enter(Phase.ANSWER, door.timeouts().answer());
    ChannelFuture written = answers.write(reply, call.isHead(), last);
    written.addListener(_ -> afterAnswer(written, last));
  }

  private static boolean isHttp10(HttpCall call) {
    return call.head().protocolVersion().equals(HttpVersion.HTTP_1_0);
  }

  private void readOn() {
    if (phase == Phase.ANSWER) {
      enter(Phase.ANSWER, door.timeouts().answer());
    }
  }

  private void afterAnswer(ChannelFuture written, boolean last) {
    if (phase != Phase.ANSWER) {
      return;
    }
    if (last || !written.isSuccess()) {
      close(written);
    } else {
      enter(Phase.IDLE, door.timeouts().idle());
      resume();
    }
  }

  /** Answers what is not to be read on from, and closes. */
  private void refuse(HttpAnswer answer) {
    log.info("Refused a request from {}: {}", address(), answer.status().code());
    close(answers.write(answer, false, true));
  }

  private void close(ChannelFuture lastWord) {
    end();
    LingeringClose.after(lastWord, door.sweeps());
  }

  private void leave(HttpHeaders headers, ChannelHandler next) {
    end();
    answers.switching(headers);
    handOver(next);
  }

  /** Somebody else has the connection from now on, whatever arrived already. */
  private void handOver(ChannelHandler next) {
    ChannelPipeline pipeline = channel.pipeline();
    pipeline.remove(HttpResponseEncoder.class);
    pipeline.addLast(next);
    pipeline.remove(this);
    pipeline.remove(decoder); // last: it hands what it has not decoded to the handler after it
  }

  private void end() {
    phase = Phase.CLOSED;
    sweep.forget(this);
    head = null;
    body.discard();
    if (sink != null) {
      sink.abort();
      sink = null;
    }
    if (attended != null) {
      attended.cancel(false);
    }
  }

  @Override
  public long deadlineNanos() {
    return deadlineNanos;
  }

  @Override
  public void expired() {
    switch (phase) {
      case HEAD, BODY -> late();
      case ANSWER -> {
        log.info("Closed a connection from {}: it does not read its answer", address());
        door.meters().late();
        channel.close();
      }
      case IDLE, WORK, CLOSED -> channel.close();
    }
  }

  private void late() {
    door.meters().late();
    if (phase == Phase.HEAD && !decoder.hasBegunHead()) {
      log.info("Closed a connection from {}: no request in time", address());
      channel.close();
    } else {
      refuse(Problem.of(HttpResponseStatus.REQUEST_TIMEOUT, "The request took too long to come"));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    end();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!(cause instanceof IOException)) {
      log.error("A fault on an HTTP connection", cause);
    }
    channel.close();
  }
}
