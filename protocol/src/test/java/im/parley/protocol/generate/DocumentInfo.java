package im.parley.protocol.generate;

import tools.jackson.databind.node.ObjectNode;

/** What both documents say of themselves. */
final class DocumentInfo {

  private DocumentInfo() {}

  static ObjectNode of(String description) {
    return SchemaWriter.object()
        .put("title", "Parley")
        .put("version", "1.0.0")
        .put("description", description);
  }
}
