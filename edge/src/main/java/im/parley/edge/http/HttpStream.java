package im.parley.edge.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import java.util.function.Function;

/**
 * An answer whose body goes on until the connection closes: it has no length, and no request
 * follows it.
 *
 * @param head the answer without it
 * @param next makes the handler that the connection belongs to from now on
 */
public record HttpStream(HttpAnswer head, Function<Channel, ChannelHandler> next)
    implements HttpReply {}
