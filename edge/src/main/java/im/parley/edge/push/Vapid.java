package im.parley.edge.push;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import im.parley.core.push.VapidKeyStore;
import im.parley.core.push.VapidKeys;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/** Shows push services which server speaks: a token that its keys have signed (RFC 8292). */
final class Vapid {

  /** A token may live for 24 h at most (section 2); each is used for the first half of its life. */
  private static final Duration LIFE = Duration.ofHours(12);

  private static final int SERVICES = 100;

  private final VapidKeys keys;
  private final VAPIDKeyPair signer;
  private final Optional<String> contact;
  private final InstantSource clock;
  private final Cache<String, String> authorizations =
      Caffeine.newBuilder().maximumSize(SERVICES).expireAfterWrite(LIFE.dividedBy(2)).build();

  private Vapid(VapidKeys keys, Optional<String> contact, InstantSource clock) {
    this.keys = keys;
    this.signer =
        VAPIDKeyPairs.of(
            PrivateKeySources.ofPKCS8Bytes(Base64.getUrlDecoder().decode(keys.privateKey())),
            PublicKeySources.ofUncompressedBytes(Base64.getUrlDecoder().decode(keys.publicKey())));
    this.contact = contact;
    this.clock = clock;
  }

  /** With the keys that are kept; with new ones, which are kept then, if there are none. */
  static Vapid with(VapidKeyStore store, Optional<String> contact, InstantSource clock) {
    VapidKeys keys = store.find().orElseGet(() -> store.keepFirst(make()));
    return new Vapid(keys, contact, clock);
  }

  private static VapidKeys make() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      byte[] publicKey =
          PublicKeySources.ofX509Bytes(pair.getPublic().getEncoded())
              .extractBytesInUncompressedForm();
      Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
      return new VapidKeys(
          text.encodeToString(publicKey), text.encodeToString(pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has P-256", e);
    }
  }

  String publicKey() {
    return keys.publicKey();
  }

  /** The {@code Authorization} of a request to this endpoint. */
  String authorization(URI endpoint) {
    String origin = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
    return authorizations.get(origin, this::sign);
  }

  private String sign(String origin) {
    VAPIDJWTParam.Builder token =
        VAPIDJWTParam.getBuilder()
            .resourceURLString(origin)
            .expirationTime(clock.instant().plus(LIFE));
    contact.ifPresent(token::subject);
    return signer.generateAuthorizationHeaderValue(token.build());
  }
}
