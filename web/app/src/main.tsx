import "@fontsource-variable/atkinson-hyperlegible-next/index.css";
import "@fontsource-variable/atkinson-hyperlegible-next/wght-italic.css";
import "@fontsource-variable/atkinson-hyperlegible-mono/index.css";
import "./tokens.css";
import "./base.css";
import "./controls.css";
import "./people/avatar.css";
import { createAccounts } from "@parley/client";
import { render } from "preact";
import { App } from "./app.tsx";
import { deviceName } from "./session/device.ts";
import { createNavigator } from "./navigation/navigator.ts";
import { createSession, withLock } from "./session/session.ts";
import { watchSystemTheme } from "./theme/theme.ts";
import { watchAttention } from "./ui/attentive.ts";

// `keepalive` lets a rotation of the refresh token end well though the page is left meanwhile.
const accounts = createAccounts({
  origin: "",
  refreshToken: "cookie",
  device: deviceName(navigator.userAgent),
  fetch: (url, request) => fetch(url, { ...request, keepalive: true }),
});

watchAttention();
watchSystemTheme();
const root = document.querySelector("#app");
if (root !== null) {
  const session = createSession(accounts, withLock);
  render(<App session={session} navigator={createNavigator()} />, root);
}
