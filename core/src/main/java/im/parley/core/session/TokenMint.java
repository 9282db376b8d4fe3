package im.parley.core.session;

import im.parley.protocol.id.SessionId;
import im.parley.protocol.reply.SignedIn;
import im.parley.protocol.view.User;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/** Makes tokens: 256 random bits each, in URL-safe base 64 after a prefix that says what it is. */
public final class TokenMint {

  private static final String ACCESS_PREFIX = "pa_";
  private static final String REFRESH_PREFIX = "pr_";
  private static final int BYTES = 32;
  private static final int LENGTH = 3 + 43;

  private final SessionConfig config;
  private final SecureRandom random = new SecureRandom();

  public TokenMint(SessionConfig config) {
    this.config = config;
  }

  /** A new pair of tokens, whose time begins now. */
  public Minted mint(Instant now) {
    String access = draw(ACCESS_PREFIX);
    String refresh = draw(REFRESH_PREFIX);
    return new Minted(
        access,
        refresh,
        new Sessions.Tokens(
            TokenHash.of(access),
            now.plus(config.accessLifetime()),
            TokenHash.of(refresh),
            now.plus(config.refreshLifetime())));
  }

  /** Whether this could be an access token; if not, there is no need to look for it. */
  static boolean looksLikeAccess(String token) {
    return token.length() == LENGTH && token.startsWith(ACCESS_PREFIX);
  }

  /** Whether this could be a refresh token; if not, there is no need to look for it. */
  static boolean looksLikeRefresh(String token) {
    return token.length() == LENGTH && token.startsWith(REFRESH_PREFIX);
  }

  private String draw(String prefix) {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /**
   * A pair of tokens: as its client gets them, and as the store keeps them.
   *
   * @param access the access token
   * @param refresh the refresh token
   * @param kept their hashes and times
   */
  public record Minted(String access, String refresh, Sessions.Tokens kept) {

    /** What the client is answered. */
    public SignedIn signedIn(User user, SessionId session) {
      return new SignedIn(user, access, kept.accessExpiresAt(), refresh, session);
    }

    /** Without the tokens: this may be logged. */
    @Override
    public String toString() {
      return "Minted[until " + kept.refreshExpiresAt() + "]";
    }
  }
}
