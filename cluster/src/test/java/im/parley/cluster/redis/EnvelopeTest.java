package im.parley.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.cluster.contract.SharedLog;
import im.parley.core.live.Notice;
import im.parley.core.presence.Chosen;
import im.parley.core.presence.PresenceRecord;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.PresenceState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeTest {

  private static final RoomId ROOM = new RoomId("r1");
  private static final UserId ADA = new UserId("ada");
  private static final Instant THEN = Instant.ofEpochMilli(1_700_000_000_123L);
  private static final SignalEvent UNREAD =
      new SignalEvent(ROOM, new Signal.RoomUnread(1, 0, 2, 1));

  static Stream<Message> messages() {
    return Stream.of(
        new Message.Committed(new SharedLog().post(ROOM, 3)),
        new Message.Moment(ROOM, new Signal.Typing(ADA, true)),
        new Message.Told(ADA, new Notice.Joined(ROOM)),
        new Message.Told(ADA, new Notice.Told(UNREAD)),
        new Message.Told(ADA, new Notice.ToldElsewhere(UNREAD, new SessionId("s1"))),
        new Message.Ended(ADA, List.of(new SessionId("s1"), new SessionId("s2")), 7),
        new Message.EndedHere(7),
        new Message.Beat(8),
        new Message.Farewell(),
        new Message.There(ADA, THEN),
        new Message.NotThere(ADA, THEN),
        new Message.Chose(ADA, PresenceRecord.NONE),
        new Message.Chose(
            ADA, new PresenceRecord(new Chosen(PresenceState.DND, "In Bath", "🛁", THEN), THEN)));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageIsReadAsItWasWritten(Message message) {
    Envelope envelope = new Envelope("node", message);
    assertThat(Envelope.read(envelope.write())).isEqualTo(envelope);
  }

  @Test
  void everyKindOfMessageIsTried() {
    assertThat(messages().<Class<?>>map(Message::getClass))
        .contains(Message.class.getPermittedSubclasses());
  }

  @Test
  void onlyWhatTellsNothingNewIsAnEcho() {
    byte[] typing =
        new Envelope("node", new Message.Moment(ROOM, new Signal.Typing(ADA, true))).write();
    assertThat(Envelope.isEcho(typing, "node")).isTrue();
    assertThat(Envelope.isEcho(typing, "other")).isFalse();
    byte[] beat = new Envelope("node", new Message.Beat(1)).write();
    assertThat(Envelope.isEcho(beat, "node")).isFalse();
  }

  @Test
  void whatANewerVersionSaysIsNotGuessed() {
    byte[] newer = new Envelope("node", new Message.Beat(1)).write();
    newer[0]++;
    assertThatThrownBy(() -> Envelope.read(newer)).hasMessageContaining("another version");
    assertThat(Envelope.isEcho(newer, "node")).isFalse();
  }
}
