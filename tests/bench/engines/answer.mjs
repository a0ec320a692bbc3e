// The other side of engine.mjs, for engines that are JavaScript: answers each path that comes on standard input. `run(text)` runs a
// program and gives what it printed; time is this process's processor time, so that a busy machine does not count.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

export async function answer_paths(title, run) {
  const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);
  say({ engine: title });
  for await (const path of createInterface({ input: process.stdin })) {
    const text = readFileSync(path, "utf8");
    try {
      const before = process.cpuUsage();
      const output = run(text);
      const used = process.cpuUsage(before);
      say({ ms: (used.user + used.system) / 1e3, output });
      run.prepare?.();
    } catch (error) {
      say({ error: String(error.message ?? error) });
    }
  }
}
