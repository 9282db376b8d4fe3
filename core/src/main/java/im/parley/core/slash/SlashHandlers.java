package im.parley.core.slash;

import im.parley.core.account.Accounts;
import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Handler;
import im.parley.core.limit.Limits;
import im.parley.core.log.RoomLog;
import im.parley.core.log.RoomPermission;
import im.parley.core.log.RoomRules;
import im.parley.core.outbound.Outbound;
import im.parley.core.outbound.WebhookSecret;
import im.parley.core.room.RoomAccess;
import im.parley.protocol.command.CreateSlashCommand;
import im.parley.protocol.command.DeleteSlashCommand;
import im.parley.protocol.command.ListSlashCommands;
import im.parley.protocol.command.RunSlashCommand;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Done;
import im.parley.protocol.reply.SlashAnswer;
import im.parley.protocol.reply.SlashSecret;
import im.parley.protocol.view.RoomSummary;
import im.parley.protocol.view.SlashCommand;
import im.parley.protocol.view.User;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Makes, shows, runs and deletes slash commands. */
public final class SlashHandlers {

  private final SlashCommands commands;
  private final RoomAccess access;
  private final World world;
  private final SlashRunner runner;
  private final SecureRandom random = new SecureRandom();

  /**
   * What slash commands work with.
   *
   * @param outbound the way to the servers that do them
   * @param log where is said what they come to
   * @param accounts who asks
   * @param limits how often one may be said something
   * @param clock the time of requests
   */
  public record World(
      Outbound outbound, RoomLog log, Accounts accounts, Limits limits, InstantSource clock) {}

  private SlashHandlers(SlashCommands commands, RoomAccess access, World world) {
    this.commands = commands;
    this.access = access;
    this.world = world;
    this.runner = new SlashRunner(world);
  }

  /** The handlers of {@code slash.*}. */
  public static List<Handler<?, ?>> of(SlashCommands commands, RoomAccess access, World world) {
    SlashHandlers handlers = new SlashHandlers(commands, access, world);
    return List.of(
        new Handler.ForSignedIn<>(CreateSlashCommand.TYPE, handlers::create),
        new Handler.ForSignedIn<>(ListSlashCommands.TYPE, handlers::list),
        new Handler.Pipelined<>(RunSlashCommand.TYPE, handlers::run),
        new Handler.ForSignedIn<>(DeleteSlashCommand.TYPE, handlers::delete));
  }

  private SlashSecret create(Caller.SignedIn caller, CreateSlashCommand command) {
    RoomSummary room = access.see(command.room(), caller.user());
    RoomRules.require(RoomPermission.MANAGE_SLASH, room.kind(), room.role());
    world.outbound.requireReachable("url", command.url());
    WebhookSecret secret = WebhookSecret.random(random);
    SlashCommand made =
        new SlashCommand(
            command.room(),
            command.name(),
            String.valueOf(command.description()),
            command.url(),
            UserId.random(),
            caller.user(),
            world.clock.instant().truncatedTo(ChronoUnit.MILLIS));
    commands.create(made, username(made.bot()), secret);
    return new SlashSecret(made, secret.text());
  }

  private static String username(UserId bot) {
    return "slash-" + bot.value().substring(1).toLowerCase(Locale.ROOT);
  }

  private im.parley.protocol.reply.SlashCommands list(
      Caller.SignedIn caller, ListSlashCommands command) {
    RoomSummary room = access.see(command.room(), caller.user());
    RoomRules.require(RoomPermission.LIST_SLASH, room.kind(), room.role());
    boolean managed = RoomPermission.MANAGE_SLASH.in(room.kind()).includes(room.role());
    return new im.parley.protocol.reply.SlashCommands(
        commands.of(command.room()).stream()
            .map(made -> managed ? made : made.withoutUrl())
            .toList());
  }

  /** On a thread of its own: what comes next from the same session need not wait for it. */
  private CompletionStage<SlashAnswer> run(Caller.SignedIn caller, RunSlashCommand command) {
    CompletableFuture<SlashAnswer> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("slash")
        .start(() -> {
          try {
            answer.complete(runNow(caller, command));
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  private SlashAnswer runNow(Caller.SignedIn caller, RunSlashCommand command) {
    SlashCommands.Ready wanted = commands.toRun(command.room(), command.name(), caller.user());
    User user = world.accounts.find(caller.user()).orElseThrow();
    return runner.run(user, wanted, command);
  }

  private Done delete(Caller.SignedIn caller, DeleteSlashCommand command) {
    commands.delete(command.room(), command.name(), caller.user());
    return new Done();
  }
}
