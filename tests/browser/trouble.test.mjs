// What can go wrong, and what the page says then: endless loops, no WebGL, no WebAssembly, an engine that stops.

import assert from "node:assert/strict";
import { reads } from "./reader.mjs";

reads("an endless loop leaves the page responsive and ends at its limit, in words", {}, async (reader) => {
  await reader.page.evaluate(() => {
    window.longest_gap = 0;
    let last = performance.now();
    const beat = () => {
      const now = performance.now();
      window.longest_gap = Math.max(window.longest_gap, now - last);
      last = now;
      if (!window.beat_over) setTimeout(beat, 0);
    };
    beat();
  });
  await reader.type_program("while True: pass\n");
  await reader.page.evaluate(() => { window.beat_over = true; });
  const gap = await reader.page.evaluate(() => window.longest_gap);
  assert.ok(gap < 250, `the page stood still for ${Math.round(gap)} ms`);
  assert.equal(await reader.text("#ran"), "stopped at its limit");
  assert.match(await reader.text(".ending"), /^Stopped at a limit\. .*instructions\./);
});

reads("an endless loop is typed away while it still runs", {}, async (reader) => {
  await reader.page.click(".cm-content");
  await reader.press("Control+a");
  await reader.page.keyboard.insertText("while True: pass\n");
  await reader.frames(2);
  await reader.type_program('print("free")\n');
  assert.deepEqual(await reader.output(), [["0.000", "free"]]);
});

reads("too much output ends at its limit and the page stays small", {}, async (reader) => {
  await reader.type_program('while True: print("x")\n');
  assert.equal(await reader.text("#ran"), "stopped at its limit");
  assert.ok(await reader.page.locator(".output-lines li").count() <= 1000);
  assert.match(await reader.text(".output-more"), /^and \d{5,} more lines$/);
});

reads("a wait that can never end is said to be one", {}, async (reader) => {
  await reader.type_program("import asyncio\n\nasync def main():\n    await asyncio.get_running_loop().create_future()\n\nasyncio.run(main())\n");
  assert.match(await reader.text(".ending"), /^Nothing can happen any more\. Task-1 waits.*line 4/);
});

reads("without WebGL 2 a sentence stands for the picture, and the rest works", {
  before_open: (page) => page.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return kind === "webgl2" ? null : real.call(this, kind, ...rest); };
  }),
  expects_complaints: true,
}, async (reader) => {
  assert.match(await reader.text("#no-picture"), /WebGL 2/);
  assert.ok(!await reader.visible("#picture"));
  await reader.type_program('import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n    print("still here")\n\nasyncio.run(main())\n');
  assert.deepEqual(await reader.output(), [["1.000", "still here"]]);
  await reader.leave_editor();
  await reader.press("Home", "ArrowRight");
  assert.match(await reader.narration(), /\S/);
});

reads("without WebAssembly the lesson can be read, and the page says why nothing runs", {
  before_open: (page) => page.addInitScript(() => { delete globalThis.WebAssembly; }),
  do_not_open: true,
  expects_complaints: true,
}, async (reader) => {
  await reader.page.goto((await import("./reader.mjs")).page_url());
  await reader.page.waitForSelector("#no-picture:visible");
  assert.match(await reader.text("#no-picture"), /WebAssembly/);
  assert.match(await reader.text(".prose-text h2"), /\S/);
  assert.match(await reader.program(), /\S/);
});

reads("when the engine stops, the page says so, keeps the program and offers a report", {
  before_open: (page) => page.addInitScript(() => {
    const real = WebAssembly.instantiateStreaming;
    const broken = (exports) => new Proxy(exports, { get: (target, name) => name === "waiter_frame" && window.break_engine
      ? () => { throw new WebAssembly.RuntimeError("unreachable"); } : Reflect.get(target, name) });
    WebAssembly.instantiateStreaming = async (...of) => {
      const { module, instance } = await real(...of);
      // Emscripten binds exports once, so each is looked up anew when it is called.
      const late = Object.fromEntries(Object.entries(instance.exports).map(([name, value]) =>
        [name, typeof value === "function" && name === "waiter_frame" ? (...args) => broken(instance.exports)[name](...args) : value]));
      return { module, instance: { exports: late } };
    };
  }),
  expects_complaints: true,
}, async (reader) => {
  await reader.type_program('print("mine")\n');
  await reader.page.evaluate(() => { window.break_engine = true; });
  await reader.page.keyboard.insertText('print("more")\n');
  await reader.page.waitForSelector("#no-picture:visible");
  assert.match(await reader.text("#no-picture"), /stopped/);
  assert.ok(await reader.page.getByRole("button", { name: "Copy report" }).isVisible());
  await reader.page.evaluate(() => { window.break_engine = false; });
  await reader.page.getByRole("button", { name: "Load the page again" }).click();
  await reader.page.waitForFunction(() => document.querySelectorAll(".output-lines li").length === 2);
  assert.match(await reader.program(), /mine[^]*more/);
});
