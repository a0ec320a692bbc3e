// An engine of `./dev bench python`: a program of its own that is told paths, one a line, and answers with JSON, one line each.
// Its first line says what it is: {"engine": "CPython 3.11.2"}.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export async function start_engine(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"], ...options });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${command} ended before it answered`);
    return JSON.parse(value);
  };
  const title = (await next()).engine;
  return {
    title,
    /** {ms, output} or {error}. */
    async run(path) {
      child.stdin.write(`${path}\n`);
      return next();
    },
    stop() {
      child.stdin.end();
    },
  };
}
