import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { type Cable, layCable } from "./cable.ts";
import { Person } from "./person.ts";
import { type Server, startServer } from "./server.ts";

/** A server and a browser for a file of tests; each test brings its own people. */
export class Stage {
  readonly server: Server;
  readonly #browser: Browser;
  readonly #contexts: BrowserContext[] = [];
  readonly #cables: Cable[] = [];

  private constructor(server: Server, browser: Browser) {
    this.server = server;
    this.#browser = browser;
  }

  /** Pages of these origins may connect to the server, beside its own. */
  static async open(origins: readonly string[] = []): Promise<Stage> {
    const [server, browser] = await Promise.all([startServer(origins), launchBrowser()]);
    return new Stage(server, browser);
  }

  /** Somebody with a browser profile, a window and a network cable of their own. */
  async person(options: BrowserContextOptions = {}): Promise<Person> {
    const cable = await layCable(this.server.url);
    this.#cables.push(cable);
    const context = await this.#browser.newContext({
      baseURL: cable.url.origin,
      viewport: { width: 1280, height: 800 },
      reducedMotion: "reduce",
      ...options,
    });
    context.setDefaultTimeout(15_000);
    this.#contexts.push(context);
    const person = new Person(await context.newPage(), cable);
    await person.watch();
    return person;
  }

  /** Ada, who has made a public room, and Bob, who has joined it. */
  async pairIn(room: string): Promise<{ readonly ada: Person; readonly bob: Person }> {
    const [ada, bob] = await Promise.all([this.person(), this.person()]);
    await Promise.all([ada.signUp("Ada Lovelace"), bob.signUp("Bob Kahn")]);
    await ada.createRoom(room);
    await bob.joinRoom(room);
    return { ada, bob };
  }

  /** Everybody leaves. */
  async clear(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
    await Promise.all(this.#cables.splice(0).map((cable) => cable.close()));
  }

  async close(): Promise<void> {
    await this.clear();
    await this.#browser.close();
    await this.server.stop();
  }
}
