// Shows what is pushed while no page looks, and opens the message that was meant.

self.addEventListener("push", (event) => {
  const message = event.data?.json();
  if (message?.type === "message") event.waitUntil(show(message));
});

/** One notification a room: the newest message takes the place of the one before. */
function show({ room, seq, title, text }) {
  return self.registration.showNotification(title, {
    body: text,
    tag: room,
    renotify: true,
    data: { room, seq, path: `/rooms/${room}/${seq}` },
  });
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.path));
});

async function open(path) {
  const [page] = await self.clients.matchAll({ type: "window" });
  if (page === undefined) return self.clients.openWindow(path);
  await page.focus();
  return page.navigate(path);
}
