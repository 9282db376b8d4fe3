package im.parley.core.hello;

import im.parley.core.dispatch.Caller;
import im.parley.core.room.Rooms;
import im.parley.protocol.reply.Welcome;
import java.util.List;

/** What a hello comes to. */
public sealed interface Greeting {

  /**
   * The client is in.
   *
   * @param caller who it is from now on
   * @param welcome the reply
   * @param startAfter all rooms of the user, by id, each with the seq after which its events are to
   *     follow: all of them in order, and none twice
   */
  record Welcomed(Caller.SignedIn caller, Welcome welcome, List<Rooms.Position> startAfter)
      implements Greeting {

    public Welcomed {
      startAfter = List.copyOf(startAfter);
    }
  }

  /** The access token is past its time: refresh it and come back. */
  record TokenExpired() implements Greeting {}

  /** The access token is not one, or its session has ended: sign in. */
  record TokenUnknown() implements Greeting {}
}
