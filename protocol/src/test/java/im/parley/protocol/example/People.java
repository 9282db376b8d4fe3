package im.parley.protocol.example;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.id.FileId;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Ballot;
import im.parley.protocol.view.FileInfo;
import im.parley.protocol.view.Member;
import im.parley.protocol.view.Message;
import im.parley.protocol.view.NotifyLevel;
import im.parley.protocol.view.Preferences;
import im.parley.protocol.view.QuietHours;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import im.parley.protocol.view.RoomSummary;
import im.parley.protocol.view.Scheduled;
import im.parley.protocol.view.SessionInfo;
import im.parley.protocol.view.Thumbnail;
import im.parley.protocol.view.User;
import java.time.Instant;
import java.util.List;

/** The two people and the room that every example is about. */
final class People {

  static final Instant NOON = Instant.parse("2026-11-22T12:00:00.000Z");

  static final UserId ADA_ID = new UserId("u7k2m9p4x1q8c");
  static final UserId GRACE_ID = new UserId("u3f6h8j2n5r0t");
  static final User ADA = new User(ADA_ID, "ada", "Ada Lovelace", null, null);
  static final User GRACE = new User(GRACE_ID, "grace", "Grace Hopper", null, null);

  static final SessionId SESSION = new SessionId("s5v1w4y7z0b3d");
  static final String DEVICE = "web/1.0 Firefox";

  static final RoomId ROOM_ID = new RoomId("r2d4g6k8m0p3s");
  static final RoomId DIRECT_ID = new RoomId("r9t7v5x3z1a0c");
  static final RoomId LEFT_ID = new RoomId("r1b3d5f7h9j0k");

  static final MessageKey KEY = new MessageKey("0193534c-8f7a-7c3e-9d21-6b0f5a4e2c18");
  static final String TEXT = "The engine *weaves* algebraic patterns.";

  static final FileInfo FILE =
      new FileInfo(
          new FileId("f4q7s0v3x6z9b"),
          "engine.png",
          "image/png",
          183_204,
          1600,
          1200,
          new Thumbnail(480, 360));

  static final Ballot BALLOT = new Ballot(List.of("The mill", "The store"), true);

  static final Message MESSAGE = new Message(ROOM_ID, 42, 31, NOON, ADA_ID, TEXT, KEY);
  static final Member MEMBER = new Member(ADA, Role.OWNER, NOON, null);

  static final SessionInfo SESSION_INFO =
      new SessionInfo(SESSION, DEVICE, "192.0.2.7", NOON, NOON.plusSeconds(3600), true);

  static final Preferences PREFERENCES =
      new Preferences(
          List.of("loom", "release plan"),
          new QuietHours("22:00", "07:00", "Europe/London", List.of(1, 2, 3, 4, 5)));

  static final Scheduled SCHEDULED =
      new Scheduled(
          5, ROOM_ID, KEY, TEXT, 40L, 12L, true, List.of(FILE.id()), NOON.plusSeconds(1200), null);

  static final Scheduled FAILED =
      new Scheduled(
          4,
          LEFT_ID,
          new MessageKey("0193534c-1a2b-7c3e-9d21-6b0f5a4e2c18"),
          "Good morning!",
          null,
          null,
          null,
          null,
          NOON.minusSeconds(10_800),
          new Scheduled.Failure(ErrorCode.FORBIDDEN, "Join the room first"));

  /** The room when Ada had just made it. */
  static final RoomSummary NEW_ROOM =
      new RoomSummary(
          ROOM_ID,
          RoomKind.PUBLIC,
          "Engine room",
          "engine",
          "What the engine can weave",
          Role.OWNER,
          1,
          1,
          0,
          1,
          0,
          0,
          NotifyLevel.ALL,
          null,
          null,
          null,
          null,
          null,
          null);

  static final RoomSummary ROOM =
      new RoomSummary(
          ROOM_ID,
          RoomKind.PUBLIC,
          "Engine room",
          "engine",
          "What the engine can weave",
          Role.OWNER,
          2,
          42,
          31,
          40,
          1,
          0,
          NotifyLevel.ALL,
          null,
          null,
          null,
          null,
          null,
          new RoomSummary.LastMessage(42, ADA_ID, TEXT, NOON, null));

  static final RoomSummary ARCHIVED =
      new RoomSummary(
          ROOM_ID,
          RoomKind.PUBLIC,
          "Engine room",
          "engine",
          "What the engine can weave",
          Role.OWNER,
          2,
          43,
          31,
          43,
          0,
          0,
          NotifyLevel.ALL,
          NOON.plusSeconds(7200),
          10,
          86_400,
          true,
          null,
          new RoomSummary.LastMessage(42, ADA_ID, TEXT, NOON, null));

  static final RoomSummary DIRECT =
      new RoomSummary(
          DIRECT_ID,
          RoomKind.DIRECT,
          "",
          null,
          null,
          Role.MEMBER,
          2,
          7,
          5,
          7,
          0,
          0,
          NotifyLevel.ALL,
          null,
          null,
          null,
          null,
          List.of(ADA, GRACE),
          new RoomSummary.LastMessage(7, GRACE_ID, "See you at noon.", NOON, null));

  /** The room of Ada alone, when it had just been made. */
  static final RoomSummary SAVED =
      new RoomSummary(
          new RoomId("r4q6w8e0t2y5u"),
          RoomKind.DIRECT,
          "",
          null,
          null,
          Role.MEMBER,
          1,
          1,
          0,
          1,
          0,
          0,
          NotifyLevel.ALL,
          null,
          null,
          null,
          null,
          List.of(ADA),
          null);

  private People() {}
}
