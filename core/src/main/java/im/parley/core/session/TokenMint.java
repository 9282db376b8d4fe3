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
  private static final String KEY_PREFIX = "pb_";
  private static final String HOOK_PREFIX = "ph_";
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");
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

  /** A key for a bot: an access token that does not expire. Nothing refreshes its session. */
  public MintedKey mintKey() {
    String key = draw(KEY_PREFIX);
    Sessions.Tokens kept =
        new Sessions.Tokens(TokenHash.of(key), NEVER, TokenHash.of(draw(REFRESH_PREFIX)), NEVER);
    return new MintedKey(key, kept);
  }

  /** A secret of a hook: whoever knows it may write by it. */
  public String mintHook() {
    return draw(HOOK_PREFIX);
  }

  /** Whether this could be the secret of a hook; if not, there is no need to look for it. */
  public static boolean looksLikeHook(String secret) {
    return secret.length() == LENGTH && secret.startsWith(HOOK_PREFIX);
  }

  /** Whether this could be an access token or a key; if not, there is no need to look for it. */
  static boolean looksLikeAccess(String token) {
    return token.length() == LENGTH
        && (token.startsWith(ACCESS_PREFIX) || token.startsWith(KEY_PREFIX));
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

  /**
   * A key of a bot: as its owner gets it, and as the store keeps it.
   *
   * @param key the key
   * @param kept its hash, and that of a refresh token that nobody has
   */
  public record MintedKey(String key, Sessions.Tokens kept) {

    /** Without the key: this may be logged. */
    @Override
    public String toString() {
      return "MintedKey[]";
    }
  }
}
