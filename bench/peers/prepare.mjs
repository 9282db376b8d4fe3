// Installs what the peers need, and compiles SQLite's binding with the headers of this Node, so that
// nothing is fetched but npm's packages. It takes a minute or two, and nothing when all is there.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const here = import.meta.dirname;
const modules = join(here, "node_modules");
const stamp = join(modules, ".prepared");
const nodeHome = dirname(dirname(realpathSync(process.execPath)));

if (state() === prepared()) process.exit(0);
demandTools();
run("npm", ["ci", "--ignore-scripts", "--loglevel=error"], here);
console.error("Compiling better-sqlite3 …");
run("npm", ["run", "--silent", "build-release"], join(modules, "better-sqlite3"));
run(process.execPath, ["-e", 'new (require("better-sqlite3"))(":memory:").close()'], here);
writeFileSync(stamp, state());

/** What an installation depends on. */
function state() {
  const lock = readFileSync(join(here, "package-lock.json"));
  return `${process.version} ${process.arch} ${createHash("sha256").update(lock).digest("hex")}\n`;
}

function prepared() {
  return existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
}

function demandTools() {
  const missing = [];
  if (!existsSync(join(nodeHome, "include/node/node.h"))) {
    missing.push(`Node's headers (${join(nodeHome, "include/node")}: install Node with them)`);
  }
  for (const tool of ["python3", "make", "g++"]) {
    if (spawnSync(tool, ["--version"]).status !== 0) {
      missing.push(`${tool} ('apt-get install ${tool}')`);
    }
  }
  if (missing.length > 0) {
    console.error(`To compile better-sqlite3, this is missing: ${missing.join(", ")}`);
    process.exit(1);
  }
}

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, npm_config_nodedir: nodeHome },
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) {
    console.error(`Failed: ${command} ${args.join(" ")}`);
    process.exit(1);
  }
}
