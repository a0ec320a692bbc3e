// The output: every line with its virtual time (a click goes there), and below it how the run ended if it ended badly.
// The pane scrolls within itself; nothing around it moves when a run prints more or less.

import type { ProgramError, RunEvent } from "../engine/protocol.ts";
import { element } from "./dom.ts";
import type { OutputLine } from "./output_lines.ts";
import { seen_lines } from "../scenario/seen.ts";
import { output_lines, with_seen } from "./output_lines.ts";
import { seconds } from "./time_format.ts";
import { traceback_parts } from "./traceback.ts";

export interface OutputListeners {
  seek(t: number): void;
  go_to(line: number, column: number): void;
  show_supported(): void;
}

// More rows than this make the page slow and teach nobody; the limit on output itself is the engine's.
const rows_max = 1000;

export class OutputPane {
  private readonly list_ = element("ol", { class: "output-lines", "aria-label": "Output of the program" });
  private readonly more_ = element("p", { class: "output-more" });
  private readonly ending_ = element("div", { class: "ending", role: "status" });
  private shown_lines_: OutputLine[] = [];
  private shown_ending_ = "";

  constructor(pane: HTMLElement, private readonly listeners: OutputListeners) {
    pane.append(this.list_, this.more_, this.ending_);
  }

  show(run: RunEvent): void {
    // A program that was refused did not run: what the last one printed stays, dimmed like its picture.
    this.list_.classList.toggle("stale", run.state === "refused");
    if (run.state !== "refused") this.show_lines(with_seen(output_lines(run.outputs), seen_lines(run.clients)), run.more_lines);
    this.show_ending(run);
  }

  /** Lines that are still to come at the playhead are written fainter. */
  show_playhead(t: number): void {
    this.shown_lines_.slice(0, rows_max).forEach((line, i) => {
      // A microsecond of slack: both times come from the same nanoseconds by way of decimals.
      this.list_.children[i]?.classList.toggle("to-come", line.t > t + 1e-6);
    });
  }

  clear(): void {
    this.show_lines([], 0);
    this.ending_.replaceChildren();
    this.shown_ending_ = "";
  }

  private show_lines(lines: OutputLine[], more: number): void {
    const shown = lines.slice(0, rows_max);
    shown.forEach((line, i) => {
      const old = this.shown_lines_[i];
      if (i < this.list_.children.length && old !== undefined && same(old, line)) return;
      const row = this.row(line);
      const there = this.list_.children[i];
      if (there === undefined) this.list_.append(row);
      else there.replaceWith(row);
    });
    while (this.list_.children.length > shown.length) this.list_.lastElementChild?.remove();
    this.shown_lines_ = lines;
    const left = lines.length - shown.length + more;
    this.more_.textContent = left > 0 ? `and ${left} more lines`
      : (lines.length === 0 ? "Nothing was printed." : "");
  }

  private row(line: OutputLine): HTMLElement {
    const go = (): void => { this.listeners.seek(line.t); };
    const time = element("button", {
      type: "button", class: "output-time", "aria-label": `Go to ${seconds(line.t)} seconds`, click: go,
    }, seconds(line.t));
    const text = element("span", { class: "output-text" }, line.text);
    const row = element("li", { class: [line.error ? "error" : "", line.client === true ? "wire" : ""].join(" ").trim(), click: (event) => {
      const selection = window.getSelection();
      if (event.target !== time && (selection === null || selection.isCollapsed)) go();
    } }, time, " ", text);
    if (line.client !== true) row.title = `printed at ${seconds(line.t)} s by ${line.lane}, line ${line.source_line}`;
    return row;
  }

  private show_ending(run: RunEvent): void {
    const ending = JSON.stringify([run.error, run.state]);
    if (ending === this.shown_ending_) return;
    this.shown_ending_ = ending;
    if (run.error !== null) this.ending_.replaceChildren(this.card(run.error));
    else this.ending_.replaceChildren();
  }

  private card(error: ProgramError): HTMLElement {
    const named = error.message === "" ? error.type : `${error.type}: ${error.message}`;
    switch (error.kind) {
      case "syntax":
        return element("div", { class: "card bad" },
          element("p", {}, element("strong", {}, named)),
          element("p", {}, this.line_button(error.line, error.column, `main.py, line ${error.line}`),
                  " The picture is of the last program that ran."),
          ...(error.type === "NotSupported" ? [element("p", {}, element("button", {
            type: "button", class: "line-link", click: () => { this.listeners.show_supported(); },
          }, "What runs here"))] : []));
      case "exception":
        return element("div", { class: "card bad" },
          element("p", {}, element("strong", {}, named)), this.traceback(error));
      case "deadlock":
        return element("div", { class: "card bad" },
          element("p", {}, element("strong", {}, "Nothing can happen any more. "), sentence(error.message)),
          ...(error.line > 0 ? [element("p", {}, this.line_button(error.line, 0, `It waits at line ${error.line}`))] : []),
          this.traceback(error));
      case "limit":
        return element("div", { class: "card warn" },
          element("p", {}, element("strong", {}, "Stopped at a limit. "), sentence(error.message)),
          ...(error.line > 0 ? [element("p", {}, this.line_button(error.line, 0, `It was at line ${error.line}`))] : []));
    }
  }

  private traceback(error: ProgramError): HTMLElement {
    const pre = element("pre", { class: "traceback", tabindex: 0, "aria-label": "Traceback" });
    for (const part of traceback_parts(error.traceback)) {
      pre.append(part.line === null ? part.text : this.line_button(part.line, 0, part.text));
    }
    return pre;
  }

  private line_button(line: number, column: number, text: string): HTMLElement {
    return element("button", {
      type: "button", class: "line-link", click: () => { this.listeners.go_to(line, column); },
    }, text);
  }
}

/** What the engine says within a line, as a sentence of its own. */
function sentence(words: string): string {
  const text = words.trim();
  return text === "" ? "" : text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? "" : ".");
}

function same(a: OutputLine, b: OutputLine): boolean {
  return a.t === b.t && a.text === b.text && a.error === b.error && a.source_line === b.source_line && a.lane === b.lane && a.client === b.client;
}
