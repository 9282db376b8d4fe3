const room = "/rooms/release";

/** Shows three new messages' worth of life: my message on its way, and two people typing. */
async function live(page) {
  await page.evaluate(() => {
    const { chat } = globalThis;
    const users = [...chat.state.users.values()];
    const id = (name) => users.find((user) => user.username === name).id;
    const until = Date.now() + 60_000;
    chat.changeRoom("release", () => ({
      typing: [{ user: id("maja"), until }, { user: id("ama"), until }],
      outgoing: [
        {
          key: "o1",
          text: "No reason, 5 s was a test value I forgot. 30 s is right, and I will review `rc.4` now.",
          at: new Date().setHours(13, 56, 0, 0),
          status: { kind: "sending", since: Date.now() - 900 },
        },
      ],
    }));
  });
  await page.locator("#composer").fill("Thanks Maja, approving once the pipeline is green");
}

/** Looks for an emoji for the last message. */
async function react(page) {
  const last = page.getByRole("article").last();
  await last.hover();
  await last.getByRole("button", { name: "React" }).click();
}

/** Its messages last a day: two are about to go, one has gone. */
async function expiring(page) {
  await page.getByRole("feed", { name: "Messages" }).waitFor();
  await page.evaluate(() => {
    const end = new Date().setHours(15, 40, 0, 0);
    globalThis.chat.changeRoom("release", ({ timeline }) => ({
      expireSeconds: 86_400,
      timeline: {
        ...timeline,
        items: timeline.items.map((item, index) => {
          if (item.kind !== "message") return item;
          if (index === timeline.items.length - 3) {
            return { ...item, text: "", deleted: true, expired: true, reactions: undefined };
          }
          return { ...item, expiresAt: new Date(end + index * 60_000).toISOString() };
        }),
      },
    }));
  });
}

const sizes = [
  [360, 780],
  [768, 1024],
  [1280, 800],
  [1440, 900],
  [1920, 1080],
];

/** Opens the form of a poll, with too little in it. */
async function poll(page) {
  await page.getByRole("button", { name: "Attach" }).click();
  await page.getByRole("menuitem", { name: "Poll" }).click();
  await page.getByLabel("Question").fill("Where do we meet?");
  await page.getByRole("button", { name: "Send poll" }).click();
}

async function sendLater(page) {
  await page.locator("#composer").fill("Cutover in five minutes");
  await page.getByRole("button", { name: "Send later" }).click();
}

async function scheduled(page) {
  await sendLater(page);
  await page.getByRole("button", { name: "Scheduled messages" }).click();
  await page.getByRole("dialog", { name: "Scheduled messages" }).getByRole("listitem").first().waitFor();
}

/** Names a slash command. */
async function slash(page) {
  await page.locator("#composer").pressSequentially("/");
  await page.getByRole("option").first().waitFor();
}

/** Has a slash command carried out, and then one that there is not. */
async function slashAnswer(page) {
  await page.locator("#composer").fill("/weather");
  await page.keyboard.press("Enter");
  await page.getByText("Only you see this").waitFor();
  await page.locator("#composer").fill("/spin");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Send as text" }).waitFor();
}

/** Makes a slash command in the details. */
async function slashForm(page) {
  const commands = page.getByRole("region", { name: "Slash commands" });
  await commands.getByRole("button", { name: "New command" }).click();
  await commands.scrollIntoViewIfNeeded();
}

const rooms = sizes.flatMap(([width, height]) =>
  [false, true].map((dark) => scene(`${dark ? "dark" : "light"}-${width}`, width, height, dark, room, live)),
);

function scene(name, width, height, dark, path, act) {
  return { name, width, height, dark, path, act };
}

const open = (selector) => async (page) => {
  await page.locator(selector).first().click();
  await page.waitForTimeout(250);
};

export const scenes = [
  ...rooms,
  scene("react-1280", 1280, 800, false, room, react),
  scene("react-1280-dark", 1280, 800, true, room, react),
  ...sizes.map(([width, height]) =>
    scene(`thread-${width}`, width, height, width === 1280, `${room}/304/thread`, async (page) => {
      await page.getByRole("feed", { name: "Replies" }).waitFor();
    }),
  ),
  scene("permalink-1280", 1280, 800, false, `${room}/300`),
  scene("permalink-dark", 1280, 800, true, `${room}/300`),
  scene("reply-1280", 1280, 800, false, room, async (page) => {
    const last = page.getByRole("article").last();
    await last.hover();
    await last.getByRole("button", { name: "Reply", exact: true }).click();
    await page.locator("#composer").pressSequentially("Hello @ma");
    await page.getByRole("option").first().waitFor();
  }),
  scene("menu-1280", 1280, 800, true, room, async (page) => {
    const last = page.getByRole("article").last();
    await last.hover();
    await last.getByRole("button", { name: "More", exact: true }).click();
  }),
  scene("reply-360", 360, 780, false, room, async (page) => {
    const last = page.getByRole("article").last();
    await last.focus();
    await page.keyboard.press("r");
  }),
  scene("pins-1280", 1280, 800, false, room, open("[aria-label='Pinned messages']")),
  ...[false, true].map((dark) =>
    scene(`search-${dark ? "dark" : "1280"}`, 1280, 800, dark, room, async (page) => {
      await page.keyboard.press("Control+Shift+F");
      await page.getByRole("combobox", { name: "Search messages" }).pressSequentially("step");
      await page.getByRole("option").first().waitFor();
    }),
  ),
  scene("search-360", 360, 780, false, room, async (page) => {
    await page.getByRole("button", { name: "Search in this room" }).click();
    await page.getByRole("combobox", { name: "Search messages" }).pressSequentially("the");
    await page.getByRole("option").first().waitFor();
  }),
  scene("list-360", 360, 780, false, "/"),
  scene("list-360-dark", 360, 780, true, "/"),
  scene("home-1280", 1280, 800, false, "/"),
  scene("details-1440", 1440, 900, false, `${room}/details`, live),
  scene("details-1024", 1024, 768, true, `${room}/details`, live),
  scene("details-768", 768, 1024, false, `${room}/details`),
  scene("details-360", 360, 780, false, `${room}/details`),
  scene("manage-1440", 1440, 1100, false, `${room}/details`, open("[aria-label='Manage Tomasz Wilk']")),
  scene("edit-360-dark", 360, 780, true, `${room}/details`, open(".about .button")),
  scene("archived-1280", 1280, 800, false, room, (page) =>
    page.evaluate(() => globalThis.chat.changeRoom("release", () => ({ archived: true }))),
  ),
  scene("slow-360", 360, 780, false, room, (page) =>
    page.evaluate(() =>
      globalThis.chat.changeRoom("release", ({ timeline }) => ({
        role: "member",
        slowModeSeconds: 60,
        timeline: {
          ...timeline,
          items: timeline.items.map((item, index) =>
            index === timeline.items.length - 1
              ? { ...item, by: globalThis.chat.state.me.id, at: new Date().toISOString() }
              : item,
          ),
        },
      })),
    ),
  ),
  scene("expiring-light", 1280, 800, false, room, expiring),
  scene("expiring-dark", 1280, 800, true, room, expiring),
  scene("expiring-360", 360, 780, false, room, expiring),
  scene("expiring-edit-360", 360, 1100, true, `${room}/details`, open(".about .button")),
  scene("expiring-edit-1440", 1440, 1100, false, `${room}/details`, open(".about .button")),
  scene("empty-1280", 1280, 800, false, "/rooms/empty"),
  scene("loading-1280", 1280, 800, false, "/rooms/web"),
  scene("failed-1280", 1280, 800, false, "/rooms/web", (page) =>
    page.evaluate(() =>
      globalThis.chat.changeRoom("web", (before) => ({
        timeline: {
          ...before.timeline,
          loading: "none",
          problem: { code: "unavailable", message: "The server answered 503.", retry: true },
        },
      })),
    ),
  ),
  ...[false, true].map((dark) =>
    scene(`offline-${dark ? "dark" : "light"}`, 1024, 768, dark, room, async (page) => {
      await page.waitForLoadState("networkidle");
      await page.context().setOffline(true);
      await page.evaluate(() => {
        const { chat } = globalThis;
        chat.change(() => ({ connection: { kind: "offline", since: new Date().setHours(14, 2, 0, 0) } }));
        const texts = [
          "Boarding the 14:10, back online at Holyhead.",
          "If `rc.4` is green before then, go without me.",
        ];
        chat.changeRoom("release", () => ({
          outgoing: texts.map((text, index) => ({
            key: text,
            text,
            at: new Date().setHours(14, 3 + index, 0, 0),
            status: { kind: "queued" },
          })),
        }));
      });
    }),
  ),
  ...[false, true].map((dark) =>
    scene(`reconnecting-${dark ? "dark" : "light"}`, 1024, 768, dark, room, (page) =>
      page.evaluate(() => {
        const { chat } = globalThis;
        chat.change(() => ({ connection: { kind: "waiting", since: Date.now() - 9000, until: Date.now() + 4400 } }));
        const errors = [
          { code: "gone", message: "The room was archived.", retry: false },
          { code: "overloaded", message: "The server is busy.", retry: true },
        ];
        chat.changeRoom("release", () => ({
          outgoing: errors.map((error) => ({
            key: error.code,
            text: "Got it, I hold the pager from 16:00.",
            at: new Date().setHours(14, 6, 0, 0),
            status: { kind: "failed", error },
          })),
        }));
      }),
    ),
  ),
  scene("switcher-1280", 1280, 800, false, room, async (page) => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type("ti ma");
  }),
  scene("switcher-dark", 1280, 800, true, room, async (page) => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type("ti ma");
  }),
  scene("settings-1280", 1280, 800, false, room, open("[aria-label='Settings']")),
  scene("settings-dark", 1280, 800, true, room, open("[aria-label='Settings']")),
  scene("status-1280", 1280, 800, false, room, open(".me .own")),
  scene("status-360-dark", 360, 780, true, "/", open(".me .own")),
  scene("shortcuts", 1280, 800, false, room, (page) => page.keyboard.press("Control+/")),
  scene("new-message", 1280, 800, false, room, async (page) => {
    await open("[aria-label='New message']")(page);
    await page.keyboard.type("ma");
  }),
  scene("create-room", 1280, 800, false, room, async (page) => {
    await open("[aria-label='Create a room']")(page);
    await page.keyboard.type("Release desk");
    await page.keyboard.press("Enter");
  }),
  scene("create-room-360", 360, 780, true, "/", open("[aria-label='Create a room']")),
  scene("browse-rooms", 1280, 800, true, room, open("[aria-label='Browse rooms']")),
  ...[false, true].flatMap((dark) => [
    scene(`poll-${dark ? "360-dark" : "1280"}`, dark ? 360 : 1280, 800, dark, room, poll),
    scene(`send-later-${dark ? "360-dark" : "1280"}`, dark ? 360 : 1280, 800, dark, room, sendLater),
    scene(`scheduled-${dark ? "360-dark" : "1280"}`, dark ? 360 : 1280, 800, dark, room, scheduled),
    scene(`slash-${dark ? "360-dark" : "1280"}`, dark ? 360 : 1280, 800, dark, room, slash),
    scene(`slash-answer-${dark ? "360-dark" : "1280"}`, dark ? 360 : 1280, 800, dark, room, slashAnswer),
    scene(`slash-form-${dark ? "360-dark" : "1280"}`, dark ? 360 : 1280, 800, dark, `${room}/details`, slashForm),
  ]),
  scene("sign-in", 1280, 800, false, "/?sign-in"),
  scene("sign-up-360", 360, 780, true, "/?sign-in", open("text=Create an account")),
  scene("reflow-320", 320, 568, false, room, live),
];
