import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { createInterface } from "node:readline";

/** A program in a terminal: what it prints is read line by line, and lines are typed into it. */
export class Program {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  /** Tells of every line, and of the end. */
  readonly #news = new EventEmitter();
  #hasEnded = false;
  /** Every line that it has printed, on either stream. */
  readonly lines: string[] = [];

  constructor(command: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
    this.#child = spawn(command, args, { env: { ...process.env, ...environment } });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream !== null) createInterface(stream).on("line", (line) => this.#heard(line));
    }
    this.#ended = once(this.#child, "close");
    this.#child.once("close", () => {
      this.#hasEnded = true;
      this.#news.emit("change");
    });
  }

  #heard(line: string): void {
    this.lines.push(line);
    this.#news.emit("change");
  }

  /** Waits for a line with this text; fails when the program ends without one. */
  async prints(text: string): Promise<void> {
    while (!this.lines.some((line) => line.includes(text))) {
      if (this.#hasEnded) throw new Error(`It ended without "${text}":\n${this.lines.join("\n")}`);
      await once(this.#news, "change");
    }
  }

  type(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }

  /** Nothing more is typed; resolves with the exit code when the program has ended. */
  async finish(): Promise<number | null> {
    this.#child.stdin?.end();
    await this.#ended;
    return this.#child.exitCode;
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }
}
