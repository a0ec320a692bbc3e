// How fast asyncio is beside others: `node tests/bench/asyncio.mjs` runs the programs under tests/bench/asyncio under CPython's own
// loop, uvloop and here (with the trace and without), in one run, and prints operations a second. ./dev bench asyncio builds first.
//
//   --programs tasks,...   only programs whose name has one of these in it
//   --rounds N             how often each program runs in each engine (the best counts); 5 if not given
//
// A round runs one program in every engine before the next round begins. Time is processor time, from the program's text to its last
// instruction: what sleeping waits for on a real clock is not in it. The number of operations stands in a program's first line. It
// measures and judges nothing, but all engines must print the same.

import { readdirSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { start_engine } from "./engines/engine.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const native = join(here, "../../build/native/tests/bench/engines/waiter_python_engine");

/** The CPython 3.11 that Debian built with profile and link-time optimisation, if it is there: others are slower. */
function find_cpython() {
  for (const python of ["/usr/bin/python3.11", "python3.11", "python3"]) {
    const version = spawnSync(python, ["-c", "import sys; print(*sys.version_info[:2])"], { encoding: "utf8" });
    if (version.status === 0 && version.stdout.trim() === "3 11") return python;
  }
  throw new Error("There is no CPython 3.11 on the PATH: it is what everything is compared with");
}

function options_of(args) {
  const options = { programs: [""], rounds: 5 };
  for (let i = 0; i < args.length; i += 2) {
    const name = args[i].replace(/^--/, "");
    if (!(name in options) || args[i + 1] === undefined) throw new Error(`${args[i]}: options are --programs and --rounds`);
    options[name] = name === "rounds" ? Number(args[i + 1]) : args[i + 1].split(",");
  }
  return options;
}

async function best_times(engines, path, rounds) {
  const best = engines.map(() => Infinity);
  let expected;
  for (let round = 0; round < rounds; ++round) {
    for (const [i, engine] of engines.entries()) {
      const answer = await engine.run(path);
      if (answer.error !== undefined) throw new Error(`${engine.title}: ${answer.error}`);
      expected ??= answer.output;
      if (answer.output !== expected) throw new Error(`${engine.title} prints ${JSON.stringify(answer.output.slice(0, 80))}`);
      best[i] = Math.min(best[i], answer.ms);
    }
  }
  return best;
}

const options = options_of(process.argv.slice(2));
const python = find_cpython();
const has_uvloop = spawnSync(python, ["-c", "import uvloop"]).status === 0;
const engines = [await start_engine(python, [join(here, "engines/cpython.py"), "--asyncio"])];
if (has_uvloop) engines.push(await start_engine(python, [join(here, "engines/cpython.py"), "--uvloop"]));
else console.log("uvloop is not installed for it (Debian: python3-uvloop): not compared with");
engines.push(await start_engine(native, ["--no-trace"]), await start_engine(native, ["--trace"]));

const titles = engines.map((engine) => engine.title);
console.log(["operations a second".padEnd(20), ...titles.map((title) => title.padStart(24)), "of CPython".padStart(12), "trace costs".padStart(12)].join(""));
for (const file of readdirSync(join(here, "asyncio")).sort()) {
  if (!options.programs.some((word) => file.includes(word))) continue;
  const path = join(here, "asyncio", file);
  const operations = Number(readFileSync(path, "utf8").match(/^# operations: (\d+)/)[1]);
  const best = await best_times(engines, path, options.rounds);
  const rates = best.map((ms) => Math.round((operations / ms) * 1000));
  const traced = best[best.length - 1], plain = best[best.length - 2];
  console.log(
    [
      file.replace(".py", "").padEnd(20),
      ...rates.map((rate) => rate.toLocaleString("en").padStart(24)),
      `${(best[0] / plain).toFixed(1)} x`.padStart(12),
      `${Math.round((traced / plain - 1) * 100)} %`.padStart(12),
    ].join(""),
  );
}
for (const engine of engines) engine.stop?.();
process.exit(0);
