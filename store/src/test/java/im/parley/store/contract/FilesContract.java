package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.file.FileRecords;
import im.parley.core.log.Change;
import im.parley.core.log.HistoryWindow;
import im.parley.core.log.Mentions;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.FileId;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.FileInfo;
import im.parley.protocol.view.Message;
import im.parley.protocol.view.RoomSummary.LastMessage;
import im.parley.protocol.view.Thumbnail;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What {@link FileRecords} promises, and the messages that refer to files. */
public abstract class FilesContract extends StoreContract {

  private static final long QUOTA = 1000;

  @Test
  void aFileIsItsOwnersUntilItIsPosted() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = privateRoom(ada, "Secrets");
    append(room, ada, new Change.Add(bob));
    FileInfo file = add(ada, 10);
    assertThat(store.ports().files().find(file.id(), ada)).contains(file);
    assertThat(store.ports().files().find(file.id(), bob)).isEmpty();

    DurableEvent event = appended(room, ada, with(file));

    assertThat(((Fact.MessagePosted) event.data()).attachments()).containsExactly(file);
    assertThat(log(room)).last().isEqualTo(event);
    assertThat(messages(room, bob))
        .last()
        .extracting(Message::attachments)
        .isEqualTo(List.of(file));
    assertThat(store.ports().files().find(file.id(), bob)).contains(file);
    append(room, ada, new Change.Remove(bob));
    assertThat(store.ports().files().find(file.id(), bob)).isEmpty();
  }

  @Test
  void aRoomShowsWhatItsNewestMessageOfFilesAloneIsCalled() {
    UserId ada = register("ada");
    RoomId room = privateRoom(ada, "Secrets");
    FileInfo file = add(ada, 10);

    long seq = appended(room, ada, with(file)).seq();

    assertThat(last(room, ada).file()).isEqualTo(file.name());
    append(room, ada, new Change.Edit(seq, "changed", Mentions.NONE));
    assertThat(last(room, ada).file()).isNull();
    append(room, ada, new Change.Delete(seq));
    assertThat(last(room, ada))
        .extracting(LastMessage::text, LastMessage::file)
        .containsExactly("", null);
  }

  @Test
  void nobodyPostsWhatTheyMayNotSee() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId secrets = privateRoom(ada, "Secrets");
    FileInfo file = add(ada, 10);
    appended(secrets, ada, with(file));
    RoomId open = publicRoom(bob, "Open");

    assertRefused(() -> append(open, bob, with(file)), ErrorCode.NOT_FOUND, "attachments");
    append(secrets, ada, new Change.Add(bob));
    append(open, bob, with(file));
    append(secrets, ada, new Change.Remove(bob));
    assertThat(store.ports().files().find(file.id(), bob)).contains(file);
  }

  @Test
  void anEditKeepsTheFilesAndADeletionTakesThemAway() {
    UserId ada = register("ada");
    RoomId room = privateRoom(ada, "Secrets");
    FileInfo file = add(ada, 10);
    long seq = appended(room, ada, with(file)).seq();
    append(room, ada, new Change.Edit(seq, "changed", Mentions.NONE));
    assertThat(messages(room, ada))
        .last()
        .extracting(Message::attachments)
        .isEqualTo(List.of(file));
    passMillis(FileRecords.UNUSED.toMillis());
    assertThat(store.ports().files().expired(10)).isEmpty();

    append(room, ada, new Change.Delete(seq));

    assertThat(messages(room, ada)).last().extracting(Message::attachments).isNull();
    assertThat(facts(room))
        .filteredOn(Fact.MessagePosted.class::isInstance)
        .allSatisfy(fact -> assertThat(((Fact.MessagePosted) fact).attachments()).isNull());
    assertThat(store.ports().files().find(file.id(), ada)).isEmpty();
    assertThat(store.ports().files().expired(10)).containsExactly(file.id());
    assertRefused(() -> append(room, ada, with(file)), ErrorCode.NOT_FOUND, "attachments");
    store.ports().files().forget(file.id());
    assertThat(store.ports().files().expired(10)).isEmpty();
  }

  @Test
  void aFileStaysWhileAnyMessageRefersToIt() {
    UserId ada = register("ada");
    RoomId room = privateRoom(ada, "Secrets");
    FileInfo file = add(ada, 10);
    long first = appended(room, ada, with(file)).seq();
    long second = appended(room, ada, with(file)).seq();

    append(room, ada, new Change.Delete(first));
    assertThat(store.ports().files().find(file.id(), ada)).contains(file);
    assertThat(store.ports().files().expired(10)).isEmpty();
    append(room, ada, new Change.Delete(second));
    assertThat(store.ports().files().expired(10)).containsExactly(file.id());
  }

  @Test
  void whatIsNotPostedWithinADayIsDue() {
    UserId ada = register("ada");
    FileInfo file = add(ada, 10);
    passMillis(FileRecords.UNUSED.toMillis() - 1);
    assertThat(store.ports().files().expired(10)).isEmpty();
    passMillis(1);

    assertThat(store.ports().files().expired(10)).containsExactly(file.id());
    assertThat(store.ports().files().find(file.id(), ada)).isEmpty();
  }

  @Test
  void oneUsersFilesHaveTheirQuota() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    FileInfo file = add(ada, 600);
    assertRefused(() -> add(ada, 401), ErrorCode.TOO_LARGE);
    add(ada, 400);
    add(bob, 1000);
    assertThat(store.ports().files().used(ada)).isEqualTo(1000);

    store.ports().files().forget(file.id());
    assertThat(store.ports().files().used(ada)).isEqualTo(400);
  }

  private FileInfo add(UserId owner, long size) {
    FileInfo file =
        new FileInfo(
            FileId.random(), "engine.png", "image/png", size, 800, 600, new Thumbnail(480, 360));
    store.ports().files().add(file, owner, QUOTA);
    return file;
  }

  private static Change.Post with(FileInfo file) {
    return new Change.Post("", Mentions.NONE, null, null, List.of(file.id()), null);
  }

  private LastMessage last(RoomId room, UserId viewer) {
    return Objects.requireNonNull(store.ports().rooms().find(room, viewer).orElseThrow().last());
  }

  private List<Message> messages(RoomId room, UserId viewer) {
    return store.ports().log().messages(room, viewer, new HistoryWindow.Newest(), 50).items();
  }
}
