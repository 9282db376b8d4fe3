package im.parley.app.client;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotatedFields;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Starts what {@link RunningServer} stands at. */
final class RunningServerExtension implements BeforeAllCallback {

  private static final Namespace NAMESPACE = Namespace.create(RunningServerExtension.class);

  /** A server and its directory; both go when the class is done. */
  private record Running(Server server, Path data) implements AutoCloseable {

    static Running with(String... options) throws IOException {
      Path data = Files.createTempDirectory("parley-server");
      return new Running(Server.start(data, options), data);
    }

    @Override
    public void close() throws IOException {
      server.close();
      try (Stream<Path> files = Files.walk(data)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    for (Field field : findAnnotatedFields(context.getRequiredTestClass(), RunningServer.class)) {
      Running running = Running.with(field.getAnnotation(RunningServer.class).value());
      context.getStore(NAMESPACE).put(field, running);
      field.setAccessible(true);
      field.set(null, running.server());
    }
  }
}
