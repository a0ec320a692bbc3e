// Our engine in WebAssembly, in headless Chromium. The page has nothing but the engine; time is the wall's, because a page has no other.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { launch_browser } from "../../browser/browser.mjs";
import { call_with_text, program_runner } from "./wasm_program.mjs";

const files = fileURLToPath(new URL("../../../build/web/bench/", import.meta.url));
const types = { html: "text/html", js: "text/javascript", wasm: "application/wasm" };
const page_text = `<script src="waiter_python.js"></script><script>${call_with_text}; const program_runner = ${program_runner};</script>`;

/** Both headers together make a page's clock fine enough (5 microseconds). */
function serve() {
  const server = createServer((request, response) => {
    const name = request.url === "/" ? "index.html" : request.url.slice(1);
    if (!/^(index\.html|waiter_python\.(js|wasm))$/.test(name)) return response.writeHead(404).end();
    response.writeHead(200, {
      "content-type": types[name.split(".").at(-1)],
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
    response.end(name === "index.html" ? page_text : readFileSync(files + name));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

export async function start_chromium() {
  const server = await serve();
  const browser = await launch_browser();
  const page = await (await browser.newContext()).newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.evaluate(async () => {
    window.run_program = program_runner(await createWaiterPython());
  });
  return {
    title: "One Waiter, Chromium",
    run(path) {
      return page.evaluate((text) => {
        try {
          const before = performance.now();
          const output = window.run_program(text);
          const ms = performance.now() - before;
          window.run_program.prepare();
          return { ms, output };
        } catch (error) {
          return { error: String(error.message ?? error) };
        }
      }, readFileSync(path, "utf8"));
    },
    async stop() {
      await browser.close();
      server.close();
    },
  };
}
