package im.parley.protocol.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of the repository that is derived from the records.
 *
 * @param path where it is, from the root of the repository
 * @param content all that it says
 */
record GeneratedFile(Path path, String content) {

  /** Every generated file of the repository. */
  static List<GeneratedFile> all(Path root) {
    Model model = Model.of(root.resolve("protocol/src/main/java"));
    return List.of(
        new GeneratedFile(
            root.resolve("web/packages/client/src/generated/protocol.ts"),
            TypeScriptWriter.write(model)),
        new GeneratedFile(root.resolve("docs/protocol.md"), ReferenceWriter.write(model)),
        new GeneratedFile(root.resolve("docs/openapi.json"), OpenApiWriter.write(model)),
        new GeneratedFile(root.resolve("docs/asyncapi.json"), AsyncApiWriter.write(model)));
  }

  /** The root of the repository, whether the tests run in it or in their module. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    return Files.isDirectory(folder.resolve("protocol/src")) ? folder : folder.resolveSibling("");
  }

  /** What the repository holds now; empty when there is no such file. */
  String committed() throws IOException {
    return Files.exists(path) ? Files.readString(path) : "";
  }

  void write() throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }
}
