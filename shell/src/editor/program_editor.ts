// The editor: one program, Python, every change told at once. It knows no engine and no lesson.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { LanguageSupport, bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { pythonLanguage } from "@codemirror/lang-python";
import type { Extension } from "@codemirror/state";
import { EditorState } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import type { ParkedTask, ProgramError } from "../engine/protocol.ts";
import { line_notes, show_hovered, show_parked, show_problem } from "./line_notes.ts";
import { number_dragging } from "./number_drag.ts";
import { unit_of_column } from "./problem_place.ts";
import { python_colors } from "./python_colors.ts";

export interface EditorListeners {
  /** The text has changed, by the reader or by `replace`; not by `open`. */
  changed(text: string): void;
  /** The pointer is over this line, or over none. */
  hovered(line: number | null): void;
  /** The reader wants out (Escape). */
  left(): void;
}

export class ProgramEditor {
  private readonly view_: EditorView;
  private hovered_line_: number | null = null;
  private parked_shown_ = "[]";

  constructor(parent: HTMLElement, private readonly listeners: EditorListeners) {
    this.view_ = new EditorView({ parent, state: this.fresh_state("") });
    this.view_.dom.addEventListener("pointermove", (event) => {
      const position = this.view_.posAtCoords({ x: event.clientX, y: event.clientY });
      this.hover(position === null ? null : this.view_.state.doc.lineAt(position).number);
    });
    this.view_.dom.addEventListener("pointerleave", () => this.hover(null));
  }

  get text(): string { return this.view_.state.doc.toString(); }

  /** Another program: with a history of its own. */
  open(text: string): void {
    this.parked_shown_ = "[]";
    this.view_.setState(this.fresh_state(text));
  }

  /** A change that the reader can undo. */
  replace(text: string): void {
    this.view_.dispatch({ changes: { from: 0, to: this.view_.state.doc.length, insert: text }, userEvent: "input.replace" });
  }

  show_parked(parked: readonly ParkedTask[]): void {
    const shown = JSON.stringify(parked);
    if (shown === this.parked_shown_) return;
    this.parked_shown_ = shown;
    this.view_.dispatch({ effects: show_parked.of(parked) });
  }

  show_problem(problem: ProgramError | null): void { this.view_.dispatch({ effects: show_problem.of(problem) }); }

  show_hovered(line: number | null): void { this.view_.dispatch({ effects: show_hovered.of(line) }); }

  /** Column from 0, in code points. */
  go_to(line_number: number, column: number): void {
    const { doc } = this.view_.state;
    if (line_number < 1 || line_number > doc.lines) return;
    const line = doc.line(line_number);
    const anchor = line.from + unit_of_column(line.text, column);
    this.view_.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
    this.view_.focus();
  }

  private hover(line: number | null): void {
    if (line === this.hovered_line_) return;
    this.hovered_line_ = line;
    this.listeners.hovered(line);
  }

  private fresh_state(text: string): EditorState {
    return EditorState.create({ doc: text, extensions: this.extensions() });
  }

  private extensions(): Extension {
    return [
      line_notes,
      lineNumbers(),
      history(),
      indentOnInput(),
      indentUnit.of("    "),
      bracketMatching(),
      highlightActiveLine(),
      new LanguageSupport(pythonLanguage),
      python_colors,
      number_dragging,
      keymap.of([
        { key: "Escape", run: () => { this.listeners.left(); return true; } },
        indentWithTab, ...defaultKeymap, ...historyKeymap,
      ]),
      EditorView.contentAttributes.of({
        "aria-label": "The program, main.py", "aria-describedby": "editor-hint",
        autocapitalize: "off", autocorrect: "off", spellcheck: "false",
      }),
      EditorView.updateListener.of((update) => { if (update.docChanged) this.listeners.changed(this.text); }),
    ];
  }
}
