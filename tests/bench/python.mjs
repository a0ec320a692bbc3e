// How fast the language is beside others: `node tests/bench/python.mjs` runs the programs under tests/bench/python in every
// engine, in one run, and prints each engine's time as a multiple of CPython's. ./dev bench python builds and installs first.
//
//   --engines cpython,native,...   only these (cpython is always there: it is the 1.00)
//   --programs fib,...             only programs whose name has one of these in it
//   --rounds N                     how often each program runs in each engine (the best counts); 5 if not given
//
// A round runs one program in every engine before the next round begins, so that a busy moment of the machine meets all. What is
// measured goes from the program's text to its last instruction, compiling included, the engine's own start excluded. Time is the
// process's processor time, in Chromium the wall's. It measures and judges nothing, but all of ours must print what CPython prints; a peer that does
// not is left out of that program.

import { readdirSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { start_engine } from "./engines/engine.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const build = join(here, "../../build");

/** The CPython 3.11 that Debian built with profile and link-time optimisation, if it is there: others are slower. */
function find_cpython() {
  for (const python of ["/usr/bin/python3.11", "python3.11", "python3"]) {
    const version = spawnSync(python, ["-c", "import sys; print(*sys.version_info[:2])"], { encoding: "utf8" });
    if (version.status === 0 && version.stdout.trim() === "3 11") return python;
  }
  throw new Error("There is no CPython 3.11 on the PATH: it is what everything is compared with");
}

const engines = {
  cpython: () => start_engine(find_cpython(), [join(here, "engines/cpython.py")]),
  native: () => start_engine(join(build, "native/tests/bench/engines/waiter_python_engine"), []),
  node: () => start_engine(process.execPath, [join(here, "engines/wasm_node.mjs")]),
  chromium: async () => (await import("./engines/wasm_chromium.mjs")).start_chromium(),
  pyodide: () => start_engine(process.execPath, [join(here, "engines/pyodide.mjs")]),
  micropython: () => start_engine(process.execPath, [join(here, "engines/micropython.mjs")]),
};

function options_of(args) {
  const options = { engines: Object.keys(engines), programs: [""], rounds: 5 };
  for (let i = 0; i < args.length; i += 2) {
    const name = args[i].replace(/^--/, "");
    if (!(name in options) || args[i + 1] === undefined) throw new Error(`${args[i]}: options are --engines, --programs and --rounds`);
    options[name] = name === "rounds" ? Number(args[i + 1]) : args[i + 1].split(",");
  }
  return options;
}

const geometric_mean = (values) => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

async function best_times(running, path, rounds) {
  const best = running.map(() => Infinity);
  let expected;
  for (let round = 0; round < rounds; ++round) {
    for (const [i, engine] of running.entries()) {
      if (best[i] === undefined) continue;
      const answer = await engine.run(path);
      if (answer.error !== undefined) {
        console.log(`  ${engine.title} does not run it: ${answer.error.trim().split("\n").at(-1)}`);
        best[i] = undefined;
        continue;
      }
      expected ??= answer.output;
      if (answer.output !== expected) {
        const difference = `${path}: ${engine.title} printed ${answer.output.slice(0, 200)} and not ${expected.slice(0, 200)}`;
        if (engine.title.startsWith("One Waiter")) throw new Error(difference);
        console.log(`  ${engine.title} prints something else, and does not count`);  // MicroPython's dict has no order
        best[i] = undefined;
        continue;
      }
      best[i] = Math.min(best[i], answer.ms);
    }
  }
  return best;
}

async function main() {
  const options = options_of(process.argv.slice(2));
  const names = options.engines.includes("cpython") ? options.engines : ["cpython", ...options.engines];
  const running = [];
  for (const name of names) {
    if (engines[name] === undefined) throw new Error(`There is no engine ${name}: ${Object.keys(engines).join(", ")}`);
    running.push(await engines[name]());
  }
  const programs = readdirSync(join(here, "python")).filter((file) => file.endsWith(".py") && options.programs.some((part) => file.includes(part)));
  console.log(`${programs.length} programs, the best of ${options.rounds} interleaved runs; ${running[0].title} = 1.00, smaller is faster\n`);
  console.log(`${"".padEnd(18)}${"ms".padStart(8)}${running.slice(1).map((engine) => engine.title.padStart(28)).join("")}`);
  const ratios = running.map(() => []);
  for (const program of programs.sort()) {
    const best = await best_times(running, join(here, "python", program), options.rounds);
    const cells = best.map((ms) => (ms === undefined ? undefined : ms / best[0]));
    cells.forEach((ratio, i) => ratio !== undefined && ratios[i].push(ratio));
    console.log(`${program.replace(".py", "").padEnd(18)}${best[0].toFixed(1).padStart(8)}` +
      cells.slice(1).map((ratio) => (ratio === undefined ? "-" : ratio.toFixed(2)).padStart(28)).join(""));
  }
  const row = (name, of) => console.log(`${name.padEnd(26)}${ratios.slice(1).map((each) => of(each).toFixed(2).padStart(28)).join("")}`);
  console.log("");
  row("geometric mean", geometric_mean);
  row("slowest", (each) => Math.max(...each));
  for (const engine of running) await engine.stop();
}

await main();
