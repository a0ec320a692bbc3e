// The lesson's column: one step's text, its prediction and its goals, the pills in the bar, Back and Next. It shows what
// it is given and tells what was chosen.

import type { LessonEvent } from "../engine/protocol.ts";
import { by_id, element } from "../page/dom.ts";
import type { Lesson, Step } from "./lesson.ts";
import { inline_nodes, markdown_nodes } from "./markdown_dom.ts";
import type { Progress } from "./progress.ts";

export interface LessonListeners {
  go_to_step(step: number): void;
  predict(choice: number): void;
  show_solution(): void;
  /** Next on the last step. */
  finished(): void;
}

export class LessonView {
  private readonly prose_ = by_id("prose", HTMLElement);
  private readonly pills_ = by_id("pills", HTMLElement);
  private readonly title_ = by_id("lesson-title", HTMLElement);
  private readonly back_ = by_id("back", HTMLButtonElement);
  private readonly next_ = by_id("next", HTMLButtonElement);
  private goal_rows_: HTMLElement[] = [];
  private choice_buttons_: HTMLButtonElement[] = [];
  private prediction_why_: HTMLElement | null = null;
  private solved_: HTMLElement | null = null;
  private step_ = 0;
  private steps_ = 0;

  constructor(private readonly listeners: LessonListeners) {
    this.back_.addEventListener("click", () => { listeners.go_to_step(this.step_ - 1); });
    this.next_.addEventListener("click", () => {
      if (this.step_ + 1 < this.steps_) listeners.go_to_step(this.step_ + 1);
      else listeners.finished();
    });
  }

  show(lesson: Lesson, progress: Progress): void {
    const step = lesson.steps[progress.step];
    if (step === undefined) return;
    this.step_ = progress.step;
    this.steps_ = lesson.steps.length;
    this.title_.textContent = lesson.title;
    document.title = `${lesson.title} · One Waiter`;
    this.show_progress(lesson, progress);
    const label = `Step ${progress.step + 1} of ${this.steps_}`;
    by_id("step-status", HTMLElement).textContent = `${label}: ${step.title}`;
    this.prose_.replaceChildren(
      element("p", { class: "small-caps" }, step.kind === "" ? label : `${label} · ${step.kind}`),
      element("h2", {}, step.title),
      ...markdown_nodes(step.text),
      ...(step.analogy === "" ? [] : [element("blockquote", {}, ...inline_nodes(step.analogy))]),
      ...this.prediction(step),
      ...this.goals(step),
      ...this.help(step),
    );
    this.prose_.scrollTop = 0;
    this.back_.disabled = progress.step === 0;
    const next = lesson.steps[progress.step + 1];
    this.next_.textContent = next === undefined ? "Lessons" : `Next: ${next.title}`;
    this.next_.title = this.next_.textContent;
  }

  show_state(state: LessonEvent): void {
    state.goals.forEach((goal, index) => {
      const row = this.goal_rows_[index];
      if (row === undefined) return;
      row.classList.toggle("met", goal.met);
      const [sign, , why] = row.children;
      if (sign instanceof HTMLElement) {
        sign.textContent = goal.met ? "✓" : "○";
        sign.setAttribute("aria-label", goal.met ? "met" : "not met yet");
      }
      if (why instanceof HTMLElement) {
        why.textContent = goal.met ? "" : goal.why;
        why.hidden = goal.met || goal.why === "";
      }
    });
    if (this.solved_ !== null) this.solved_.hidden = !state.solved;
    this.show_prediction(state);
  }

  show_progress(lesson: Lesson, progress: Progress): void {
    this.pills_.replaceChildren(...lesson.steps.map((step, index) => {
      const done = index < progress.furthest || progress.solved.includes(index);
      const label = `Step ${index + 1} of ${lesson.steps.length}: ${step.title}`;
      const pill = element("button", {
        type: "button", "aria-label": label, title: label, "data-state": done ? "done" : "open",
        click: () => { this.listeners.go_to_step(index); },
      });
      if (index === progress.step) pill.setAttribute("aria-current", "step");
      return element("li", {}, pill);
    }));
  }

  private prediction(step: Step): Node[] {
    this.choice_buttons_ = [];
    this.prediction_why_ = null;
    if (step.prediction === null) return [];
    this.choice_buttons_ = step.prediction.choices.map((choice, index) => element("button", {
      type: "button", "aria-pressed": "false", click: () => { this.listeners.predict(index); },
    }, choice));
    this.prediction_why_ = element("p", { role: "status" });
    return [element("div", { class: "card prediction" },
      element("p", { class: "question", id: "question" }, ...inline_nodes(step.prediction.question)),
      element("div", { class: "choices", role: "group", "aria-labelledby": "question" }, ...this.choice_buttons_),
      this.prediction_why_)];
  }

  private show_prediction(state: LessonEvent): void {
    const { prediction } = state;
    if (prediction === null) return;
    const made = prediction.choice !== null;
    this.choice_buttons_.forEach((button, index) => {
      const chosen = prediction.choice === index;
      const right = made && prediction.answer === index;
      const wrong = chosen && prediction.answer !== null && !right;
      button.disabled = made;
      button.setAttribute("aria-pressed", String(chosen));
      button.classList.toggle("right", right);
      button.classList.toggle("wrong", wrong);
      const text = (button.textContent ?? "").replace(/ [✓✗]$/, "");
      button.textContent = right ? `${text} ✓` : wrong ? `${text} ✗` : text;
    });
    if (this.prediction_why_ !== null) {
      this.prediction_why_.replaceChildren(...inline_nodes(made ? prediction.why : ""));
      this.prediction_why_.hidden = !made || prediction.why === "";
    }
  }

  /** Hints open one by one; the solution comes after them, in small letters. */
  private help(step: Step): Node[] {
    const several = step.hints.length > 1;
    const hints = step.hints.map((hint, index) => element("details", { class: "hint", hidden: index > 0 },
      element("summary", {}, several ? `Hint ${index + 1}` : "Hint"), ...markdown_nodes(hint)));
    const solution = element("button", {
      type: "button", class: "link", hidden: hints.length > 0, click: () => { this.listeners.show_solution(); },
    }, "Show a solution");
    hints.forEach((hint, index) => {
      hint.addEventListener("toggle", () => { (hints[index + 1] ?? solution).hidden = false; }, { once: true });
    });
    return [...hints, ...(step.solution === null ? [] : [element("p", {}, solution)])];
  }

  private goals(step: Step): Node[] {
    this.goal_rows_ = step.goals.map((goal) => element("li", {},
      element("span", { class: "goal-sign", role: "img", "aria-label": "not met yet" }, "○"),
      element("span", {}, ...inline_nodes(goal)),
      element("span", { class: "goal-why", hidden: true })));
    this.solved_ = null;
    if (this.goal_rows_.length === 0) return [];
    this.solved_ = element("p", { class: "solved", role: "status", hidden: true }, "✓ Solved.");
    return [element("p", { class: "small-caps" }, step.kind === "exercise" ? "Your turn" : "Now try"),
            element("ul", { class: "goals" }, ...this.goal_rows_), this.solved_];
  }
}
