import type { Locator, Page } from "playwright-core";
import type { Cable } from "./cable.ts";

const PASSWORD = "correct horse battery";

let people = 0;

/** Somebody at a browser, who does what people do: by names and roles, as assistive technology sees them. */
export class Person {
  readonly page: Page;
  readonly cable: Cable;
  /** Unique in the run, unless another is chosen at sign-up. */
  username: string;
  displayName = "";
  /** What the page did that a page must not do: errors, and violations of its content security policy. */
  readonly complaints: string[] = [];

  constructor(page: Page, cable: Cable) {
    this.page = page;
    this.cable = cable;
    people += 1;
    this.username = `person${people}.${process.pid}`;
  }

  /** Notes complaints from the first moment of every page. */
  async watch(): Promise<void> {
    await this.page.exposeFunction("complain", (what: string) => this.complaints.push(what));
    await this.page.addInitScript(() => {
      const { complain } = globalThis as unknown as { complain: (what: string) => void };
      addEventListener("securitypolicyviolation", (event) =>
        complain(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
      );
    });
    this.page.on("pageerror", (problem) => this.complaints.push(`error: ${problem.message}`));
    this.page.on("dialog", async (dialog) => {
      this.complaints.push(`dialog: ${dialog.message()}`);
      await dialog.dismiss();
    });
  }

  async signUp(displayName: string, username = this.username): Promise<void> {
    await this.page.goto("/");
    await this.signUpHere(displayName, username);
  }

  /** The same, on the page that is open: it asks one to sign in. */
  async signUpHere(displayName: string, username: string): Promise<void> {
    this.displayName = displayName;
    this.username = username;
    await this.page.getByRole("button", { name: "Create an account" }).click();
    await this.page.getByLabel("Your name").fill(displayName);
    await this.page.getByLabel("Username").fill(this.username);
    await this.page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await this.page.getByRole("button", { name: "Create account" }).click();
    await this.conversations.waitFor();
  }

  /** Signs in to the account that somebody, in another window, has made. */
  async signInAs(other: Person): Promise<void> {
    this.displayName = other.displayName;
    await this.page.goto("/");
    await this.page.getByLabel("Username").fill(other.username);
    await this.page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await this.page.getByRole("button", { name: "Sign in" }).click();
    await this.conversations.waitFor();
  }

  get conversations(): Locator {
    return this.page.getByRole("navigation", { name: "Conversations" });
  }

  get composer(): Locator {
    return this.page.getByRole("textbox", { name: /^Message / });
  }

  get feed(): Locator {
    return this.page.getByRole("feed", { name: "Messages" });
  }

  /** The rows of the timeline that show this text, exactly. */
  messages(text: string): Locator {
    return this.feed.getByRole("article").filter({ has: this.page.getByText(text, { exact: true }) });
  }

  async createRoom(name: string): Promise<void> {
    await this.conversations.getByRole("button", { name: "Create a room" }).click();
    const dialog = this.page.getByRole("dialog", { name: "Create a room" });
    await dialog.getByLabel("Name", { exact: true }).fill(name);
    await dialog.getByRole("button", { name: "Create room" }).click();
    await this.page.getByRole("heading", { name }).first().waitFor();
    await this.composer.waitFor();
  }

  async joinRoom(name: string): Promise<void> {
    await this.conversations.getByRole("button", { name: "Browse rooms" }).click();
    const dialog = this.page.getByRole("dialog", { name: "Browse rooms" });
    await dialog.getByLabel("Find a room").fill(name);
    await dialog.getByRole("button", { name: `Join ${name}` }).click();
    await dialog.waitFor({ state: "detached" });
    await this.composer.waitFor();
  }

  /** Opens the private conversation with somebody. */
  async openDirect(other: Person): Promise<void> {
    await this.conversations.getByRole("button", { name: "New message" }).click();
    const dialog = this.page.getByRole("dialog", { name: "New message" });
    await dialog.getByRole("combobox", { name: "To" }).fill(other.username);
    await dialog.getByRole("option", { name: `@${other.username}` }).click();
    await dialog.getByRole("button", { name: "Open conversation" }).click();
    await dialog.waitFor({ state: "detached" });
    await this.composer.waitFor();
  }

  /** Opens a conversation from the list. */
  async open(name: string): Promise<void> {
    await this.conversations.getByRole("link", { name }).first().click();
    await this.composer.waitFor();
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press("Enter");
  }

  /** Focuses a message for a key, once the room has it: what is on its way has no actions yet. */
  async focusOn(text: string): Promise<void> {
    await this.messages(text).locator("[aria-label='Message actions']").waitFor({ state: "attached" });
    await this.messages(text).focus();
  }

  /** Waits until the text stands in the timeline. */
  async sees(text: string): Promise<void> {
    await this.messages(text).first().waitFor();
  }
}
