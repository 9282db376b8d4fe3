import type { Chat, ChatState } from "@parley/client";
import { recall, remember } from "../storage/local.ts";
import { closeStale } from "./stale.ts";
import { browserSubscription, startWorker } from "./worker.ts";

/** What the server calls this browser, for each person who is notified here. */
const nameOf = (user: string) => `parley:push:${user}`;

/** Whether this browser can be notified while no page is open. */
export function canBeNotified(): boolean {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

/** Whether this person is notified on this device. */
export async function isNotified(user: string): Promise<boolean> {
  const allowed = Notification.permission === "granted" && recall(nameOf(user)) !== undefined;
  return allowed && (await browserSubscription()) !== undefined;
}

/** Asks the person, then has them notified on this device; false where the browser forbids it. */
export async function beNotified(chat: Chat, user: string): Promise<boolean> {
  return (await Notification.requestPermission()) === "granted" && (await subscribe(chat, user));
}

/**
 * Tells the server of this browser again, for a person who is notified here: the session in which they chose it may
 * have ended, and the browser may have a new address.
 */
export async function stayNotified(chat: Chat, user: string): Promise<void> {
  if (canBeNotified() && (await isNotified(user))) await subscribe(chat, user);
}

async function subscribe(chat: Chat, user: string): Promise<boolean> {
  const registration = await startWorker();
  const { endpoint, keys } = (
    await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: await chat.pushKey(),
    })
  ).toJSON();
  const { p256dh, auth } = keys ?? {};
  if (endpoint === undefined || p256dh === undefined || auth === undefined) return false;
  remember(nameOf(user), await chat.subscribePush({ endpoint, p256dh, auth }));
  return true;
}

/** Has them notified on this device no more. */
export async function beLeftAlone(chat: Chat, user: string): Promise<void> {
  const subscription = recall(nameOf(user));
  remember(nameOf(user), undefined);
  await (await browserSubscription())?.unsubscribe();
  if (subscription !== undefined) await chat.unsubscribePush(subscription);
}

/** Takes away what is shown here of messages that were read or deleted meanwhile. */
export async function takeBack(rooms: ChatState["rooms"]): Promise<void> {
  if (!canBeNotified() || Notification.permission !== "granted") return;
  const registration = await navigator.serviceWorker.getRegistration("/");
  if (registration !== undefined) await closeStale(registration, rooms);
}
