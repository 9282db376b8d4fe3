package im.parley.edge.http;

import static java.util.Objects.requireNonNull;

import im.parley.core.file.Upload;
import im.parley.protocol.json.WireWriter;
import im.parley.protocol.reply.FileReply;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One upload: every piece is written on a virtual thread, one after the other. */
final class UploadSink implements BodySink {

  private final Supplier<Upload> beginning;
  private final String name;
  private final FileMeters meters;
  private final Executor virtualThreads;
  private final WireWriter writer = new WireWriter();
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
  private volatile @Nullable Upload upload;

  /**
   * Creates an upload that has not begun.
   *
   * @param beginning asks who it is and whether it may come; waits
   * @param name what the client calls the file
   */
  UploadSink(Supplier<Upload> beginning, String name, FileMeters meters, Executor virtualThreads) {
    this.beginning = beginning;
    this.name = name;
    this.meters = meters;
    this.virtualThreads = virtualThreads;
  }

  @Override
  public CompletionStage<?> begin() {
    return then(() -> {
      upload = beginning.get();
      meters.begun();
      return null;
    });
  }

  @Override
  public CompletionStage<?> take(byte[] piece) {
    return then(() -> {
      requireNonNull(upload).write(piece);
      meters.received(piece.length);
      return null;
    });
  }

  @Override
  public CompletionStage<HttpAnswer> end() {
    return then(() -> {
      try {
        FileReply reply = new FileReply(requireNonNull(upload).finish(name));
        return HttpAnswer.of(HttpResponseStatus.CREATED, CommandService.JSON, writer.body(reply));
      } finally {
        close();
      }
    });
  }

  @Override
  public void abort() {
    var _ =
        last.handleAsync(
            (_, _) -> {
              close();
              return null;
            },
            virtualThreads);
  }

  private void close() {
    Upload begun = upload;
    if (begun != null) {
      meters.ended();
      upload = null;
      begun.close();
    }
  }

  private <T extends @Nullable Object> CompletableFuture<T> then(Supplier<T> work) {
    CompletableFuture<T> next = last.thenApplyAsync(_ -> work.get(), virtualThreads);
    last = next;
    return next;
  }
}
