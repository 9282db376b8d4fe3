import { useSignalEffect } from "@preact/signals";
import { createChat, type Chat } from "@parley/client";
import { useEffect, useState } from "preact/hooks";
import { forgetUploads } from "./files/uploads.ts";
import type { Navigator } from "./navigation/navigator.ts";
import type { Session } from "./session/session.ts";
import { Shell } from "./shell/shell.tsx";
import { SignIn } from "./sign-in/sign-in.tsx";
import { clearDatabase, openDatabase } from "./storage/database.ts";
import { createDrafts } from "./storage/drafts.ts";
import { createOutgoingStorage } from "./storage/outgoing.ts";
import { createThreadStorage } from "./storage/threads.ts";
import { forgetCopies } from "./timeline/copied.ts";
import { closeDialog } from "./ui/open-dialog.ts";
import { forgetUndo } from "./ui/undo.tsx";
import { forgetAnswers } from "./slash/answers.ts";
import { createStore, StoreContext, type Store } from "./store.ts";

interface AppProps {
  session: Session;
  navigator: Navigator;
}

/** The whole app: the sign-in page, or the conversations of whoever is signed in. */
export function App({ session, navigator }: AppProps) {
  const state = session.state.value;
  if (state.kind === "signed-out") return <SignIn session={session} notice={state.notice} />;
  return <SignedIn session={session} navigator={navigator} />;
}

function SignedIn({ session, navigator }: AppProps) {
  const [store] = useState(() => connect({ session, navigator }));
  useEffect(() => {
    return () => {
      store.chat.close();
      closeDialog();
      forgetUploads();
      forgetAnswers();
      forgetCopies();
      forgetUndo();
      document.title = "Parley";
    };
  }, [store]);
  useSignalEffect(() => {
    const { connection, drafts, me } = store.state.value;
    if (me !== undefined) void store.drafts.load(me.id);
    if (drafts !== undefined) store.drafts.follow(drafts);
    if (connection.kind === "ended") session.end(connection.reason);
  });
  return (
    <StoreContext.Provider value={store}>
      <Shell />
    </StoreContext.Provider>
  );
}

function connect({ session, navigator }: AppProps): Store {
  const database = openDatabase();
  const chat: Chat = createChat({
    url: `${location.origin.replace(/^http/, "ws")}/v1/connect`,
    access: (refused) => session.access(refused),
    storage: createOutgoingStorage(database),
    threadStorage: createThreadStorage(database),
  });
  return createStore({
    chat,
    drafts: createDrafts(database, chat),
    navigator,
    session,
    forget: () => clearDatabase(database),
  });
}
