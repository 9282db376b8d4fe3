import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
};

/** A static server for pages of an origin of their own. */
export interface Pages {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the files that lie in a folder; `/` is its index.html. */
export async function servePages(folder: URL): Promise<Pages> {
  const server = createServer(async (request, response) => {
    const name = request.url === "/" ? "index.html" : (request.url ?? "").replaceAll("/", "");
    try {
      const content = await readFile(new URL(name, folder));
      response.setHeader("content-type", types[extname(name)] ?? "application/octet-stream");
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
