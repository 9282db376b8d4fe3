import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { HtmlTagDescriptor, Plugin } from "vite";

const bootSource = fileURLToPath(new URL("../src/theme/boot.js", import.meta.url));
const preloadedFonts = /atkinson-hyperlegible-(next|mono)-latin-wght-normal.*\.woff2$/;

/**
 * Completes the document's head with what must stand there under hashed names: the classic script
 * that sets the theme before the first paint (a module would run after it), and a preload for each
 * of the two fonts that every screen needs.
 */
export function documentHead(): Plugin {
  let boot = "";
  return {
    name: "parley:document-head",
    async buildStart() {
      if (this.environment.mode !== "build") return;
      const source = await readFile(bootSource, "utf8");
      boot = this.emitFile({ type: "asset", name: "boot.js", source });
    },
    generateBundle() {
      if (boot !== "") boot = this.getFileName(boot);
    },
    transformIndexHtml: {
      order: "post",
      handler(_html, context) {
        if (context.bundle === undefined) return [script(`/@fs${bootSource}`)];
        const fonts = Object.keys(context.bundle).filter((name) => preloadedFonts.test(name));
        return [script(`/${boot}`), ...fonts.map(preload)];
      },
    },
  };
}

function script(src: string): HtmlTagDescriptor {
  return { tag: "script", attrs: { src }, injectTo: "head-prepend" };
}

function preload(name: string): HtmlTagDescriptor {
  const attrs = { rel: "preload", as: "font", type: "font/woff2", crossorigin: true };
  return { tag: "link", attrs: { ...attrs, href: `/${name}` }, injectTo: "head" };
}
