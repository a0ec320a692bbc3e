// The few words beside the program's name that say how the last run went.

import type { RunEvent } from "../engine/protocol.ts";
import { milliseconds } from "./time_format.ts";

export class RunLabel {
  private runs_ = 0;

  constructor(private readonly label_: HTMLElement) {}

  /** An edit waits to be run: until its run has ended, the words are those of the run before it. */
  expect(): void { this.label_.ariaBusy = "true"; }

  show(run: RunEvent): void {
    this.label_.ariaBusy = String(run.state === "advancing");
    this.label_.className = "ran";
    if (run.state === "refused") {
      this.say(run.error?.type === "NotSupported" ? "not supported yet" : "not run: syntax error", "bad");
    } else if (run.state === "advancing") {
      this.say(`running… ${run.events} events`, "");
    } else if (run.error?.kind === "limit") {
      this.say("stopped at its limit", "warn");
    } else if (run.error !== null) {
      this.say(`ended by ${run.error.type}`, "bad");
    } else {
      this.runs_ += 1;
      this.say(`${this.runs_ > 1 ? "re-ran" : "ran"} in ${milliseconds(run.engine_ms)}`, "");
    }
  }

  private say(text: string, kind: "" | "bad" | "warn"): void {
    if (kind !== "") this.label_.classList.add(kind);
    this.label_.textContent = text;
  }
}
