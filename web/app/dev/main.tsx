import "@fontsource-variable/atkinson-hyperlegible-next/index.css";
import "@fontsource-variable/atkinson-hyperlegible-next/wght-italic.css";
import "@fontsource-variable/atkinson-hyperlegible-mono/index.css";
import "../src/tokens.css";
import "../src/base.css";
import "../src/controls.css";
import "../src/people/avatar.css";
import { signal } from "@preact/signals";
import { render } from "preact";
import { createNavigator } from "../src/navigation/navigator.ts";
import type { Session } from "../src/session/session.ts";
import { Shell } from "../src/shell/shell.tsx";
import { SignIn } from "../src/sign-in/sign-in.tsx";
import { openDatabase } from "../src/storage/database.ts";
import { createDrafts } from "../src/storage/drafts.ts";
import { createStore, StoreContext } from "../src/store.ts";
import { watchAttention } from "../src/ui/attentive.ts";
import { createFakeChat } from "./fake-chat.ts";

const session: Session = {
  state: signal({ kind: "signed-in" }),
  register: async () => undefined,
  signIn: async () => undefined,
  signOut: async () => undefined,
  end: () => undefined,
  access: async () => ({ accessToken: "" }),
};

const chat = createFakeChat();
const drafts = createDrafts(openDatabase(), chat);
drafts.write({ room: "critique" }, "What if the");
// The script that takes the pictures changes the state through this.
Object.assign(globalThis, { chat });

watchAttention();
const root = document.querySelector("#app");
if (root !== null) {
  render(
    location.search === "?sign-in" ? (
      <SignIn session={session} notice="This session was ended. Sign in again." />
    ) : (
      <StoreContext.Provider
        value={createStore({
          chat,
          drafts,
          navigator: createNavigator(),
          session,
          forget: async () => undefined,
        })}
      >
        <Shell />
      </StoreContext.Provider>
    ),
    root,
  );
}
