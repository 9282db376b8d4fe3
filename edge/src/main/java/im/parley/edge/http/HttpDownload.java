package im.parley.edge.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * An answer whose body is too long for memory.
 *
 * @param head the answer without it
 * @param length how many bytes it has
 * @param source where they come from
 */
public record HttpDownload(HttpAnswer head, long length, Source source) implements HttpReply {

  /** Opens a body; it has at least as many bytes as were promised. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }
}
