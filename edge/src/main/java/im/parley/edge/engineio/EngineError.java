package im.parley.edge.engineio;

import im.parley.edge.http.HttpAnswer;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;

/** Why a request is refused, with the numbers that Engine.IO clients know. */
enum EngineError {
  TRANSPORT(0, 400, "Transport unknown: it is polling or websocket"),
  SESSION(
      1,
      400,
      "Session ID unknown: it has ended, or it is on another node. Behind a load balancer polling"
          + " needs sticky sessions; with transports: ['websocket'] it does without"),
  METHOD(2, 400, "Bad handshake method: open a session with GET"),
  REQUEST(3, 400, "Bad request"),
  ORIGIN(
      4,
      403,
      "Forbidden: pages of this origin may not connect; the server's settings name those that may"),
  PROTOCOL(
      5,
      400,
      "Unsupported protocol version: this server speaks Engine.IO 4, which clients of Socket.IO 3"
          + " and 4 do"),
  FULL(3, 503, "No room for another session: come back later");

  private final int code;
  private final int status;
  private final String message;

  EngineError(int code, int status, String message) {
    this.code = code;
    this.status = status;
    this.message = message;
  }

  HttpAnswer answer() {
    String json = "{\"code\":%d,\"message\":\"%s\"}".formatted(code, message);
    HttpAnswer answer =
        HttpAnswer.of(
            HttpResponseStatus.valueOf(status),
            "application/json",
            json.getBytes(StandardCharsets.UTF_8));
    return this == FULL ? answer.with(HttpHeaderNames.RETRY_AFTER, "5") : answer;
  }
}
