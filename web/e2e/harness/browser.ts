import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";

const cache = fileURLToPath(new URL("../.cache", import.meta.url));
const HOST_NSS = ["/usr/lib/x86_64-linux-gnu/libnss3.so", "/usr/lib64/libnss3.so", "/usr/lib/libnss3.so"];

/**
 * Not the package's own flags: they put all windows into one process and switch web security off. There is no sandbox
 * for root.
 */
const FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"];

/**
 * The Chromium that comes inside an npm package: nothing is downloaded. It is unpacked once into a folder of this
 * workspace; where the host lacks the NSS libraries, those of the package are unpacked and used, too.
 */
async function unpackedBrowser(): Promise<string> {
  await mkdir(cache, { recursive: true });
  process.env["TMPDIR"] = cache;
  if (!HOST_NSS.some((path) => existsSync(path))) {
    process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs22.x";
    const libraries = join(cache, "al2023", "lib");
    process.env["LD_LIBRARY_PATH"] = [libraries, process.env["LD_LIBRARY_PATH"] ?? ""].join(":");
  }
  const { default: bundle } = await import("@sparticuz/chromium");
  return bundle.executablePath();
}

/** Unpacks the browser before files of tests run beside each other, each of which would. */
export async function setup(): Promise<void> {
  await unpackedBrowser();
}

/** Launches the browser. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await unpackedBrowser(), args: FLAGS, headless: true });
}
