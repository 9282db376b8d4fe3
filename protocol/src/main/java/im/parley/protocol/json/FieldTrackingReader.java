package im.parley.protocol.json;

import io.avaje.json.JsonReader;

/**
 * Remembers which top-level field is being read. It is used only to read a refused command once
 * more, so that the refusal can name the field; the accepted ones never pay for it.
 */
final class FieldTrackingReader extends DelegatingReader {

  private int depth;
  private String field = "";

  FieldTrackingReader(JsonReader reader) {
    super(reader);
  }

  /** The top-level field that was read last; empty before the first. */
  String field() {
    return field;
  }

  @Override
  public void beginObject() {
    super.beginObject();
    depth++;
  }

  @Override
  public String nextField() {
    String name = super.nextField();
    if (depth == 1) {
      field = name;
    }
    return name;
  }

  @Override
  public void endObject() {
    super.endObject();
    depth--;
  }
}
