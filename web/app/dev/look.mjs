// Takes pictures of the built look page in Chromium under the product's content security policy, and
// runs axe on each. Writes to node_modules/.look/pictures; ends with 1 if anything is violated.
import { createServer } from "node:http";
import { mkdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
import { scenes } from "./scenes.mjs";

const root = join(import.meta.dirname, "../node_modules/.look");
const pictures = join(root, "pictures");
const axe = await readFile(
  new URL("../../node_modules/axe-core/axe.min.js", import.meta.url),
  "utf8",
);
const policy = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'",
  "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'",
  "require-trusted-types-for 'script'; trusted-types notifications",
].join("; ");
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2" };

const server = createServer(async (request, response) => {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  const file = path.startsWith("/assets/") ? path : "/index.html";
  const body = await readFile(join(root, file)).catch(() => undefined);
  response.writeHead(body ? 200 : 404, {
    "Content-Type": types[extname(file)] ?? "application/octet-stream",
    "Content-Security-Policy": policy,
  });
  response.end(body);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${server.address().port}`;
await mkdir(pictures, { recursive: true });

const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: ["--no-sandbox", "--font-render-hinting=none"],
});
let problems = 0;
const only = process.argv[2];
for (const scene of scenes.filter(({ name }) => only === undefined || name.includes(only))) {
  problems += await look(scene);
}
await browser.close();
server.close();
process.exitCode = problems === 0 ? 0 : 1;

async function look({ name, width, height, dark, path, act }) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    deviceScaleFactor: width < 640 ? 2 : 1,
    hasTouch: width < 640,
    isMobile: width < 640,
    locale: "en-GB",
    bypassCSP: false,
  });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error.stack)));
  await page.goto(origin + path);
  await page.evaluate(() => document.fonts.ready);
  await act?.(page);
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  complaints.push(...(await violations(page)));
  for (const complaint of complaints) process.stdout.write(`${name}: ${complaint}\n`);
  await context.close();
  return complaints.length;
}

/** axe needs to be evaluated as a string, which the page's policy forbids: the debugger may. */
async function violations(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: axe });
  const { result } = await session.send("Runtime.evaluate", {
    expression:
      "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => JSON.stringify(r.violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 4).map((n) => `${n.target} ${n.any.concat(n.all, n.none).map((c) => c.message).join('; ')}`).join(' | ')}`)))",
    awaitPromise: true,
    returnByValue: true,
  });
  return JSON.parse(result.value ?? "[]");
}
