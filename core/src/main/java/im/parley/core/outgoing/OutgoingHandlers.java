package im.parley.core.outgoing;

import static java.util.Objects.requireNonNull;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Handler;
import im.parley.core.log.RoomPermission;
import im.parley.core.log.RoomRules;
import im.parley.core.outbound.Outbound;
import im.parley.core.outbound.WebhookSecret;
import im.parley.core.room.RoomAccess;
import im.parley.protocol.command.CreateOutgoing;
import im.parley.protocol.command.DeleteOutgoing;
import im.parley.protocol.command.ListOutgoing;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.event.EventType;
import im.parley.protocol.reply.Done;
import im.parley.protocol.reply.OutgoingList;
import im.parley.protocol.reply.OutgoingSecret;
import im.parley.protocol.view.Outgoing;
import im.parley.protocol.view.RoomSummary;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Makes, shows and deletes outgoing webhooks. */
public final class OutgoingHandlers {

  private final OutgoingHooks hooks;
  private final Couriers couriers;
  private final Outbound outbound;
  private final RoomAccess access;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  private OutgoingHandlers(
      OutgoingHooks hooks,
      Couriers couriers,
      Outbound outbound,
      RoomAccess access,
      InstantSource clock) {
    this.hooks = hooks;
    this.couriers = couriers;
    this.outbound = outbound;
    this.access = access;
    this.clock = clock;
  }

  /** The handlers of {@code outgoing.*}. */
  public static List<Handler<?, ?>> of(
      OutgoingHooks hooks,
      Couriers couriers,
      Outbound outbound,
      RoomAccess access,
      InstantSource clock) {
    OutgoingHandlers handlers = new OutgoingHandlers(hooks, couriers, outbound, access, clock);
    return List.of(
        new Handler.ForSignedIn<>(CreateOutgoing.TYPE, handlers::create),
        new Handler.ForSignedIn<>(ListOutgoing.TYPE, handlers::list),
        new Handler.ForSignedIn<>(DeleteOutgoing.TYPE, handlers::delete));
  }

  private OutgoingSecret create(Caller.SignedIn caller, CreateOutgoing command) {
    RoomSummary room = access.see(command.room(), caller.user());
    RoomRules.require(RoomPermission.MANAGE_OUTGOING, room.kind(), room.role());
    outbound.requireReachable("url", command.url());
    WebhookSecret secret = WebhookSecret.random(random);
    Outgoing made = hooks.create(wanted(caller, command), secret);
    couriers.send(new OutgoingHooks.Active(made, secret));
    return new OutgoingSecret(made, secret.text());
  }

  private Outgoing wanted(Caller.SignedIn caller, CreateOutgoing command) {
    return new Outgoing(
        0,
        command.room(),
        command.url(),
        events(requireNonNull(command.events())),
        requireNonNull(command.keywords()),
        Boolean.TRUE.equals(command.bots()) ? true : null,
        caller.user(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        0,
        null);
  }

  private static List<String> events(List<String> names) {
    if (names.isEmpty()) {
      return List.of(EventType.MESSAGE_POSTED.wireName());
    }
    if (!names.stream().allMatch(name -> EventType.find(name) != null)) {
      throw RefusedException.badField(
          "events", "must be types of durable events, for example message.posted");
    }
    return names.stream().distinct().toList();
  }

  private OutgoingList list(Caller.SignedIn caller, ListOutgoing command) {
    RoomSummary room = access.see(command.room(), caller.user());
    RoomRules.require(RoomPermission.LIST_OUTGOING, room.kind(), room.role());
    return new OutgoingList(hooks.of(command.room()));
  }

  private Done delete(Caller.SignedIn caller, DeleteOutgoing command) {
    hooks.delete(command.room(), command.outgoing(), caller.user());
    couriers.recall(command.outgoing());
    return new Done();
  }
}
