// The scenario of the step that is open, as text, with a history. Whoever edits it, the form or the raw text, sets the text here; who
// shows it is told. No DOM here.

import type { Fields } from "./scenario.ts";
import { read_scenario, scenario_text } from "./scenario.ts";

const history_max = 200;

export class ScenarioStore {
  private text_ = "";
  private good_: Fields = {};
  private undo_: string[] = [];
  private redo_: string[] = [];
  private typed_at_ = -Infinity;
  private listeners_: ((author: unknown) => void)[] = [];

  constructor(private readonly now_ms: () => number) {}

  get text(): string { return this.text_; }
  /** The newest text that could be read; the form edits this. */
  get value(): Fields { return this.good_; }
  get can_undo(): boolean { return this.undo_.length > 0; }
  get can_redo(): boolean { return this.redo_.length > 0; }

  /** `author`: who did it, and needs no telling. */
  on_change(listener: (author: unknown) => void): void { this.listeners_.push(listener); }

  /** Another step's scenario: with a history of its own. */
  open(text: string): void {
    this.undo_ = [];
    this.redo_ = [];
    this.typed_at_ = -Infinity;
    this.put(text, null);
  }

  /** What is typed within a second is taken back as one. */
  set(text: string, author: unknown = null, typing = false): void {
    if (text === this.text_) return;
    const now = this.now_ms();
    if (!typing || now - this.typed_at_ > 1000) this.undo_.push(this.text_);
    if (this.undo_.length > history_max) this.undo_.shift();
    this.typed_at_ = typing ? now : -Infinity;
    this.redo_ = [];
    this.put(text, author);
  }

  set_value(scenario: Fields, author: unknown = null, typing = false): void { this.set(scenario_text(scenario), author, typing); }

  undo(): void { this.go(this.undo_, this.redo_); }

  redo(): void { this.go(this.redo_, this.undo_); }

  private go(from: string[], to: string[]): void {
    const text = from.pop();
    if (text === undefined) return;
    to.push(this.text_);
    this.typed_at_ = -Infinity;
    this.put(text, null);
  }

  private put(text: string, author: unknown): void {
    this.text_ = text;
    const read = read_scenario(text);
    if (read !== null) this.good_ = read;
    for (const listener of this.listeners_) listener(author);
  }
}
