package im.parley.edge.push;

import com.zerodeplibs.webpush.MessageEncryptionException;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import im.parley.core.push.PushTarget;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.json.PushJson;
import im.parley.protocol.push.PushedMessage;
import java.util.Base64;

/** Encrypts messages for browsers, with the keys that they made (RFC 8291). */
final class Sealing {

  private static final int POINT_BYTES = 65;
  private static final int SECRET_BYTES = 16;

  private Sealing() {}

  /**
   * Checks the keys of a browser.
   *
   * @throws RefusedException if nothing can be encrypted with them
   */
  static void check(PushTarget target) {
    byte[] point = decode("p256dh", target.p256dh(), POINT_BYTES);
    byte[] secret = decode("auth", target.auth(), SECRET_BYTES);
    try {
      var _ = UserAgentMessageEncryptionKeyInfo.of(point, secret);
    } catch (RuntimeException e) {
      throw RefusedException.badField("p256dh", "must be a point of P-256, in base64url");
    }
  }

  private static byte[] decode(String field, String text, int length) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length == length) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Answered below, like a wrong length.
    }
    throw RefusedException.badField(field, "must be " + length + " bytes in base64url");
  }

  /**
   * Encrypts a message.
   *
   * @throws IllegalArgumentException if the browser's keys are not good for it
   */
  static byte[] seal(PushTarget target, PushedMessage message) {
    try {
      return MessageEncryptions.of()
          .encrypt(
              UserAgentMessageEncryptionKeyInfo.of(
                  Base64.getUrlDecoder().decode(target.p256dh()),
                  Base64.getUrlDecoder().decode(target.auth())),
              PushMessage.of(PushJson.write(message)))
          .toBytes();
    } catch (MessageEncryptionException e) {
      throw new IllegalArgumentException("the message could not be encrypted", e);
    }
  }
}
