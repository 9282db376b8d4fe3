package im.parley.edge.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What comes of a request. */
public sealed interface HttpOutcome {

  /** It is answered now. */
  record Answered(HttpAnswer answer) implements HttpOutcome {}

  /** It will be answered; until then the connection takes no other request. */
  record Pending(CompletionStage<? extends HttpReply> answer) implements HttpOutcome {}

  /**
   * It will be answered, by someone who wants to know when the client no longer waits: the answer
   * is cancelled when the connection closes before it.
   *
   * @param answer takes the connection's event loop, on which it is called
   */
  record Attended(Function<EventLoop, CompletableFuture<? extends HttpReply>> answer)
      implements HttpOutcome {}

  /**
   * The connection leaves HTTP (RFC 9110, section 7.8).
   *
   * @param headers the fields of the 101 answer
   * @param next makes the handler that the connection belongs to from now on
   */
  record Switched(HttpHeaders headers, Function<Channel, ChannelHandler> next)
      implements HttpOutcome {}
}
