// One reader with one lesson: which step, which program, what was typed; and what the engine says about it. It joins the
// editor, the lesson's column, the output and the picture through the bridge, and keeps all that in the browser.

import type { Command, EngineEvent, LessonEvent, MomentEvent, ProgramFile, RunEvent } from "./engine/protocol.ts";
import type { WasmBridge } from "./engine/wasm_bridge.ts";
import { ProgramEditor } from "./editor/program_editor.ts";
import type { Lesson, Step } from "./lesson/lesson.ts";
import { LessonView } from "./lesson/lesson_view.ts";
import type { Progress } from "./lesson/progress.ts";
import { at_step, no_progress, predicted, read_progress, solved } from "./lesson/progress.ts";
import { ApiView } from "./page/api_view.ts";
import { CodeTabs } from "./page/code_tabs.ts";
import { by_id } from "./page/dom.ts";
import type { Notices } from "./page/notice.ts";
import { OutputPane } from "./page/output_pane.ts";
import type { Picture } from "./page/picture.ts";
import { RunLabel } from "./page/run_label.ts";
import type { SharedRun } from "./page/share.ts";
import { forget, keep, recall } from "./page/storage.ts";
import { ClientsView } from "./scenario/clients_view.ts";
import { Description } from "./scenario/description.ts";
import { free_name, members, number_of, read_scenario, scenario_text, text_of } from "./scenario/scenario.ts";
import { ScenarioStore } from "./scenario/scenario_store.ts";

export const program_name = "main.py";

export function progress_key(lesson: string): string { return `lesson.${lesson}`; }

export class LessonSession {
  private readonly editor_: ProgramEditor;
  private readonly view_: LessonView;
  private readonly output_: OutputPane;
  private readonly label_ = new RunLabel(by_id("ran", HTMLElement));
  private readonly reset_ = by_id("reset", HTMLButtonElement);
  private readonly mine_ = by_id("mine", HTMLButtonElement);
  private lesson_: Lesson | null = null;
  private progress_: Progress = no_progress;
  private shown_program_ = "";
  private edit_waits_ = false;
  private seek_when_run_: number | null = null;
  private t_ = 0;
  private readonly scenario_ = new ScenarioStore(() => performance.now());
  private readonly tabs_: CodeTabs;
  private readonly clients_: ClientsView;
  private readonly api_: ApiView;
  private good_scenario_ = "";
  private readonly described_: Description;

  constructor(private readonly bridge_: WasmBridge, private readonly picture_: Picture,
              private readonly notices_: Notices, all_lessons: () => void, show_supported: () => void) {
    this.editor_ = new ProgramEditor(by_id("editor", HTMLElement), {
      changed: (text) => { this.changed(text); },
      hovered: (line) => { this.send({ type: "hover_line", line }); },
      left: () => { picture_.canvas.hidden ? by_id("prose", HTMLElement).focus() : picture_.canvas.focus(); },
    });
    this.view_ = new LessonView({
      go_to_step: (step) => { this.go_to_step(step); },
      predict: (choice) => { this.predict(choice); },
      show_solution: () => { this.show_solution(); },
      finished: all_lessons,
    });
    this.output_ = new OutputPane(by_id("output", HTMLElement), {
      seek: (t) => { this.send({ type: "seek", t }); },
      go_to: (line, column) => { this.editor_.go_to(line, column); },
      show_supported,
    });
    this.tabs_ = new CodeTabs(() => { this.show_reset(); });
    this.clients_ = new ClientsView(by_id("clients-panel", HTMLElement), this.scenario_, {
      seek: (t) => { this.seek_after_edit(t); },
      reset: () => { this.reset_scenario(); },
      counted: (count) => { this.tabs_.count(count); },
    });
    this.api_ = new ApiView(by_id("api-panel", HTMLElement), {
      seek: (t) => { this.seek_after_edit(t); },
      go_to_line: (line) => {
        this.tabs_.show("program");
        this.editor_.go_to(line, 0);
      },
      free_name: () => free_name(members(this.scenario_.value, "clients"), "Try"),
      add: (client) => { this.clients_.add_client(client, false); },
      say: (name, at, message) => {
        const index = members(this.scenario_.value, "clients").findIndex((client) => text_of(client["name"]) === name);
        if (index >= 0) this.clients_.say(index, at, message, false);
      },
    });
    this.described_ = new Description(bridge_, () => this.edit_waits_ ? null : this.editor_.text, (application, serves) => {
      this.clients_.show_application(application, serves);
      this.api_.show_application(application);
      this.tabs_.offer("api", application !== null);
    });
    this.scenario_.on_change(() => { this.scenario_changed(); });
    by_id("uncover", HTMLElement).addEventListener("click", () => { this.uncover(); });
    this.reset_.addEventListener("click", () => { this.reset(); });
    this.mine_.addEventListener("click", () => { this.take_mine_back(); });
    bridge_.before_frame(() => { this.send_edit(); });
    bridge_.on_event((event) => { this.show(event); });
  }

  get lesson(): Lesson | null { return this.lesson_; }

  get progress(): Progress { return this.progress_; }

  /** What a link to this place holds. */
  get shared(): SharedRun | null {
    const step = this.step();
    if (this.lesson_ === null || step === null) return null;
    const scenario = this.scenario_.text;
    return { lesson: this.lesson_.id, step: this.progress_.step, program: this.editor_.text, seed: step.seed, t: this.t_,
             ...(scenario === scenario_text(step.scenario) ? {} : { scenario }) };
  }

  /** The lesson may have been opened before there was an engine. */
  engine_started(): void {
    if (this.lesson_ === null) return;
    this.send({ type: "lesson", lesson: this.lesson_.source });
    this.tell_step();
    this.ask_edit();
  }

  open(lesson: Lesson, shared: SharedRun | null = null): void {
    this.lesson_ = lesson;
    this.progress_ = read_progress(recall(progress_key(lesson.id)));
    this.send({ type: "lesson", lesson: lesson.source });
    this.go_to_step(shared?.step ?? this.progress_.step);
    if (shared !== null) this.open_shared(shared);
  }

  go_to_step(index: number): void {
    const lesson = this.lesson_;
    if (lesson === null) return;
    this.progress_ = at_step(this.progress_, index, lesson.steps.length);
    this.keep_progress();
    this.view_.show(lesson, this.progress_);
    this.tell_step();
    const step = this.step();
    if (step !== null && this.program_key(step) !== this.shown_program_) {
      this.shown_program_ = this.program_key(step);
      this.editor_.open(recall(this.program_key(step)) ?? step.program.text);
      const own = scenario_text(step.scenario);
      this.good_scenario_ = own;
      this.scenario_.open(recall(this.scenario_key(step)) ?? own);
      this.tabs_.show("program");
      this.output_.clear();
    }
    this.show_reset();
    this.cover(this.asks_first());
    this.ask_edit();
  }

  /** Before the engine has started, and after it has stopped, the page reads on without it. */
  private send(command: Command): void {
    if (this.bridge_.state !== "ready") return;
    try {
      const { error } = this.bridge_.call(command);
      // A step where there is nothing to step through needs no words; a program that was not taken does.
      if (error !== undefined && command.type === "edit") this.notices_.say(error);
    } catch {
      // The bridge has told its stop listeners, which put the report on the page.
    }
  }

  private step(): Step | null { return this.lesson_?.steps[this.progress_.step] ?? null; }

  private program_key(step: Step): string { return `program.${this.lesson_?.id ?? ""}.${step.program.key}`; }

  private scenario_key(step: Step): string { return `scenario.${this.lesson_?.id ?? ""}.${step.program.key}`; }

  private keep_progress(): void {
    if (this.lesson_ !== null) keep(progress_key(this.lesson_.id), JSON.stringify(this.progress_));
  }

  private tell_step(): void {
    this.send({ type: "lesson_step", index: this.progress_.step });
    const choice = this.progress_.predictions[String(this.progress_.step)];
    if (choice !== undefined) this.send({ type: "predict", choice });
  }

  private changed(text: string): void {
    const step = this.step();
    if (step === null) return;
    // At once and not at the end: a page can be closed at any moment.
    if (text === step.program.text) forget(this.program_key(step));
    else keep(this.program_key(step), text);
    this.show_reset();
    this.ask_edit();
  }

  private scenario_changed(): void {
    const step = this.step();
    if (step === null) return;
    const { text } = this.scenario_;
    if (text === scenario_text(step.scenario)) forget(this.scenario_key(step));
    else keep(this.scenario_key(step), text);
    this.show_reset();
    this.ask_edit();
  }

  /** The run that shows it may still be to come: it keeps the playhead's time. */
  private seek_after_edit(t: number): void {
    if (this.edit_waits_) this.seek_when_run_ = t;
    else this.send({ type: "seek", t });
  }

  private ask_edit(): void {
    this.edit_waits_ = true;
    this.label_.expect();
    this.bridge_.request_frame();
  }

  private send_edit(): void {
    const step = this.step();
    if (!this.edit_waits_ || step === null || this.bridge_.state !== "ready") return;
    this.edit_waits_ = false;
    const program: ProgramFile[] = [{ name: program_name, text: this.editor_.text }];
    // A text that could not be read leaves the newest one in force that could; so does one that the engine refuses.
    const text = scenario_text(this.scenario_.value);
    let problem = this.send_run(program, text, step);
    this.clients_.show_problem(problem);
    this.tabs_.mark("clients", problem !== null);
    if (problem === null) this.good_scenario_ = text;
    else if (text !== this.good_scenario_) problem = this.send_run(program, this.good_scenario_, step);
  }

  /** What the engine says against the scenario. */
  private send_run(program: ProgramFile[], scenario: string, step: Step): { pointer: string; message: string } | null {
    if (this.bridge_.state !== "ready") return null;
    try {
      const read = read_scenario(scenario);
      const seed = number_of(read?.["seed"]) ?? step.seed;
      const answer = this.bridge_.call({ type: "edit", program, scenario: scenario === "" ? null : scenario, seed });
      if (answer.error === undefined) return null;
      if (typeof answer["pointer"] === "string") return { pointer: answer["pointer"], message: String(answer["message"]) };
      this.notices_.say(answer.error);
      return null;
    } catch {
      return null;  // the bridge has told its stop listeners
    }
  }

  private predict(choice: number): void {
    const asked_first = this.asks_first();
    this.progress_ = predicted(this.progress_, choice);
    this.keep_progress();
    this.send({ type: "predict", choice });
    if (asked_first) this.uncover();
  }

  /** A step that asks before it shows: the run is there and hidden, or it would answer for the reader. */
  private asks_first(): boolean {
    const step = this.step();
    return step !== null && step.kind === "predict" && step.prediction !== null
      && !(String(this.progress_.step) in this.progress_.predictions);
  }

  private cover(covered: boolean): void { by_id("columns", HTMLElement).classList.toggle("covered", covered); }

  private uncover(): void {
    this.cover(false);
    this.send({ type: "jump", to: "start" });
    // On a phone the picture may be on another tab: then it waits for the reader there.
    const moves = !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (moves && this.picture_.canvas.clientWidth > 0) this.send({ type: "play", on: true });
  }

  private reset(): void {
    const step = this.step();
    if (step === null) return;
    const typed = this.editor_.text;
    this.editor_.replace(step.program.text);
    this.notices_.say("The program is as the lesson gave it.", {
      text: "Undo", run: () => { this.editor_.replace(typed); },
    });
  }

  private reset_scenario(): void {
    const step = this.step();
    if (step === null) return;
    this.scenario_.set(scenario_text(step.scenario));
    this.notices_.say("The clients are as the lesson gave them.", { text: "Undo", run: () => { this.scenario_.undo(); } });
  }

  private show_solution(): void {
    const solution = this.step()?.solution ?? null;
    if (solution === null) return;
    const typed = this.editor_.text;
    this.editor_.replace(solution);
    this.notices_.say("This is one solution of several.", {
      text: "Back to my own", run: () => { this.editor_.replace(typed); },
    });
  }

  private show_reset(): void {
    const step = this.step();
    const here = this.tabs_.shown === "program";
    this.reset_.hidden = step === null || !here || this.editor_.text === step.program.text;
    this.clients_.show_resettable(step !== null && this.scenario_.text !== scenario_text(step.scenario));
    this.mine_.hidden = step === null || !here || recall(`${this.program_key(step)}.mine`) === null;
    this.mine_.textContent = "My own text";
  }

  /** What the reader had typed here stays in the browser, one button away, until it is taken back. */
  private open_shared(shared: SharedRun): void {
    const step = this.step();
    if (step === null) return;
    const own = recall(this.program_key(step));
    const own_scenario = recall(this.scenario_key(step));
    const scenario = shared.scenario ?? scenario_text(step.scenario);
    const differs = (own !== null && own !== shared.program) || (own_scenario !== null && own_scenario !== scenario);
    if (differs) {
      keep(`${this.program_key(step)}.mine`, own ?? step.program.text);
      keep(`${this.scenario_key(step)}.mine`, own_scenario ?? scenario_text(step.scenario));
      this.notices_.say("This is the program from the link.", { text: "Back to my own", run: () => { this.take_mine_back(); } });
    }
    if (this.editor_.text !== shared.program) this.editor_.replace(shared.program);
    this.scenario_.set(scenario);
    this.seek_when_run_ = shared.t;
    this.show_reset();
  }

  private take_mine_back(): void {
    const step = this.step();
    if (step === null) return;
    const key = `${this.program_key(step)}.mine`;
    const own = recall(key);
    if (own === null) return;
    this.editor_.replace(own);
    forget(key);
    const scenario_key = `${this.scenario_key(step)}.mine`;
    const own_scenario = recall(scenario_key);
    if (own_scenario !== null) this.scenario_.set(own_scenario);
    forget(scenario_key);
    this.show_reset();
  }

  private show(event: EngineEvent): void {
    switch (event.type) {
      case "run": this.show_run(event); break;
      case "moment": this.show_moment(event); break;
      case "hover": this.editor_.show_hovered(event.line); break;
      case "lesson": this.show_lesson(event); break;
    }
  }

  private show_run(run: RunEvent): void {
    this.label_.show(run);
    this.output_.show(run);
    if (run.state !== "refused") {
      this.clients_.show_run(run.clients, run.ended);
      this.api_.show_run(run.clients, run.ended);
    }
    if (run.state !== "advancing") this.described_.ask();
    this.output_.show_playhead(this.t_);
    this.editor_.show_problem(run.error !== null && run.error.line > 0 ? run.error : null);
    if (run.state !== "advancing" && this.seek_when_run_ !== null) {
      const t = this.seek_when_run_;
      this.seek_when_run_ = null;
      this.send({ type: "seek", t });
    }
  }

  private show_moment(moment: MomentEvent): void {
    this.t_ = moment.t;
    this.picture_.show(moment);
    this.output_.show_playhead(moment.t);
    this.clients_.show_playhead(moment.t);
    this.api_.show_playhead(moment.t);
    this.editor_.show_parked(moment.parked);
  }

  private show_lesson(state: LessonEvent): void {
    this.view_.show_state(state);
    // Who looked at the solution has seen it, not found it.
    if (!state.solved || this.lesson_ === null || this.editor_.text === this.step()?.solution) return;
    const after = solved(this.progress_);
    if (after === this.progress_) return;
    this.progress_ = after;
    this.keep_progress();
    this.view_.show_progress(this.lesson_, after);
  }
}
