import assert from "node:assert/strict";
import { test } from "node:test";
import type { EngineEvent, StartOptions } from "../src/engine/protocol.ts";
import { EngineStopped, WasmBridge } from "../src/engine/wasm_bridge.ts";

// The bridge against a module of a few lines that keeps to shell/BRIDGE.md: what is tested is the bridge, and what the module is made to
// do stands in each test. `script` runs inside its waiter_call and waiter_frame.
interface Script {
  call(command: { type: string }, module: { printErr(line: string): void; onAbort(what: string): void }): unknown;
  frame(): unknown;
}

const glue = `data:text/javascript,${encodeURIComponent(`
  export default async function (module) {
    const texts = new Map();
    let last = 0;
    const put = (value) => { texts.set(++last, JSON.stringify(value)); return last; };
    const take = (pointer) => { const text = texts.get(pointer); texts.delete(pointer); return text; };
    const script = globalThis.engine_script;
    return {
      _malloc: () => ++last, _free: (pointer) => { texts.delete(pointer); },
      lengthBytesUTF8: (text) => text.length, stringToUTF8: (text, pointer) => { texts.set(pointer, text); },
      UTF8ToString: take,
      _waiter_start: () => put({ webgl: true, version: "1", theme: { dark: true, colors: { text: "red" }, lanes: [] } }),
      _waiter_call: (pointer) => put(script.call(JSON.parse(take(pointer)), module)),
      _waiter_frame: () => put(script.frame()),
    };
  }`)}`;

const options: StartOptions = { canvas: "#c", dark: true, dpr: 1, width: 1, height: 1, font_px: 14, reduced_motion: false };
const no_canvas = {} as HTMLCanvasElement;

/** Animation frames by hand: run() runs those that are asked for now. */
function hand_frames(): { run(): number } {
  let asked: ((now: number) => void)[] = [];
  Reflect.set(globalThis, "requestAnimationFrame", (callback: (now: number) => void) => asked.push(callback));
  return { run: () => {
    const now = asked;
    asked = [];
    for (const callback of now) callback(0);
    return now.length;
  } };
}

async function started(script: Partial<Script>): Promise<{ bridge: WasmBridge; frames: { run(): number } }> {
  const frames = hand_frames();
  Reflect.set(globalThis, "engine_script", { call: () => ({ ok: true }), frame: () => ({ again: false, events: [] }), ...script });
  const bridge = new WasmBridge();
  await bridge.start({ glue, others: {} }, no_canvas, options);
  return { bridge, frames };
}

test("starting gives the palette and asks for one frame", async () => {
  const frames = hand_frames();
  Reflect.set(globalThis, "engine_script", { call: () => ({}), frame: () => ({ again: false, events: [] }) });
  const bridge = new WasmBridge();
  assert.equal(bridge.state, "stopped");
  const starting = bridge.start({ glue, others: {} }, no_canvas, options);
  assert.equal(bridge.state, "starting");
  const answer = await starting;
  assert.equal(bridge.state, "ready");
  assert.deepEqual([answer.webgl, answer.theme.colors], [true, { text: "red" }]);
  assert.deepEqual([frames.run(), frames.run()], [1, 0]);
});

test("frames go on while the engine says so, and not longer", async () => {
  let left = 3;
  const { bridge, frames } = await started({ frame: () => ({ again: --left > 0, events: [] }) });
  assert.deepEqual([frames.run(), frames.run(), frames.run(), frames.run()], [1, 1, 1, 0]);
  bridge.call({ type: "play" });
  bridge.call({ type: "play" });
  assert.equal(frames.run(), 1);
});

test("commands that are held for the frame are sent in it once, and ask for no further one", async () => {
  const sent: string[] = [];
  const { bridge, frames } = await started({ call: (command) => { sent.push(command.type); return { ok: true }; } });
  bridge.before_frame(() => { if (sent.length === 0) bridge.call({ type: "edit", program: [], scenario: null, seed: 0 }); });
  assert.deepEqual([frames.run(), frames.run()], [1, 0]);
  assert.deepEqual(sent, ["edit"]);
});

test("listeners hear events after the engine has returned, and may call it", async () => {
  let inside = false;
  const { bridge, frames } = await started({
    call: () => ({ ok: !inside }),
    frame: () => {
      inside = true;
      try {
        return { again: false, events: [{ type: "hover", line: 1, text: "" }, { type: "news" }] };
      } finally {
        inside = false;
      }
    },
  });
  const heard: EngineEvent["type"][] = [];
  bridge.on_event((event) => {
    heard.push(event.type);
    if (heard.length === 1) assert.deepEqual(bridge.call({ type: "play" }), { ok: true });
  });
  frames.run();
  assert.deepEqual(heard, ["hover"], "an event that this page does not know is passed over");
});

test("a refused command is an answer, not an exception", async () => {
  const { bridge } = await started({ call: () => ({ error: "No." }) });
  assert.equal(bridge.call({ type: "play" }).error, "No.");
  assert.equal(bridge.state, "ready");
});

test("after an abort every later call throws with the engine's last lines, and listeners are told once", async () => {
  const { bridge, frames } = await started({ call: (_command, module) => {
    for (let line = 0; line < 100; line += 1) module.printErr(`line ${line}`);
    module.onAbort("assertion failed");
    throw new Error("unreachable");
  } });
  const told: EngineStopped[] = [];
  bridge.on_stopped((error) => { told.push(error); });
  assert.throws(() => bridge.call({ type: "play" }), /assertion failed[^]*line 99/);
  assert.equal(bridge.state, "stopped");
  assert.throws(() => bridge.call({ type: "play" }), (error) => error instanceof EngineStopped
    && error.last_lines.length === 64 && error.last_lines[0] === "line 36");
  assert.deepEqual(told, [], "not from inside the engine");
  await new Promise((resolve) => { setTimeout(resolve, 5); });
  assert.equal(told.length, 1);
  frames.run();
  assert.equal(frames.run(), 0);
});

test("an engine that breaks in a frame stops the bridge", async () => {
  const { bridge, frames } = await started({ frame: () => { throw new Error("out of bounds"); } });
  frames.run();
  assert.equal(bridge.state, "stopped");
  assert.throws(() => bridge.call({ type: "play" }), /out of bounds/);
});

test("a module that is not ours is named as such", async () => {
  hand_frames();
  const bridge = new WasmBridge();
  const foreign = `data:text/javascript,${encodeURIComponent("export default async () => ({});")}`;
  await assert.rejects(bridge.start({ glue: foreign, others: {} }, no_canvas, options), /BRIDGE\.md/);
  assert.equal(bridge.state, "stopped");
});

test("without WebAssembly nothing starts", async () => {
  const real = globalThis.WebAssembly;
  Reflect.deleteProperty(globalThis, "WebAssembly");
  try {
    await assert.rejects(new WasmBridge().start({ glue, others: {} }, no_canvas, options), /no WebAssembly/);
  } finally {
    globalThis.WebAssembly = real;
  }
});
