import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A network cable between a browser and the server: a TCP proxy that can be pulled out. */
export interface Cable {
  /** What the browser is given in place of the server's address. */
  readonly url: URL;
  /** Every connection breaks, and no new one comes through. */
  cut(): void;
  /** New connections come through again. */
  restore(): void;
  close(): Promise<void>;
}

/** Lays a cable to a server. */
export async function layCable(server: URL): Promise<Cable> {
  const ends = new Set<Socket>();
  let isCut = false;
  const proxy = createServer((browser) => {
    if (isCut) {
      browser.destroy();
      return;
    }
    const upstream = connect(Number(server.port), server.hostname);
    join(browser, upstream, ends);
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const { port } = proxy.address() as AddressInfo;
  const cut = () => {
    isCut = true;
    for (const end of ends) end.destroy();
  };
  return {
    url: new URL(`http://127.0.0.1:${port}`),
    cut,
    restore: () => {
      isCut = false;
    },
    close: async () => {
      cut();
      proxy.close();
      await once(proxy, "close");
    },
  };
}

/** Joins two ends: what comes into one goes out of the other, and neither outlives the other. */
function join(browser: Socket, upstream: Socket, ends: Set<Socket>): void {
  for (const [from, to] of [
    [browser, upstream],
    [upstream, browser],
  ] as const) {
    ends.add(from);
    from.setNoDelay(true);
    from.pipe(to);
    from.on("error", () => from.destroy());
    from.on("close", () => {
      ends.delete(from);
      to.destroy();
    });
  }
}
