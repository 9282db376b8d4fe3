package im.parley.protocol.generate;

import static im.parley.protocol.generate.SchemaWriter.object;
import static im.parley.protocol.generate.SchemaWriter.reference;

import im.parley.protocol.example.Examples;
import im.parley.protocol.json.WireWriter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes that stream files: they are no commands, and are described by hand. */
final class FileRoutes {

  private static final String FILES = "/v1/files";

  private FileRoutes() {}

  static void addTo(ObjectNode paths) {
    paths.putObject(FILES).set("post", upload());
    paths.putObject(FILES + "/{file}").set("get", download("file.download", "Hands a file out."));
    paths
        .putObject(FILES + "/{file}/thumbnail")
        .set("get", download("file.thumbnail", "Hands the small picture of an image out."));
  }

  private static ObjectNode upload() {
    ObjectNode operation =
        operation("file.upload", "Takes a file in. The body is the file itself, not a form.");
    operation
        .putArray("parameters")
        .add(parameter("name", "query", "What it is called.", object().put("type", "string")));
    operation
        .putObject("requestBody")
        .put("required", true)
        .putObject("content")
        .set("*/*", object());
    ObjectNode responses = operation.putObject("responses");
    ObjectNode created = responses.putObject("201").put("description", "The file was taken in.");
    created
        .putObject("content")
        .putObject("application/json")
        .set("schema", reference("FileReply"))
        .set("example", PrettyJson.MAPPER.readTree(new WireWriter().body(Examples.upload())));
    problems(responses, "401", "429");
    return operation;
  }

  private static ObjectNode download(String id, String summary) {
    ObjectNode operation = operation(id, summary);
    ArrayNode parameters = operation.putArray("parameters");
    parameters.add(
        parameter("file", "path", "The file.", reference("FileId")).put("required", true));
    parameters.add(
        parameter("Range", "header", "One range of bytes.", object().put("type", "string")));
    ObjectNode responses = operation.putObject("responses");
    bytes(responses, "200", "The bytes.");
    bytes(responses, "206", "The bytes of the range.");
    responses.putObject("304").put("description", "The caller has them already.");
    responses.putObject("416").put("description", "The file has no such range.");
    problems(responses, "401", "404", "429");
    return operation;
  }

  private static ObjectNode operation(String id, String summary) {
    ObjectNode operation = object().put("operationId", id);
    operation.putArray("tags").add("file");
    operation.put("summary", summary);
    operation.putArray("security").addObject().putArray("bearer");
    return operation;
  }

  static ObjectNode parameter(String name, String in, String text, ObjectNode schema) {
    return object()
        .put("name", name)
        .put("in", in)
        .put("required", false)
        .put("description", text)
        .set("schema", schema);
  }

  private static void bytes(ObjectNode responses, String status, String description) {
    responses
        .putObject(status)
        .put("description", description)
        .putObject("content")
        .set("*/*", object());
  }

  static void problems(ObjectNode responses, String... statuses) {
    for (String status : statuses) {
      responses.putObject(status).put("$ref", "#/components/responses/Problem" + status);
    }
    responses.putObject("default").put("$ref", "#/components/responses/Problem");
  }
}
