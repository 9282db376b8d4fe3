/** The part of Trusted Types that a worker's address takes (W3C Trusted Types, section 2.3). */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: () => string },
  ): { createScriptURL(url: string): string };
}

const path = "/notifications.js";
const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
// The page's policy allows this one name; whoever asks it gets this one address.
const policy = trustedTypes?.createPolicy("notifications", { createScriptURL: () => path });

/** Starts the worker that shows what is pushed, if it does not run yet. */
export async function startWorker(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register(policy?.createScriptURL(path) ?? path);
  return navigator.serviceWorker.ready;
}

/** Where this browser is pushed to, if it is. */
export async function browserSubscription(): Promise<PushSubscription | undefined> {
  const registration = await navigator.serviceWorker.getRegistration("/");
  return (await registration?.pushManager.getSubscription()) ?? undefined;
}
