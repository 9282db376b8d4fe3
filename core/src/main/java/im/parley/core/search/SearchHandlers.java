package im.parley.core.search;

import static java.util.Objects.requireNonNull;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Handler;
import im.parley.protocol.command.SearchMessages;
import im.parley.protocol.reply.Hits;
import java.util.List;

/** Carries out the search for messages. */
public final class SearchHandlers {

  private final MessageSearch messages;

  private SearchHandlers(MessageSearch messages) {
    this.messages = messages;
  }

  /** The handler of {@code message.search}. */
  public static List<Handler<?, ?>> of(MessageSearch messages) {
    return List.of(
        new Handler.ForSignedIn<>(SearchMessages.TYPE, new SearchHandlers(messages)::search));
  }

  private Hits search(Caller.SignedIn caller, SearchMessages command) {
    return messages.find(
        new MessageSearch.Search(
            caller.user(),
            WantedWords.of(command.query()),
            new MessageSearch.Filter(
                command.room(),
                command.by(),
                command.since(),
                command.until(),
                Boolean.TRUE.equals(command.hasFile())),
            requireNonNull(command.limit()),
            command.after()));
  }
}
