package im.parley.edge.http;

import java.util.concurrent.CompletionStage;

/**
 * Takes the body of one request in, piece by piece, and answers it. Called on the connection's
 * event loop, so no call may wait; the connection reads nothing more until the stage of the call
 * before has ended. A stage that fails ends the request: with a {@link
 * im.parley.protocol.error.RefusedException} as it says, with anything else as a fault.
 */
public interface BodySink {

  /** Whether the body may come at all. */
  CompletionStage<?> begin();

  /** Takes the next piece. */
  CompletionStage<?> take(byte[] piece);

  /** Everything has come. */
  CompletionStage<HttpAnswer> end();

  /** The rest will not come, or a stage has failed. Not called after {@link #end}. */
  void abort();
}
