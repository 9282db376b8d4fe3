package im.parley.app.client;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The part of a browser that reads pushes, written from RFC 8188, 8291 and 8292 alone. */
public final class Browser {

  private static final int COORDINATE = 32;

  private final KeyPair keys;
  private final byte[] secret = new byte[16];

  /** With new keys. */
  public Browser() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    this.keys = generator.generateKeyPair();
    new SecureRandom().nextBytes(secret);
  }

  /** What it tells a server of itself. */
  public Json subscription(String endpoint) {
    return Json.of("endpoint", endpoint, "p256dh", text(point()), "auth", text(secret));
  }

  private byte[] point() {
    ECPoint point = ((ECPublicKey) keys.getPublic()).getW();
    ByteBuffer bytes = ByteBuffer.allocate(1 + 2 * COORDINATE).put((byte) 4);
    return bytes.put(coordinate(point.getAffineX())).put(coordinate(point.getAffineY())).array();
  }

  private static byte[] coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] padded = new byte[COORDINATE];
    int length = Math.min(bytes.length, COORDINATE);
    System.arraycopy(bytes, bytes.length - length, padded, COORDINATE - length, length);
    return padded;
  }

  /** What a push says: one record of aes128gcm (RFC 8188, section 2; RFC 8291, section 3). */
  public Json read(ByteBuffer body) throws GeneralSecurityException {
    byte[] salt = take(body, 16);
    int recordSize = body.getInt();
    byte[] sender = take(body, body.get() & 0xff);
    byte[] sealed = take(body, body.remaining());
    if (sealed.length > recordSize) {
      throw new AssertionError("More than one record");
    }
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(keys.getPrivate());
    agreement.doPhase(publicKey(sender), true);
    byte[] info = join("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), point(), sender);
    byte[] material = derive(secret, agreement.generateSecret(), info, 32);
    byte[] key = derive(salt, material, ascii("Content-Encoding: aes128gcm\0"), 16);
    byte[] nonce = derive(salt, material, ascii("Content-Encoding: nonce\0"), 12);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    byte[] padded = cipher.doFinal(sealed);
    int end = padded.length - 1;
    while (padded[end] == 0) {
      end--;
    }
    if (padded[end] != 2) {
      throw new AssertionError("Not the last record");
    }
    return Json.parse(new String(padded, 0, end, StandardCharsets.UTF_8));
  }

  /** The claims of a server's token, if it is signed with the key that the browser was given. */
  public static Json claims(String authorization, String serverKey)
      throws GeneralSecurityException {
    String token = authorization.replaceFirst("^vapid t=([^,]+), ?k=.*$", "$1");
    if (!authorization.endsWith("k=" + serverKey)) {
      throw new AssertionError("Another key: " + authorization);
    }
    String[] parts = token.split("\\.", 3);
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(publicKey(bytes(serverKey)));
    signature.update(ascii(parts[0] + "." + parts[1]));
    if (!signature.verify(bytes(parts[2]))) {
      throw new AssertionError("Not signed by the server: " + authorization);
    }
    return Json.parse(new String(bytes(parts[1]), StandardCharsets.UTF_8));
  }

  private static ECPublicKey publicKey(byte[] point) throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint place =
        new ECPoint(
            new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE)),
            new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, point.length)));
    return (ECPublicKey)
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(place, curve.getParameterSpec(ECParameterSpec.class)));
  }

  /** HKDF with SHA-256 (RFC 5869), of one block at most. */
  private static byte[] derive(byte[] salt, byte[] material, byte[] info, int length)
      throws GeneralSecurityException {
    byte[] extracted = hmac(salt, material);
    return Arrays.copyOf(hmac(extracted, join(info, new byte[] {1})), length);
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }

  private static byte[] take(ByteBuffer buffer, int length) {
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    return bytes;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
