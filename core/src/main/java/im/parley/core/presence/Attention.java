package im.parley.core.presence;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.CommandPolicy;
import im.parley.protocol.command.CommandType;
import im.parley.protocol.command.MarkDelivered;
import im.parley.protocol.command.Ping;
import im.parley.protocol.command.WatchPresence;
import java.util.Set;

/** Takes every command that is let in for a sign that its user is at the keyboard. */
public final class Attention implements CommandPolicy {

  /** What programs send of themselves. */
  private static final Set<CommandType<?, ?>> UNATTENDED =
      Set.of(Ping.TYPE, MarkDelivered.TYPE, WatchPresence.TYPE);

  private final CommandPolicy policy;
  private final PresenceBoard board;

  /** Where this policy lets commands in. */
  public Attention(CommandPolicy policy, PresenceBoard board) {
    this.policy = policy;
    this.board = board;
  }

  @Override
  public void admit(Caller caller, CommandType<?, ?> type) {
    policy.admit(caller, type);
    if (caller instanceof Caller.SignedIn signedIn && !UNATTENDED.contains(type)) {
      board.active(signedIn.user());
    }
  }
}
