package im.parley.protocol.event;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every kind of durable event, by its wire name. */
public enum EventType {
  MESSAGE_POSTED("message.posted", Fact.MessagePosted.class),
  MESSAGE_EDITED("message.edited", Fact.MessageEdited.class),
  MESSAGE_DELETED("message.deleted", Fact.MessageDeleted.class),
  REACTION_ADDED("reaction.added", Fact.ReactionAdded.class),
  REACTION_REMOVED("reaction.removed", Fact.ReactionRemoved.class),
  POLL_VOTED("poll.voted", Fact.PollVoted.class),
  POLL_CLOSED("poll.closed", Fact.PollClosed.class),
  MESSAGE_PINNED("message.pinned", Fact.MessagePinned.class),
  MESSAGE_UNPINNED("message.unpinned", Fact.MessageUnpinned.class),
  MEMBER_JOINED("member.joined", Fact.MemberJoined.class),
  MEMBER_LEFT("member.left", Fact.MemberLeft.class),
  MEMBER_CHANGED("member.changed", Fact.MemberChanged.class),
  ROOM_UPDATED("room.updated", Fact.RoomUpdated.class),
  ROOM_ARCHIVED("room.archived", Fact.RoomArchived.class);

  private static final Map<String, EventType> BY_NAME =
      Stream.of(values())
          .collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));

  private final String wireName;
  private final Class<? extends Fact> fact;

  EventType(String wireName, Class<? extends Fact> fact) {
    this.wireName = wireName;
    this.fact = fact;
  }

  /** The event's {@code type} on the wire. */
  public String wireName() {
    return wireName;
  }

  /** The record that carries its data. */
  public Class<? extends Fact> fact() {
    return fact;
  }

  /** The event of this wire name, or null. */
  public static @Nullable EventType find(String wireName) {
    return BY_NAME.get(wireName);
  }
}
