package im.parley.core.push;

/**
 * A browser that is pushed to.
 *
 * @param id the subscription's id
 * @param endpoint where its push service takes messages
 * @param p256dh the key that the browser made for them, in base64url
 * @param auth the secret that it made for them, in base64url
 */
public record PushTarget(String id, String endpoint, String p256dh, String auth) {

  /** Without what lets others push: this may be logged. */
  @Override
  public String toString() {
    return "PushTarget[id=" + id + "]";
  }
}
