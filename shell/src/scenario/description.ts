// Asks the engine what the program's application offers: once for each text of the program, a little after its run has ended, so that
// typing is not held up. Who comes does not change it.

import type { WasmBridge } from "../engine/wasm_bridge.ts";
import type { Application } from "./application.ts";
import { read_application } from "./application.ts";

const after_ms = 250;

export class Description {
  private timer_ = 0;
  private program_ = "";

  /** `program`: null while an edit waits to be run. `serves`: the program names a framework. */
  constructor(private readonly bridge_: WasmBridge, private readonly program: () => string | null,
              private readonly told: (application: Application | null, serves: boolean) => void) {}

  ask(): void {
    window.clearTimeout(this.timer_);
    this.timer_ = window.setTimeout(() => { this.describe(); }, after_ms);
  }

  private describe(): void {
    const program = this.program();
    if (this.bridge_.state !== "ready" || program === null || program === this.program_) return;
    this.program_ = program;
    const serves = /\b(fastapi|starlette)\b/.test(program);
    try {
      this.told(serves ? read_application(this.bridge_.call({ type: "describe" })["application"]) : null, serves);
    } catch {
      // The bridge has told its stop listeners.
    }
  }
}
