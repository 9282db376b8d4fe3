package im.parley.core.slash;

import static java.nio.charset.StandardCharsets.UTF_8;

import im.parley.core.hook.SlackMarkup;
import im.parley.core.hook.SlackPayload;
import im.parley.core.log.Change;
import im.parley.core.log.Commit;
import im.parley.core.log.Draft;
import im.parley.core.log.Outcome;
import im.parley.core.outbound.Outbound;
import im.parley.core.session.TokenHash;
import im.parley.protocol.command.RunSlashCommand;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.json.LooseJson;
import im.parley.protocol.reply.SlashAnswer;
import im.parley.protocol.view.SlashCommand;
import im.parley.protocol.view.User;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks the server of a slash command to do it, as Slack would, and says what it answers. */
final class SlashRunner {

  /** As long as Slack waits. */
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private static final int RETRY_MS = 1_000;
  private static final String IN_CHANNEL = "in_channel";

  private final SlashHandlers.World world;
  private final SlashPlaces places = new SlashPlaces();

  SlashRunner(SlashHandlers.World world) {
    this.world = world;
  }

  /**
   * Runs it, and waits for the answer.
   *
   * @throws RefusedException {@code unavailable} if there was no answer that can be used, and what
   *     {@link SlashPlaces#take} throws
   */
  SlashAnswer run(User caller, SlashCommands.Ready wanted, RunSlashCommand run) {
    try (SlashPlaces.Place _ = places.take(caller.id())) {
      String name = key(caller, run);
      return said(wanted.command(), new MessageKey(name), ask(caller, wanted, run, name));
    }
  }

  /** Each caller has names of their own for what they do; the bot who says it is one for all. */
  private static String key(User caller, RunSlashCommand run) {
    return TokenHash.of(caller.id() + " " + run.key()).hex();
  }

  private byte[] ask(User caller, SlashCommands.Ready wanted, RunSlashCommand run, String name) {
    SlashCommand command = wanted.command();
    byte[] body = form(caller, command, run).getBytes(UTF_8);
    Map<String, String> headers =
        new LinkedHashMap<>(
            wanted.secret().headers("slash_" + name, world.clock().instant(), body));
    headers.put("content-type", "application/x-www-form-urlencoded");
    try {
      URI url = URI.create(String.valueOf(command.url()));
      Outbound.Answer answer =
          world.outbound().post(new Outbound.Post(url, headers, body, TIMEOUT));
      if (answer.success()) {
        return answer.body();
      }
    } catch (IOException e) {
      // Answered below: whoever calls need not know what went wrong elsewhere.
    }
    throw failed(command, "did not answer as it should");
  }

  private static String form(User caller, SlashCommand command, RunSlashCommand run) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("command", "/" + command.name());
    fields.put("text", String.valueOf(run.text()));
    fields.put("user_id", caller.id().value());
    fields.put("user_name", caller.username());
    fields.put("channel_id", command.room().value());
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private SlashAnswer said(SlashCommand command, MessageKey key, byte[] answer) {
    Map<String, Object> json = read(answer);
    SlackMarkup.Markdown said = SlackPayload.of(json).markdown();
    String text = said.text();
    if (text.isBlank()) {
      return new SlashAnswer(null, null);
    }
    if (text.codePointCount(0, text.length()) > SendMessage.MAX_TEXT) {
      throw failed(command, "answered more than a message holds");
    }
    if (!IN_CHANNEL.equals(json.get("response_type"))) {
      return new SlashAnswer(text, null);
    }
    world.limits().beforeHook(command.bot());
    Change.Post post = new Change.Post(text, said.mentions(), null, null);
    Outcome outcome =
        Commit.await(world.log().append(new Draft(command.room(), command.bot(), key, post)));
    return new SlashAnswer(null, seq(outcome));
  }

  /** JSON, or a text to show to the caller. */
  private static Map<String, Object> read(byte[] answer) {
    try {
      return LooseJson.object(answer);
    } catch (RefusedException e) {
      return Map.of("text", new String(answer, UTF_8));
    }
  }

  private static long seq(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Appended appended -> appended.event().seq();
      case Outcome.Repeated repeated -> repeated.first().seq();
      case Outcome.Unchanged() -> throw new IllegalStateException("A message changes its room");
    };
  }

  private static RefusedException failed(SlashCommand command, String what) {
    return RefusedException.later(
        ErrorCode.UNAVAILABLE,
        "The command /" + command.name() + " " + what + ": try again later",
        RETRY_MS);
  }
}
