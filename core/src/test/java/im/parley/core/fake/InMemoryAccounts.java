package im.parley.core.fake;

import im.parley.core.account.Accounts;
import im.parley.core.log.NewRoom;
import im.parley.core.log.Page;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import im.parley.protocol.view.User;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The people of an {@link InMemoryChat}. The first one opens {@code general}; all are in it. */
public final class InMemoryAccounts implements Accounts {

  /** The room that everybody enters. */
  public static final RoomId GENERAL = new RoomId("general");

  private final InMemoryChat chat;
  private final InstantSource clock;
  private final Map<String, Credentials> credentials = new HashMap<>();

  public InMemoryAccounts(InMemoryChat chat, InstantSource clock) {
    this.chat = chat;
    this.clock = clock;
  }

  @Override
  public void register(NewAccount account) {
    synchronized (chat) {
      User user = new User(account.id(), account.username(), account.displayName(), null, null);
      Credentials own = new Credentials(user, account.passwordHash());
      if (credentials.putIfAbsent(account.username(), own) != null) {
        throw RefusedException.conflict("username", "This name is taken: choose another");
      }
      chat.users.put(user.id(), user);
      FakeRoom general =
          chat.rooms.computeIfAbsent(GENERAL.value(), _ -> new FakeRoom(general(user.id())));
      Role role = general.members.isEmpty() ? Role.OWNER : Role.MEMBER;
      general.add(clock.instant(), user.id(), new Fact.MemberJoined(user.id(), role));
      chat.announceAfter(general, general.log.size() - 1);
    }
  }

  @Override
  public Optional<Credentials> credentials(String username) {
    synchronized (chat) {
      return Optional.ofNullable(credentials.get(username));
    }
  }

  @Override
  public Optional<User> find(UserId user) {
    synchronized (chat) {
      return Optional.ofNullable(chat.users.get(user));
    }
  }

  @Override
  public List<User> findAll(Collection<UserId> users) {
    return users.stream().flatMap(user -> find(user).stream()).toList();
  }

  @Override
  public Page<User> search(String query, int limit) {
    synchronized (chat) {
      String prefix = query.toLowerCase(Locale.ROOT);
      return Pages.first(
          chat.users.values().stream()
              .filter(user ->
                  user.username().startsWith(prefix)
                      || user.displayName().toLowerCase(Locale.ROOT).startsWith(prefix))
              .sorted(Comparator.comparing(User::username))
              .toList(),
          limit);
    }
  }

  @Override
  public User rename(UserId user, String displayName) {
    synchronized (chat) {
      User old = find(user).orElseThrow();
      User renamed = new User(old.id(), old.username(), displayName, old.avatar(), old.bot());
      chat.users.put(user, renamed);
      credentials.computeIfPresent(
          old.username(), (_, known) -> new Credentials(renamed, known.passwordHash()));
      return renamed;
    }
  }

  private static NewRoom general(UserId by) {
    return new NewRoom(
        GENERAL, RoomKind.PUBLIC, "general", "general", null, by, MessageKey.random(), Set.of());
  }
}
