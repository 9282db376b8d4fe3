package im.parley.core.session;

import im.parley.core.dispatch.Caller;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.view.User;

/** What an access token proves. */
public sealed interface Authentication {

  /**
   * The token is good.
   *
   * @param user who is signed in
   * @param session by which session
   */
  record Valid(User user, SessionId session) implements Authentication {

    /** The caller, coming from this address. */
    public Caller.SignedIn caller(String address) {
      return new Caller.SignedIn(user.id(), session, address);
    }
  }

  /** The token was good: its session goes on, refresh it. */
  record Expired() implements Authentication {}

  /** There is no such token, or its session has ended. */
  record Unknown() implements Authentication {}
}
