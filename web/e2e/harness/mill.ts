import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** A program on this machine that does what slash commands ask of it. */
export interface Mill {
  readonly url: string;
  /** What it has been asked: the command and its text. */
  readonly asked: readonly string[];
  /** What it answers from now on. */
  says(answer: { readonly response_type: "ephemeral" | "in_channel"; readonly text: string }): void;
  close(): void;
}

export async function openMill(): Promise<Mill> {
  let answer = "";
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await bodyOf(request));
    asked.push(`${form.get("command")} ${form.get("text")}`);
    response.setHeader("content-type", "application/json").end(answer);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    says: (next) => {
      answer = JSON.stringify(next);
    },
    close: () => server.close(),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
