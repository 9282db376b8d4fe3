package im.parley.protocol.generate;

import static im.parley.protocol.generate.SchemaWriter.object;

import tools.jackson.databind.node.ObjectNode;

/**
 * What else a server answers over HTTP: webhooks, the doors to live connections, and what its
 * operators ask. These are no commands, and are described by hand.
 */
final class OtherRoutes {

  private OtherRoutes() {}

  static void addTo(ObjectNode paths) {
    paths.putObject("/v1/hooks/{secret}").set("post", hook());
    paths.putObject("/v1/events").set("get", events());
    paths.putObject("/v1/connect").set("get", connect());
    ObjectNode socketIo = paths.putObject("/socket.io/");
    socketIo.set("get", poll());
    socketIo.set("post", push());
    paths.putObject("/healthz").set("get", alive());
    paths.putObject("/readyz").set("get", ready());
    paths.putObject("/metrics").set("get", metrics());
  }

  private static ObjectNode hook() {
    ObjectNode operation =
        open("hook.receive", "hook", "Says something in the room of a webhook, as at Slack.");
    operation
        .putArray("parameters")
        .add(
            FileRoutes.parameter("secret", "path", "What `hook.create` gave.", string())
                .put("required", true))
        .add(object().put("$ref", "#/components/parameters/IdempotencyKey"));
    ObjectNode content =
        operation.putObject("requestBody").put("required", true).putObject("content");
    ObjectNode json = content.putObject("application/json");
    ObjectNode payload = json.putObject("schema").put("type", "object");
    payload.put("description", "A message of Slack's; fields that are not known are passed over.");
    ObjectNode fields = payload.putObject("properties");
    fields.set("text", string().put("description", "What to say, in Slack's markup."));
    fields.putObject("blocks").put("type", "array").putObject("items").put("type", "object");
    fields.putObject("attachments").put("type", "array").putObject("items").put("type", "object");
    json.putObject("example").put("text", "*Done* in <https://ci.example.org/7|7 s>");
    ObjectNode form = content.putObject("application/x-www-form-urlencoded").putObject("schema");
    form.put("type", "object").putArray("required").add("payload");
    form.putObject("properties").set("payload", string().put("description", "The same JSON."));
    ObjectNode responses = operation.putObject("responses");
    text(responses, "200", "It is said, and on disk.");
    FileRoutes.problems(responses, "400", "404", "429");
    return operation;
  }

  private static ObjectNode events() {
    ObjectNode operation =
        open("events.stream", "connection", "What a live connection gets, as server-sent events.");
    operation.putArray("security").addObject().putArray("bearer");
    operation
        .putArray("parameters")
        .add(
            FileRoutes.parameter(
                "Last-Event-ID",
                "header",
                "How far an earlier stream came: what was missed comes first.",
                string()));
    ObjectNode responses = operation.putObject("responses");
    content(responses, "200", "Events, without an end.", "text/event-stream");
    FileRoutes.problems(responses, "400", "401");
    return operation;
  }

  private static ObjectNode connect() {
    ObjectNode operation =
        open("connect", "connection", "Opens a WebSocket: asyncapi.json says what goes over it.");
    operation
        .putArray("parameters")
        .add(
            FileRoutes.parameter(
                "Sec-WebSocket-Protocol",
                "header",
                "The subprotocol.",
                string().put("const", "parley.v1")));
    ObjectNode responses = operation.putObject("responses");
    responses.putObject("101").put("description", "The connection is a WebSocket from now on.");
    FileRoutes.problems(responses, "400");
    return operation;
  }

  private static ObjectNode poll() {
    ObjectNode operation =
        engine("socketio.connect", "Begins a session of Socket.IO, or gets what waits in one.");
    ObjectNode responses = operation.putObject("responses");
    text(responses, "200", "Packets of Engine.IO 4.");
    responses.putObject("101").put("description", "The session goes on over a WebSocket.");
    FileRoutes.problems(responses, "400");
    return operation;
  }

  private static ObjectNode push() {
    ObjectNode operation = engine("socketio.send", "Sends packets of a session that polls.");
    operation
        .putObject("requestBody")
        .put("required", true)
        .putObject("content")
        .putObject("text/plain")
        .set("schema", string());
    ObjectNode responses = operation.putObject("responses");
    text(responses, "200", "They were taken.");
    FileRoutes.problems(responses, "400");
    return operation;
  }

  private static ObjectNode engine(String id, String summary) {
    ObjectNode operation = open(id, "connection", summary);
    ObjectNode transport = string();
    transport.putArray("enum").add("polling").add("websocket");
    operation
        .putArray("parameters")
        .add(
            FileRoutes.parameter("EIO", "query", "The protocol.", string().put("const", "4"))
                .put("required", true))
        .add(FileRoutes.parameter("transport", "query", "How.", transport).put("required", true))
        .add(FileRoutes.parameter("sid", "query", "The session, once there is one.", string()));
    return operation;
  }

  private static ObjectNode alive() {
    ObjectNode operation = open("health.alive", "health", "Whether the process answers.");
    text(operation.putObject("responses"), "200", "It does.");
    return operation;
  }

  private static ObjectNode ready() {
    ObjectNode operation = open("health.ready", "health", "Whether the server can commit.");
    ObjectNode responses = operation.putObject("responses");
    text(responses, "200", "It can.");
    text(responses, "503", "It cannot now.");
    return operation;
  }

  private static ObjectNode metrics() {
    ObjectNode operation =
        open("health.metrics", "health", "Every measurement, in Prometheus' text format.");
    operation
        .putArray("servers")
        .addObject()
        .put("url", "http://127.0.0.1:8081")
        .put("description", "The listener for operators alone: `--admin-host`, `--admin-port`.");
    text(operation.putObject("responses"), "200", "The measurements.");
    return operation;
  }

  /** An operation that asks for no sign-in. */
  private static ObjectNode open(String id, String tag, String summary) {
    ObjectNode operation = object().put("operationId", id);
    operation.putArray("tags").add(tag);
    operation.put("summary", summary);
    operation.putArray("security");
    return operation;
  }

  private static void text(ObjectNode responses, String status, String description) {
    content(responses, status, description, "text/plain");
  }

  private static void content(
      ObjectNode responses, String status, String description, String mediaType) {
    responses
        .putObject(status)
        .put("description", description)
        .putObject("content")
        .putObject(mediaType)
        .set("schema", string());
  }

  private static ObjectNode string() {
    return object().put("type", "string");
  }
}
