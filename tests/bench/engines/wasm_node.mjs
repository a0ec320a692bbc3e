// Our engine in WebAssembly, in Node.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { answer_paths } from "./answer.mjs";
import { program_runner } from "./wasm_program.mjs";

const module_path = fileURLToPath(new URL("../../../build/web/bench/waiter_python.js", import.meta.url));
const wasmBinary = readFileSync(module_path.replace(/js$/, "wasm"));  // Node's fetch takes no path
const module = await createRequire(import.meta.url)(module_path)({ wasmBinary });
await answer_paths("One Waiter, Node", program_runner(module));
