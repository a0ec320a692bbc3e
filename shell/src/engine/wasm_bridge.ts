// The one place where the page touches WebAssembly. The call chain:
//
//   main.ts -> WasmBridge.start()   imports waiter.js, which compiles waiter.wasm
//     -> waiter_start(options)      the engine makes its canvas; answers the palette
//   main.ts -> WasmBridge.call(command) -> waiter_call(json) -> answer
//   requestAnimationFrame -> waiter_frame(now) -> {"again", "events"} -> listeners
//
// Invariants
// 1. Listeners run after the engine has returned, never from inside it, so they may call it again.
// 2. No animation frame is asked for unless a command or a pointer event came, or the engine said "again".
// 3. After an abort the state is "stopped" and every later call throws EngineStopped with the engine's last words.

import type { Answer, Command, EngineEvent, StartAnswer, StartOptions } from "./protocol.ts";
import { as_answer, as_frame, as_start_answer } from "./protocol.ts";

export type BridgeState = "stopped" | "starting" | "ready";

const stderr_lines_kept = 64;

export class EngineStopped extends Error {
  constructor(readonly cause_text: string, readonly last_lines: readonly string[]) {
    super([`The engine has stopped: ${cause_text}`, ...last_lines].join("\n"));
    this.name = "EngineStopped";
  }
}

/** What Emscripten's module gives us; everything else in it is its own affair. */
interface EngineModule {
  _waiter_start(options: number): number;
  _waiter_call(command: number): number;
  _waiter_frame(now_ms: number): number;
  _malloc(size: number): number;
  _free(pointer: number): void;
  lengthBytesUTF8(text: string): number;
  stringToUTF8(text: string, pointer: number, size: number): void;
  UTF8ToString(pointer: number): string;
}

export interface EngineFiles {
  /** Addresses of waiter.js and of the files it asks for by name ("waiter.wasm"). */
  glue: string;
  others: Record<string, string>;
}

function is_engine_module(value: unknown): value is EngineModule {
  const needed = ["_waiter_start", "_waiter_call", "_waiter_frame", "_malloc", "_free",
                  "lengthBytesUTF8", "stringToUTF8", "UTF8ToString"];
  return typeof value === "object" && value !== null
    && needed.every((name) => typeof Reflect.get(value, name) === "function");
}

export class WasmBridge {
  private state_: BridgeState = "stopped";
  private module_: EngineModule | null = null;
  private stopped_: EngineStopped | null = null;
  private frame_asked_ = false;
  private stderr_: string[] = [];
  private before_frame_: (() => void) | null = null;
  private event_listeners_: ((event: EngineEvent) => void)[] = [];
  private stop_listeners_: ((error: EngineStopped) => void)[] = [];

  get state(): BridgeState { return this.state_; }

  on_event(listener: (event: EngineEvent) => void): void { this.event_listeners_.push(listener); }
  /** Called at the start of each frame, for commands that many events may ask for and one frame should send once. */
  before_frame(listener: () => void): void { this.before_frame_ = listener; }
  on_stopped(listener: (error: EngineStopped) => void): void { this.stop_listeners_.push(listener); }

  /** Throws EngineStopped if WebAssembly cannot be had or the engine does not start. */
  async start(files: EngineFiles, canvas: HTMLCanvasElement, options: StartOptions): Promise<StartAnswer> {
    this.state_ = "starting";
    try {
      if (typeof WebAssembly === "undefined") throw new Error("this browser has no WebAssembly");
      const glue: unknown = await import(/* @vite-ignore */ files.glue);
      const factory: unknown = typeof glue === "object" && glue !== null ? Reflect.get(glue, "default") : undefined;
      if (typeof factory !== "function") throw new Error("waiter.js exports no engine");
      const module: unknown = await factory({
        canvas,
        locateFile: (name: string): string => files.others[name] ?? name,
        print: (line: string): void => this.keep_stderr(line),
        printErr: (line: string): void => this.keep_stderr(line),
        onAbort: (what: unknown): void => { this.stop(what); },
        onWaiterWake: (): void => this.request_frame(),
      });
      if (!is_engine_module(module)) throw new Error("waiter.js lacks one of the functions in shell/BRIDGE.md");
      this.module_ = module;
      const answer = as_start_answer(this.ask(module, "_waiter_start", options));
      this.state_ = "ready";
      this.request_frame();
      return answer;
    } catch (error) {
      throw this.stop(error);
    }
  }

  /** Sends one command. A refused command is an answer with `error`, not an exception. */
  call(command: Command): Answer {
    const module = this.ready_module();
    try {
      const answer = as_answer(this.ask(module, "_waiter_call", command));
      this.request_frame();
      return answer;
    } catch (error) {
      throw this.stop(error);
    }
  }

  request_frame(): void {
    if (this.frame_asked_ || this.state_ !== "ready") return;
    this.frame_asked_ = true;
    requestAnimationFrame((now) => this.frame(now));
  }

  private frame(now: number): void {
    try {
      this.before_frame_?.();  // its commands ask for this very frame, not for another
    } finally {
      this.frame_asked_ = false;
    }
    if (this.state_ !== "ready" || this.module_ === null) return;
    let events: EngineEvent[];
    try {
      const answer = as_frame(JSON.parse(this.module_.UTF8ToString(this.module_._waiter_frame(now))));
      if (answer.again) this.request_frame();
      events = answer.events;
    } catch (error) {
      this.stop(error);
      return;
    }
    for (const event of events) for (const listener of this.event_listeners_) listener(event);
  }

  private ask(module: EngineModule, name: "_waiter_start" | "_waiter_call", message: StartOptions | Command): unknown {
    const text = JSON.stringify(message);
    const size = module.lengthBytesUTF8(text) + 1;
    const pointer = module._malloc(size);
    module.stringToUTF8(text, pointer, size);
    const answer = module.UTF8ToString(module[name](pointer));
    module._free(pointer);
    return JSON.parse(answer);
  }

  private ready_module(): EngineModule {
    if (this.stopped_ !== null) throw this.stopped_;
    if (this.module_ === null) throw new Error("The engine has not started yet.");
    return this.module_;
  }

  private keep_stderr(line: string): void {
    this.stderr_.push(line);
    if (this.stderr_.length > stderr_lines_kept) this.stderr_.shift();
  }

  /** Emscripten tells of an abort twice (onAbort, then the exception); the first word is kept. */
  private stop(what: unknown): EngineStopped {
    this.state_ = "stopped";
    if (this.stopped_ === null) {
      const stopped = new EngineStopped(what instanceof Error ? what.message : String(what), [...this.stderr_]);
      this.stopped_ = stopped;
      // Next task: the caller may be deep inside the engine.
      setTimeout(() => { for (const listener of this.stop_listeners_) listener(stopped); }, 0);
    }
    return this.stopped_;
  }
}
