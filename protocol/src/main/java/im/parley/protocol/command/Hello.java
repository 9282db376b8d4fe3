package im.parley.protocol.command;

import im.parley.protocol.reply.Welcome;
import io.avaje.jsonb.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first command on a live connection: who this is and how far it has come.
 *
 * @param token an access token
 * @param resume for each room, by id, that the client holds, the seq it has come to
 * @param epoch the life of the store that those seqs belong to; leaving it out claims nothing
 * @param client what the client is, for example {@code web/1.0}; at most 120 characters
 */
@Json
public record Hello(
    String token,
    @Nullable Map<String, Long> resume,
    @Nullable String epoch,
    @Nullable String client)
    implements Command<Welcome> {

  public static final CommandType<Hello, Welcome> TYPE =
      CommandType.live("hello", Hello.class, Welcome.class, CommandType.Audience.ANYONE);

  public Hello {
    Check.length("token", token, 1, 512);
    resume = resume == null ? Map.of() : resume;
    resume.forEach((room, seq) -> Check.seq("resume", seq));
    resume = Collections.unmodifiableMap(new LinkedHashMap<>(resume));
    if (epoch != null) {
      Check.length("epoch", epoch, 0, 64);
    }
    if (client != null) {
      client = Check.name("client", client, 120);
    }
  }

  @Override
  public CommandType<Hello, Welcome> type() {
    return TYPE;
  }

  /** Without the token: this may be logged. */
  @Override
  public String toString() {
    return "Hello[client=" + client + ", rooms=" + (resume == null ? 0 : resume.size()) + "]";
  }
}
