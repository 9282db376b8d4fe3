package im.parley.edge.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the bytes of files that come and go, and the uploads that go on. */
public final class FileMeters {

  private final Counter in;
  private final Counter out;
  private final AtomicInteger uploads = new AtomicInteger();

  public FileMeters(MeterRegistry registry) {
    this.in =
        Counter.builder("parley.files.in")
            .baseUnit("bytes")
            .description("What was uploaded, finished or not")
            .register(registry);
    this.out =
        Counter.builder("parley.files.out")
            .baseUnit("bytes")
            .description("What was read for downloads")
            .register(registry);
    Gauge.builder("parley.files.uploads", uploads, AtomicInteger::get)
        .description("Uploads that go on now")
        .register(registry);
  }

  void begun() {
    uploads.incrementAndGet();
  }

  void received(int bytes) {
    in.increment(bytes);
  }

  void ended() {
    uploads.decrementAndGet();
  }

  /** The same stream, counted as it is read. */
  InputStream counted(InputStream stream) {
    return new FilterInputStream(stream) {
      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        out.increment(Math.max(0, read));
        return read;
      }
    };
  }
}
