package im.parley.edge.engineio;

import im.parley.edge.http.HttpCall;
import im.parley.protocol.error.RefusedException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import java.util.Map;

/** What a request is for, as its method and its query say. */
sealed interface EngineRequest {

  /** A session begins with polling. */
  record Open() implements EngineRequest {}

  /** A session is asked for what it has. */
  record Poll(String sid) implements EngineRequest {}

  /** A session is given packets. */
  record Push(String sid) implements EngineRequest {}

  /** A session begins with a WebSocket. */
  record OpenSocket() implements EngineRequest {}

  /** A session is to change to a WebSocket. */
  record UpgradeSocket(String sid) implements EngineRequest {}

  /** None of these. */
  record Refused(EngineError error) implements EngineRequest {}

  /** Reads a request. */
  static EngineRequest of(HttpCall call) {
    Map<String, String> query;
    try {
      query = call.parameters();
    } catch (RefusedException _) {
      return new Refused(EngineError.REQUEST);
    }
    if (!"4".equals(query.get("EIO"))) {
      return new Refused(EngineError.PROTOCOL);
    }
    String sid = query.getOrDefault("sid", "");
    return switch (query.getOrDefault("transport", "")) {
      case "polling" -> polling(call, sid);
      case "websocket" -> sid.isEmpty() ? new OpenSocket() : new UpgradeSocket(sid);
      default -> new Refused(EngineError.TRANSPORT);
    };
  }

  private static EngineRequest polling(HttpCall call, String sid) {
    boolean get = call.method().equals(HttpMethod.GET);
    boolean post = call.method().equals(HttpMethod.POST);
    if (call.headers().contains(HttpHeaderNames.UPGRADE) || (!get && !post)) {
      return new Refused(EngineError.REQUEST);
    }
    if (sid.isEmpty()) {
      return get ? new Open() : new Refused(EngineError.METHOD);
    }
    return get ? new Poll(sid) : new Push(sid);
  }
}
