package im.parley.core.hello;

import im.parley.core.dispatch.Caller;
import im.parley.protocol.reply.Welcome;
import java.util.List;

/** What a hello comes to. */
public sealed interface Greeting {

  /**
   * The client is in.
   *
   * @param caller who it is from now on
   * @param welcome the reply
   * @param continuations how each of the user's rooms goes on, by id: all its events after a seq,
   *     in order, and none twice
   */
  record Welcomed(Caller.SignedIn caller, Welcome welcome, List<Continuation> continuations)
      implements Greeting {

    public Welcomed {
      continuations = List.copyOf(continuations);
    }
  }

  /** The access token is past its time: refresh it and come back. */
  record TokenExpired() implements Greeting {}

  /** The access token is not one, or its session has ended: sign in. */
  record TokenUnknown() implements Greeting {}
}
