package im.parley.cluster.redis;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate that vouches for itself, made by the JDK's own tool.
 *
 * @param keys its file with the key
 * @param pem its file without
 */
record Certificate(Path keys, Path pem) {

  private static final String PASSWORD = "changeit";

  /** Makes one for a host. */
  static Certificate of(String host, Path directory) throws IOException, InterruptedException {
    Certificate made =
        new Certificate(directory.resolve(host + ".p12"), directory.resolve(host + ".pem"));
    made.keytool(
        List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + host, "-ext", "san=dns:" + host));
    made.keytool(List.of("-exportcert", "-rfc", "-file", made.pem.toString()));
    return made;
  }

  private void keytool(List<String> what) throws IOException, InterruptedException {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    List<String> command = new ArrayList<>(List.of(tool.toString()));
    command.addAll(what);
    command.addAll(List.of("-alias", "redis", "-keystore", keys.toString()));
    command.addAll(List.of("-storepass", PASSWORD));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException("No certificate was made");
    }
  }

  /** For a server that shows it. */
  SSLContext context() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = new FileInputStream(keys.toFile())) {
      store.load(file, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }
}
