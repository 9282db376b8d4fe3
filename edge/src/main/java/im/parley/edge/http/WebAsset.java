package im.parley.edge.http;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of the web client, as it was built and as it was compressed.
 *
 * @param contentType its media type
 * @param variants its forms, the smallest first; the last is the plain one
 */
record WebAsset(String contentType, List<Variant> variants) {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"));

  /** The forms that the build leaves beside a file: the content coding and the file's suffix. */
  private static final List<Map.Entry<String, String>> CODINGS =
      List.of(Map.entry("br", ".br"), Map.entry("gzip", ".gz"));

  /** One form of a file. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Variant(String coding, byte[] bytes, String etag) {

    static final String PLAIN = "identity";

    static Variant of(String coding, byte[] bytes) {
      try {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        String etag = '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
        return new Variant(coding, bytes, etag);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java platform has SHA-256", e);
      }
    }

    boolean isPlain() {
      return coding.equals(PLAIN);
    }
  }

  /** Reads a file and its compressed forms; empty if there is none, or its type is not served. */
  static Optional<WebAsset> load(ClassLoader resources, String name) throws IOException {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    byte[] plain = type == null ? null : read(resources, name);
    if (type == null || plain == null) {
      return Optional.empty();
    }
    List<Variant> variants = new ArrayList<>();
    for (Map.Entry<String, String> coding : CODINGS) {
      byte[] compressed = read(resources, name + coding.getValue());
      if (compressed != null) {
        variants.add(Variant.of(coding.getKey(), compressed));
      }
    }
    variants.add(Variant.of(Variant.PLAIN, plain));
    return Optional.of(new WebAsset(type, List.copyOf(variants)));
  }

  private static byte @Nullable [] read(ClassLoader resources, String name) throws IOException {
    try (InputStream stream = resources.getResourceAsStream(name)) {
      return stream == null ? null : stream.readAllBytes();
    }
  }

  /** The smallest form that the client takes, by its Accept-Encoding field. */
  Variant bestFor(@Nullable String acceptEncoding) {
    for (Variant variant : variants) {
      if (variant.isPlain() || accepts(acceptEncoding, variant.coding())) {
        return variant;
      }
    }
    throw new IllegalStateException("Every file has its plain form");
  }

  private static boolean accepts(@Nullable String acceptEncoding, String coding) {
    if (acceptEncoding == null) {
      return false;
    }
    for (String element : acceptEncoding.split(",", 16)) {
      String[] parts = element.split(";", 2);
      if (parts[0].strip().equalsIgnoreCase(coding)) {
        return parts.length < 2 || !parts[1].strip().matches("q=0(\\.0*)?");
      }
    }
    return false;
  }
}
