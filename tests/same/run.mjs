// A run with a given seed is identical natively and in WebAssembly: every conformance program of one file is run in both, and all that the
// two tell (lanes, events, output, error) is compared: `node tests/same/run.mjs [FILTER]`, after `cmake --build build/native` and
// `cmake --build build/web --target waiter_told_wasm`. A stage of ./dev test.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { call_with_text } from "../bench/engines/wasm_program.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const repository = join(here, "../..");
const conformance = join(here, "../conformance");

function programs(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return programs(path);
    return entry.name.endsWith(".py") ? [path] : [];
  });
}

/** A module of a program of several files, or what is shown by who cannot be compared, says so in its first lines. */
const is_whole = (path) => !/^from \.|^import (shop|pack)|^# .*\(native alone:/m.test(readFileSync(path, "utf8").slice(0, 2000));

const native = spawn(join(repository, "build/native/tests/same/waiter_told"), { stdio: ["pipe", "pipe", "inherit"] });
const lines = createInterface({ input: native.stdout })[Symbol.asyncIterator]();
const built = join(repository, "build/web/same/waiter_told");
const module = await createRequire(import.meta.url)(`${built}.js`)({ wasmBinary: readFileSync(`${built}.wasm`) });  // Node's fetch takes no path

async function native_told(path) {
  native.stdin.write(`${path}\n`);
  const { value, done } = await lines.next();
  if (done) throw new Error(`the native engine ended in ${path}`);
  return JSON.parse(value);
}

const wasm_told = (path) => call_with_text(module, module._waiter_told, readFileSync(path, "utf8"));

let compared = 0;
let differing = 0;
for (const folder of ["lang", "asyncio", "limits"]) {
  for (const path of programs(join(conformance, folder)).sort()) {
    const name = relative(conformance, path);
    if (!name.includes(process.argv[2] ?? "") || !is_whole(path)) continue;
    const [one, other] = [(await native_told(path)).split("\n"), wasm_told(path).split("\n")];
    ++compared;
    const at = one.findIndex((line, i) => line !== other[i]);
    if (at === -1 && one.length === other.length) continue;
    ++differing;
    console.log(`${name}: differs in line ${at + 1} of what is told\n  native: ${one[at]}\n  wasm:   ${other[at]}`);
  }
}
native.stdin.end();
console.log(`${compared - differing} passed, ${differing} failed`);
process.exit(differing === 0 && compared > 0 ? 0 : 1);
