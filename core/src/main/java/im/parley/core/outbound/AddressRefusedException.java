package im.parley.core.outbound;

import java.io.IOException;
import java.io.Serial;

/** A name that leads nowhere, or to where the server must not be sent. */
public final class AddressRefusedException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  AddressRefusedException(String message) {
    super(message);
  }
}
