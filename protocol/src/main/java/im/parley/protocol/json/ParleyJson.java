package im.parley.protocol.json;

import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import io.avaje.jsonb.Jsonb;
import java.time.Instant;

/** The records' JSON adapters, together with those of the small types that they are made of. */
final class ParleyJson {

  static final Jsonb JSONB =
      Jsonb.builder()
          .add(RoomId.class, new IdAdapter<>(RoomId::new, RoomId::value))
          .add(UserId.class, new IdAdapter<>(UserId::new, UserId::value))
          .add(SessionId.class, new IdAdapter<>(SessionId::new, SessionId::value))
          .add(MessageKey.class, new IdAdapter<>(MessageKey::new, MessageKey::value))
          .add(Instant.class, new TimestampAdapter())
          .add(DurableEvent.class, DurableEventAdapter::new)
          .build();

  private ParleyJson() {}
}
