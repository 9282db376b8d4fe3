package im.parley.protocol.json;

import im.parley.protocol.command.GetMe;
import im.parley.protocol.command.GetPreferences;
import im.parley.protocol.command.GetPushKey;
import im.parley.protocol.command.ListBots;
import im.parley.protocol.command.ListScheduled;
import im.parley.protocol.command.ListSessions;
import im.parley.protocol.command.OpenSaved;
import im.parley.protocol.command.Ping;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.FileId;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Done;
import io.avaje.jsonb.Jsonb;
import java.time.Instant;

/**
 * The records' JSON adapters: those that are generated, and by hand those of the small types that
 * they are made of and of the records without fields, which the generator cannot read.
 */
final class ParleyJson {

  static final Jsonb JSONB =
      Jsonb.builder()
          .add(RoomId.class, new IdAdapter<>(RoomId::new, RoomId::value))
          .add(UserId.class, new IdAdapter<>(UserId::new, UserId::value))
          .add(SessionId.class, new IdAdapter<>(SessionId::new, SessionId::value))
          .add(FileId.class, new IdAdapter<>(FileId::new, FileId::value))
          .add(MessageKey.class, new IdAdapter<>(MessageKey::new, MessageKey::value))
          .add(Instant.class, new TimestampAdapter())
          .add(DurableEvent.class, DurableEventAdapter::new)
          .add(Ping.class, new EmptyAdapter<>(new Ping()))
          .add(ListSessions.class, new EmptyAdapter<>(new ListSessions()))
          .add(ListBots.class, new EmptyAdapter<>(new ListBots()))
          .add(ListScheduled.class, new EmptyAdapter<>(new ListScheduled()))
          .add(OpenSaved.class, new EmptyAdapter<>(new OpenSaved()))
          .add(GetMe.class, new EmptyAdapter<>(new GetMe()))
          .add(GetPreferences.class, new EmptyAdapter<>(new GetPreferences()))
          .add(GetPushKey.class, new EmptyAdapter<>(new GetPushKey()))
          .add(Fact.RoomArchived.class, new EmptyAdapter<>(new Fact.RoomArchived()))
          .add(Done.class, new EmptyAdapter<>(new Done()))
          .build();

  /** Where adapters are asked for: asking {@link #JSONB} itself is for one thread only. */
  static final Adapters ADAPTERS = new Adapters(type -> JSONB.adapter(type));

  private ParleyJson() {}
}
