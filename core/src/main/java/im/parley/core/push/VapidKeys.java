package im.parley.core.push;

/**
 * The keys with which this server shows push services who it is (RFC 8292).
 *
 * @param publicKey a point of P-256, uncompressed, in base64url
 * @param privateKey PKCS #8, in base64url
 */
public record VapidKeys(String publicKey, String privateKey) {

  /** Without the private one: this may be logged. */
  @Override
  public String toString() {
    return "VapidKeys[publicKey=" + publicKey + "]";
  }
}
