package im.parley.core.fake;

import im.parley.core.bot.Bots;
import im.parley.core.session.Sessions;
import im.parley.core.session.Sessions.NewSession;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.SessionInfo;
import im.parley.protocol.view.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bots of an {@link InMemoryChat}. */
final class InMemoryBots implements Bots {

  private static final SessionId NONE = new SessionId("none");

  private final InMemoryChat chat;
  private final Sessions sessions;
  private final Map<UserId, UserId> owners = new LinkedHashMap<>();

  InMemoryBots(InMemoryChat chat, Sessions sessions) {
    this.chat = chat;
    this.sessions = sessions;
  }

  @Override
  public void create(UserId owner, User bot, NewSession key) {
    synchronized (chat) {
      User maker = chat.users.get(owner);
      if (maker != null && maker.bot() != null) {
        throw Bots.ofBot();
      }
      if (of(owner).size() >= MAX_PER_USER) {
        throw Bots.tooMany();
      }
      if (chat.users.values().stream().anyMatch(it -> it.username().equals(bot.username()))) {
        throw RefusedException.conflict("username", "This name is taken: choose another");
      }
      chat.users.put(bot.id(), bot);
      owners.put(bot.id(), owner);
      sessions.begin(key);
    }
  }

  @Override
  public List<User> of(UserId owner) {
    synchronized (chat) {
      return chat.users.values().stream()
          .filter(user -> owner.equals(owners.get(user.id())))
          .toList();
    }
  }

  @Override
  public List<SessionId> rekey(UserId owner, NewSession key) {
    synchronized (chat) {
      List<SessionId> ended = end(owner, key.user());
      sessions.begin(key);
      return ended;
    }
  }

  @Override
  public List<SessionId> delete(UserId owner, UserId bot) {
    synchronized (chat) {
      List<SessionId> ended = end(owner, bot);
      owners.remove(bot);
      return ended;
    }
  }

  private List<SessionId> end(UserId owner, UserId bot) {
    if (!owner.equals(owners.get(bot))) {
      throw Bots.unknown();
    }
    List<SessionId> ended = sessions.list(bot, NONE).stream().map(SessionInfo::id).toList();
    ended.forEach(session -> sessions.end(bot, session));
    return ended;
  }
}
