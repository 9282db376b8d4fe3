package im.parley.core.fake;

import im.parley.core.push.PushSubscriptions;
import im.parley.core.push.PushTarget;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Browsers in memory. Their sessions never end. */
public final class InMemoryPush implements PushSubscriptions {

  private final Map<String, Kept> browsers = new LinkedHashMap<>();

  private record Kept(UserId user, PushTarget target) {}

  @Override
  public synchronized String keep(UserId user, SessionId session, PushTarget target) {
    String id =
        browsers.values().stream()
            .filter(kept -> kept.target().endpoint().equals(target.endpoint()))
            .map(kept -> kept.target().id())
            .findFirst()
            .orElse(target.id());
    browsers.remove(id);
    browsers.put(
        id, new Kept(user, new PushTarget(id, target.endpoint(), target.p256dh(), target.auth())));
    List<String> own =
        browsers.entrySet().stream()
            .filter(browser -> browser.getValue().user().equals(user))
            .map(Map.Entry::getKey)
            .toList();
    own.stream().limit(Math.max(0, own.size() - MAX_PER_USER)).forEach(browsers::remove);
    return id;
  }

  @Override
  public synchronized boolean remove(UserId user, String subscription) {
    return browsers
        .values()
        .removeIf(kept -> kept.user().equals(user) && kept.target().id().equals(subscription));
  }

  @Override
  public synchronized void forget(PushTarget target) {
    browsers.values().removeIf(kept -> kept.target().equals(target));
  }

  @Override
  public synchronized Optional<PushTarget> find(String subscription) {
    return Optional.ofNullable(browsers.get(subscription)).map(Kept::target);
  }

  @Override
  public synchronized boolean any() {
    return !browsers.isEmpty();
  }
}
