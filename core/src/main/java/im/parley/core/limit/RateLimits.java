package im.parley.core.limit;

import com.github.benmanes.caffeine.cache.Ticker;
import im.parley.core.dispatch.Caller;
import im.parley.protocol.command.AcceptInvite;
import im.parley.protocol.command.CommandCatalogue;
import im.parley.protocol.command.CommandType;
import im.parley.protocol.command.CreateSession;
import im.parley.protocol.command.ForwardMessage;
import im.parley.protocol.command.MarkDelivered;
import im.parley.protocol.command.MarkRead;
import im.parley.protocol.command.RegisterAccount;
import im.parley.protocol.command.Route;
import im.parley.protocol.command.ScheduleMessage;
import im.parley.protocol.command.SearchMessages;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.command.SetTyping;
import im.parley.protocol.command.WatchPresence;
import im.parley.protocol.id.UserId;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Token buckets: for each kind of command, one a user, or one an address where nobody is signed in.
 */
public final class RateLimits implements Limits {

  private final Map<Class<?>, TokenBuckets<String>> commands;
  private final TokenBuckets<String> uploads;
  private final TokenBuckets<String> downloads;
  private final TokenBuckets<Guess> wrongPasswords;
  private final TokenBuckets<UserId> hooks;

  /**
   * With a full bucket for every command of the catalogue.
   *
   * @param ticker counts nanoseconds
   */
  public RateLimits(LimitsConfig config, Ticker ticker) {
    this.commands =
        CommandCatalogue.all().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    CommandType::command,
                    type -> new TokenBuckets<>(allowance(config, type), ticker)));
    this.uploads = new TokenBuckets<>(config.changes(), ticker);
    this.downloads = new TokenBuckets<>(config.reads(), ticker);
    this.wrongPasswords = new TokenBuckets<>(config.wrongPasswords(), ticker);
    this.hooks = new TokenBuckets<>(config.messages(), ticker);
  }

  @Override
  public void admit(Caller caller, CommandType<?, ?> type) {
    Audience.require(type, caller);
    TokenBuckets<String> buckets = commands.get(type.command());
    if (buckets == null) {
      throw new IllegalStateException("Not in the catalogue: " + type.name());
    }
    buckets.take(payer(caller, type));
  }

  @Override
  public void beforeUpload(Caller.SignedIn caller) {
    uploads.take(caller.user().value());
  }

  @Override
  public void beforeDownload(Caller.SignedIn caller) {
    downloads.take(caller.user().value());
  }

  @Override
  public void beforePassword(String username, String address) {
    wrongPasswords.take(new Guess(username, Source.of(address)));
  }

  @Override
  public void beforeHook(UserId hook) {
    hooks.take(hook);
  }

  @Override
  public void passwordWasRight(String username, String address) {
    wrongPasswords.forgive(new Guess(username, Source.of(address)));
  }

  /** Signing in anew costs the address, even for somebody who is signed in. */
  private static String payer(Caller caller, CommandType<?, ?> type) {
    return caller instanceof Caller.SignedIn user
            && type.audience() == CommandType.Audience.SIGNED_IN
        ? user.user().value()
        : Source.of(caller.address());
  }

  private static Allowance allowance(LimitsConfig config, CommandType<?, ?> type) {
    if (type.equals(SendMessage.TYPE)
        || type.equals(ForwardMessage.TYPE)
        || type.equals(ScheduleMessage.TYPE)) {
      return config.messages();
    }
    if (type.equals(SetTyping.TYPE)) {
      return config.typing();
    }
    if (type.equals(RegisterAccount.TYPE) || type.equals(CreateSession.TYPE)) {
      return config.entries();
    }
    if (type.equals(SearchMessages.TYPE)) {
      return config.changes(); // it looks at far more than a page does
    }
    if (type.equals(AcceptInvite.TYPE)) {
      return config.wrongPasswords();
    }
    return changes(type) || type.equals(WatchPresence.TYPE) ? config.changes() : config.reads();
  }

  private static boolean changes(CommandType<?, ?> type) {
    return !type.equals(MarkRead.TYPE)
        && !type.equals(MarkDelivered.TYPE)
        && type.audience() == CommandType.Audience.SIGNED_IN
        && type.reach() instanceof CommandType.Reach.EveryDoor(Route route)
        && route.method() != Route.Method.GET;
  }

  /** Somebody who tries passwords for a name. */
  private record Guess(String username, String source) {}
}
