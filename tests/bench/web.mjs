// How fast an application is served to simulated clients, traced: `node tests/bench/web.mjs` runs what lies under tests/bench/web
// natively, in Node and in Chromium, in one run. ./dev bench web builds first.
//
//   --engines native,...   only these
//   --rounds N             how often each application runs in each engine (the best counts); 5 if not given
//
// A job is an application (NAME.py) and its scenario (NAME.json). It runs again and again in one process, as an edit does in the page; the
// best time is that of a re-run; between two runs an engine prepares the next as the page does (Simulation::prepare), and that is not
// measured. Time is the process's processor time, in Chromium the wall's. It measures and judges nothing, but all
// engines must give the same answers.

import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { start_engine } from "./engines/engine.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const engines = {
  native: () => start_engine(join(here, "../../build/native/tests/bench/engines/waiter_python_engine"), []),
  node: () => start_engine(process.execPath, [join(here, "engines/wasm_node.mjs")]),
  chromium: async () => (await import("./engines/wasm_chromium.mjs")).start_chromium(),
};

function options_of(args) {
  const options = { engines: Object.keys(engines), rounds: 5 };
  for (let i = 0; i < args.length; i += 2) {
    const name = args[i].replace(/^--/, "");
    if (!(name in options) || args[i + 1] === undefined) throw new Error(`${args[i]}: options are --engines and --rounds`);
    options[name] = name === "rounds" ? Number(args[i + 1]) : args[i + 1].split(",");
  }
  return options;
}

const options = options_of(process.argv.slice(2));
const jobs = mkdtempSync(join(tmpdir(), "waiter-bench-"));
const running = [];
try {
  for (const name of options.engines) {
    if (engines[name] === undefined) throw new Error(`There is no engine ${name}: ${Object.keys(engines).join(", ")}`);
    running.push(await engines[name]());
  }
  console.log(`the best of ${options.rounds} interleaved runs, in ms\n`);
  console.log(["".padEnd(18), ...running.map((engine) => engine.title.padStart(24)), "requests".padStart(10), "events".padStart(10), "trace bytes a request".padStart(23)].join(""));
  for (const file of readdirSync(join(here, "web")).filter((name) => name.endsWith(".py")).sort()) {
    const program = readFileSync(join(here, "web", file), "utf8");
    const job = join(jobs, file.replace(/py$/, "json"));
    writeFileSync(job, JSON.stringify({ program, scenario: JSON.parse(readFileSync(join(here, "web", file.replace(/py$/, "json")), "utf8")) }));
    const best = running.map(() => Infinity);
    let told;
    for (let round = 0; round < options.rounds; ++round) {
      for (const [i, engine] of running.entries()) {
        const answer = await engine.run(job);
        if (answer.error !== undefined) throw new Error(`${file}: ${engine.title}: ${answer.error}`);
        best[i] = Math.min(best[i], answer.ms);
        const { statuses, events, trace_bytes } = JSON.parse(answer.output);
        told ??= { statuses, events, trace_bytes };  // the first engine's bytes: in WebAssembly a lane's strings are smaller
        if (JSON.stringify([statuses, events]) !== JSON.stringify([told.statuses, told.events])) throw new Error(`${file}: ${engine.title} answers ${answer.output}`);
      }
    }
    const requests = Object.values(told.statuses).reduce((sum, count) => sum + count, 0);
    console.log(
      [
        file.replace(".py", "").padEnd(18),
        ...best.map((ms) => ms.toFixed(1).padStart(24)),
        String(requests).padStart(10),
        String(told.events).padStart(10),
        (told.trace_bytes / requests).toFixed(0).padStart(23),
      ].join(""),
    );
    console.log(`  ${Object.entries(told.statuses).map(([status, count]) => `${count} x ${status}`).join(", ")}`);
  }
} finally {
  for (const engine of running) await engine.stop?.();
  rmSync(jobs, { recursive: true });
}
