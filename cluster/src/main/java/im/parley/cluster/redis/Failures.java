package im.parley.cluster.redis;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a server of Redis could not be used, in words that say what to do. */
final class Failures {

  private Failures() {}

  /** What is wrong with a server. */
  static String told(Place place, Throwable failure) {
    if (has(failure, CertPathBuilderException.class)
        || has(failure, CertPathValidatorException.class)) {
      return place
          + " shows a certificate of no authority that is trusted here: name the authority's file,"
          + " as in rediss://host:port?ca=/path/authority.pem";
    }
    if (has(failure, CertificateException.class)) {
      return place
          + " shows a certificate of another host: name the host as the certificate does ("
          + root(failure).getMessage()
          + ")";
    }
    if (has(failure, SSLException.class)) {
      return place + " and this server find no way to speak TLS: " + root(failure).getMessage();
    }
    if (has(failure, TimeoutException.class)) {
      return place + " does not answer";
    }
    return place + ": " + root(failure).getMessage();
  }

  /** What is wrong, where that says where. */
  static String told(Throwable failure) {
    return String.valueOf(
        failure instanceof CompletionException wrapped && wrapped.getCause() != null
            ? wrapped.getCause().getMessage()
            : failure.getMessage());
  }

  /** Whether a server of a cluster said that it does not serve a slot any more. */
  static boolean isMoved(Throwable failure) {
    return causes(failure)
        .anyMatch(cause -> String.valueOf(cause.getMessage()).startsWith("MOVED "));
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
    return causes(failure).anyMatch(kind::isInstance);
  }

  private static Throwable root(Throwable failure) {
    return causes(failure).reduce(failure, (_, cause) -> cause);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
