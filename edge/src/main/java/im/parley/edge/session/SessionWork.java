package im.parley.edge.session;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Dispatcher;
import im.parley.core.dispatch.Failures;
import im.parley.core.hello.Greeter;
import im.parley.core.hello.Greeting;
import im.parley.edge.fanout.StartAfter;
import im.parley.protocol.command.Command;
import im.parley.protocol.command.Hello;
import im.parley.protocol.error.CloseCode;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.json.CommandReader.Request;
import im.parley.protocol.json.RequestId;
import im.parley.protocol.reply.ResumeVerdict;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What sessions do on virtual threads, where waiting costs nothing and a long answer is encoded
 * without holding an event loop up. Results go back to the session's event loop. Safe to share.
 */
final class SessionWork {

  private static final Refusal EXPIRED =
      Refusal.of(ErrorCode.UNAUTHENTICATED, "The access token has expired: refresh it", "token");
  private static final Refusal UNKNOWN =
      Refusal.of(ErrorCode.UNAUTHENTICATED, "The token is not valid: sign in again", "token");

  private final Dispatcher dispatcher;
  private final Greeter greeter;
  private final Roster roster;
  private final InFlight inFlight;

  SessionWork(Dispatcher dispatcher, Greeter greeter, Roster roster, InFlight inFlight) {
    this.dispatcher = dispatcher;
    this.greeter = greeter;
    this.roster = roster;
    this.inFlight = inFlight;
  }

  /** Looks at a hello, and begins or ends the conversation. Returns at once. */
  void greet(LiveSession session, RequestId id, Hello hello) {
    Thread.ofVirtual().name("hello").start(() -> answer(session, id, hello));
  }

  private void answer(LiveSession session, RequestId id, Hello hello) {
    Recognised recognised = new Recognised(session, roster);
    try {
      String address = session.connection().address();
      switch (greeter.greet(hello, address, recognised)) {
        case Greeting.Welcomed welcomed -> {
          List<StartAfter> starts = starts(welcomed);
          byte[] frame = session.format().reply(id, welcomed.welcome());
          session.onLoop(() -> session.begin(welcomed.caller(), frame, starts));
        }
        case Greeting.TokenExpired() -> {
          recognised.forget();
          session.onLoop(() -> session.turnAway(id, EXPIRED, CloseCode.TOKEN_EXPIRED));
        }
        case Greeting.TokenUnknown() -> {
          recognised.forget();
          session.onLoop(() -> session.turnAway(id, UNKNOWN, CloseCode.NO_HELLO));
        }
      }
    } catch (RuntimeException e) {
      recognised.forget();
      Refusal refusal = Failures.refusal("hello", e);
      CloseCode code = refusal.field() == null ? CloseCode.INTERNAL : CloseCode.NO_HELLO;
      session.onLoop(() -> session.turnAway(id, refusal, code));
    }
  }

  private static List<StartAfter> starts(Greeting.Welcomed welcomed) {
    Map<String, ResumeVerdict> verdicts = welcomed.welcome().resume();
    return welcomed.continuations().stream()
        .map(room ->
            new StartAfter(
                room.room(),
                room.after(),
                room.memberAt(),
                verdicts.get(room.room().value()) == ResumeVerdict.DELTA))
        .toList();
  }

  /**
   * Enters a session in the roster when its user is known, and takes it out if that was for
   * nothing.
   */
  private static final class Recognised implements Consumer<Caller.SignedIn> {

    private final LiveSession session;
    private final Roster roster;
    private List<Caller.SignedIn> known = List.of();

    Recognised(LiveSession session, Roster roster) {
      this.session = session;
      this.roster = roster;
    }

    @Override
    public void accept(Caller.SignedIn caller) {
      known = List.of(caller);
      session.recognisedAs(caller.session());
      roster.signedIn(caller.user(), session).join();
    }

    void forget() {
      known.forEach(caller -> roster.signedOut(caller.user(), session));
    }
  }

  /** Carries out a command and answers it. Called on the session's own virtual thread. */
  void carryOut(LiveSession session, Caller.SignedIn caller, Request.Accepted request) {
    Command<?> command = request.command();
    dispatcher
        .dispatch(caller, command)
        .thenApply(reply -> session.format().reply(request.id(), reply))
        .whenComplete((frame, failure) -> {
          if (failure == null) {
            session.onLoop(() -> session.answer(request, frame));
          } else {
            Refusal refusal = Failures.refusal(command.type().name(), failure);
            session.onLoop(() -> session.answerRefused(request, refusal));
          }
          // Only now: whoever waits for this to end closes the session next.
          inFlight.end();
        });
  }
}
