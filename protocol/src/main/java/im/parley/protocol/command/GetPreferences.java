package im.parley.protocol.command;

import im.parley.protocol.reply.PreferencesReply;

/** What the caller wants to be notified of. */
public record GetPreferences() implements Command<PreferencesReply> {

  public static final CommandType<GetPreferences, PreferencesReply> TYPE =
      CommandType.of(
          "preferences.get",
          GetPreferences.class,
          PreferencesReply.class,
          Route.get("/me/preferences"));

  @Override
  public CommandType<GetPreferences, PreferencesReply> type() {
    return TYPE;
  }
}
