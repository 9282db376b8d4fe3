package im.parley.core.fake;

import im.parley.core.log.Page;
import im.parley.core.log.RoomPermission;
import im.parley.core.report.Reports;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Report;
import im.parley.protocol.view.Role;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The reports of an {@link InMemoryChat}. */
final class InMemoryReports implements Reports {

  private final InMemoryChat chat;
  private final InstantSource clock;
  private final Map<RoomId, List<Report>> reports = new HashMap<>();
  private long lastId;

  InMemoryReports(InMemoryChat chat, InstantSource clock) {
    this.chat = chat;
    this.clock = clock;
  }

  @Override
  public Open file(RoomId room, long target, UserId by, String reason) {
    synchronized (chat) {
      FakeRoom where = chat.require(RoomPermission.REPORT, room, by);
      boolean exists =
          where.log.stream()
              .anyMatch(it -> it.seq() == target && it.data() instanceof Fact.MessagePosted);
      if (!exists) {
        throw Reports.noSuchMessage();
      }
      List<Report> open = of(room);
      open.removeIf(report -> report.target() == target && report.by().equals(by));
      open.add(new Report(++lastId, target, by, reason, clock.instant()));
      if (open.size() > MAX_PER_ROOM) {
        open.removeFirst();
      }
      return open(where, open);
    }
  }

  @Override
  public Page<Report> open(RoomId room, long after, int limit) {
    synchronized (chat) {
      return Pages.first(of(room).stream().filter(report -> report.id() > after).toList(), limit);
    }
  }

  @Override
  public Open resolve(RoomId room, long report, UserId by) {
    synchronized (chat) {
      FakeRoom where = chat.require(RoomPermission.RESOLVE_REPORT, room, by);
      if (!of(room).removeIf(it -> it.id() == report)) {
        throw Reports.notOpen();
      }
      return open(where, of(room));
    }
  }

  private List<Report> of(RoomId room) {
    return reports.computeIfAbsent(room, _ -> new ArrayList<>());
  }

  private static Open open(FakeRoom room, List<Report> open) {
    return new Open(
        open.size(),
        room.members.keySet().stream().filter(user -> room.role(user) != Role.MEMBER).toList());
  }
}
