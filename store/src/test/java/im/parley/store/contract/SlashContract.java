package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.log.Change;
import im.parley.core.outbound.WebhookSecret;
import im.parley.core.slash.SlashCommands;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.SlashCommand;
import org.junit.jupiter.api.Test;

/** What {@link SlashCommands} promises. */
public abstract class SlashContract extends StoreContract {

  private static final WebhookSecret SECRET = new WebhookSecret("whsec_c2VjcmV0");

  @Test
  void isKeptWithItsBotAndRunByMembers() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Open");
    SlashCommand weave = create(room, ada, "weave");
    SlashCommand count = create(room, ada, "count");

    assertThat(commands().of(room)).containsExactly(count, weave);
    assertThat(store.ports().rooms().isMember(room, weave.bot())).isTrue();
    assertThat(store.ports().accounts().find(weave.bot()))
        .hasValueSatisfying(bot -> {
          assertThat(bot.displayName()).isEqualTo("/weave");
          assertThat(bot.bot()).isTrue();
        });
    assertThat(commands().toRun(room, "weave", ada))
        .isEqualTo(new SlashCommands.Ready(weave, SECRET));
  }

  @Test
  void aDeletedOneIsGoneWithItsBot() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Open");
    SlashCommand weave = create(room, ada, "weave");
    commands().delete(room, "weave", ada);

    assertThat(commands().of(room)).isEmpty();
    assertThat(store.ports().rooms().isMember(room, weave.bot())).isFalse();
    assertRefused(() -> commands().toRun(room, "weave", ada), ErrorCode.NOT_FOUND, "name");
    assertRefused(() -> commands().delete(room, "weave", ada), ErrorCode.NOT_FOUND, "name");
    create(room, ada, "weave");
  }

  @Test
  void onlyModeratorsMakeAndDeleteThemAndNotTooMany() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    UserId eve = register("eve");
    RoomId room = publicRoom(ada, "Open");
    append(room, bob, new Change.Join());
    create(room, ada, "c0");

    assertRefused(() -> create(room, bob, "c1"), ErrorCode.FORBIDDEN);
    assertRefused(() -> commands().delete(room, "c0", bob), ErrorCode.FORBIDDEN);
    assertThat(commands().toRun(room, "c0", bob).command().name()).isEqualTo("c0");
    assertRefused(() -> commands().toRun(room, "c0", eve), ErrorCode.FORBIDDEN);
    assertRefused(() -> create(room, ada, "c0"), ErrorCode.CONFLICT, "name");
    for (int i = 1; i < SlashCommands.MAX_PER_ROOM; i++) {
      create(room, ada, "c" + i);
    }
    assertRefused(() -> create(room, ada, "more"), ErrorCode.CONFLICT, "room");
  }

  private SlashCommands commands() {
    return store.ports().slashCommands();
  }

  private SlashCommand create(RoomId room, UserId by, String name) {
    SlashCommand command =
        new SlashCommand(
            room, name, "What it does", "https://mill.example.org/", UserId.random(), by, START);
    commands().create(command, "slash-" + command.bot(), SECRET);
    return command;
  }
}
