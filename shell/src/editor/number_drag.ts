// Numbers in the program turn like knobs: drag one sideways, or put the cursor in it and press Alt with up or down.
// The engine runs the program on each change, so the picture follows the finger.
//
// One drag is one undo step: while it lasts nothing goes into the history; at its end the first text is put back
// (unrecorded) and the last one set (recorded).

import { syntaxTree } from "@codemirror/language";
import type { ChangeSpec, Extension, Range } from "@codemirror/state";
import { Prec, Transaction } from "@codemirror/state";
import type { Command, DecorationSet, ViewUpdate } from "@codemirror/view";
import { Decoration, EditorView, ViewPlugin, keymap } from "@codemirror/view";
import type { NumberLiteral } from "./number_literal.ts";
import { read_literal, turned } from "./number_literal.ts";

const pixels_per_step = 7;
const pixels_before_drag = 3;
const coarse = 10;  // with Shift

interface FoundNumber {
  from: number;
  to: number;
  text: string;
  literal: NumberLiteral;
}

const number_mark = Decoration.mark({ class: "ow-number", attributes: { title: "Drag sideways, or press Alt ↑ ↓ with the cursor in it" } });

function numbers_between(view: EditorView, from: number, to: number): FoundNumber[] {
  const found: FoundNumber[] = [];
  syntaxTree(view.state).iterate({
    from, to,
    enter: (node) => {
      if (node.name !== "Number") return;
      const text = view.state.sliceDoc(node.from, node.to);
      const literal = read_literal(text);
      if (literal !== null) found.push({ from: node.from, to: node.to, text, literal });
    },
  });
  return found;
}

function number_at(view: EditorView, position: number): FoundNumber | null {
  return numbers_between(view, position, position).find((n) => n.from <= position && position <= n.to) ?? null;
}

const number_marks = ViewPlugin.fromClass(class {
  decorations: DecorationSet;

  constructor(view: EditorView) { this.decorations = this.marks(view); }

  update(update: ViewUpdate): void {
    if (update.docChanged || update.viewportChanged || syntaxTree(update.startState) !== syntaxTree(update.state))
      this.decorations = this.marks(update.view);
  }

  private marks(view: EditorView): DecorationSet {
    const ranges: Range<Decoration>[] = [];
    for (const { from, to } of view.visibleRanges)
      for (const number of numbers_between(view, from, to)) ranges.push(number_mark.range(number.from, number.to));
    return Decoration.set(ranges);
  }
}, { decorations: (plugin) => plugin.decorations });

class Drag {
  private shown_: string;
  private moving_ = false;

  constructor(private readonly view: EditorView, private readonly number: FoundNumber,
              readonly pointer_id: number, private readonly start_x: number) {
    this.shown_ = number.text;
  }

  get moving(): boolean { return this.moving_; }

  move(x: number, shift: boolean): void {
    const distance = x - this.start_x;
    if (!this.moving_ && Math.abs(distance) < pixels_before_drag) return;
    if (!this.moving_) {
      this.moving_ = true;
      this.view.dom.classList.add("ow-dragging");
    }
    this.show(turned(this.number.literal, Math.trunc(distance / pixels_per_step) * (shift ? coarse : 1)));
  }

  /** Puts the drag into the history as one step. */
  finish(): void {
    this.view.dom.classList.remove("ow-dragging");
    const last = this.shown_;
    if (last === this.number.text) return;
    this.show(this.number.text);
    this.view.dispatch({
      changes: this.change(last),
      selection: { anchor: this.number.from + last.length },
      userEvent: "input.turn",
    });
    this.shown_ = last;
  }

  cancel(): void {
    this.view.dom.classList.remove("ow-dragging");
    this.show(this.number.text);
  }

  private show(text: string): void {
    if (text === this.shown_) return;
    const change = this.change(text);
    this.shown_ = text;
    this.view.dispatch({ changes: change, annotations: Transaction.addToHistory.of(false) });
  }

  private change(text: string): ChangeSpec {
    return { from: this.number.from, to: this.number.from + this.shown_.length, insert: text };
  }
}

const drags = new WeakMap<EditorView, Drag>();

function pointer_down(event: PointerEvent, view: EditorView): boolean {
  if (event.button !== 0 || drags.has(view) || !(event.target instanceof Element)) return false;
  const span = event.target.closest(".ow-number");
  if (span === null) return false;
  const number = number_at(view, view.posAtDOM(span));
  if (number === null) return false;
  const drag = new Drag(view, number, event.pointerId, event.clientX);
  drags.set(view, drag);
  // On the window: the span is made anew at every step, and would lose the pointer.
  const move = (moved: PointerEvent): void => {
    if (moved.pointerId === drag.pointer_id) drag.move(moved.clientX, moved.shiftKey);
  };
  const leave = (left: PointerEvent): void => {
    if (left.pointerId !== drag.pointer_id) return;
    end();
    drag.finish();
  };
  const escape = (key: KeyboardEvent): void => {
    if (key.key !== "Escape") return;
    key.preventDefault();
    key.stopPropagation();
    end();
    drag.cancel();
  };
  const end = (): void => {
    drags.delete(view);
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", leave);
    window.removeEventListener("pointercancel", leave);
    window.removeEventListener("keydown", escape, true);
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", leave);
  window.addEventListener("pointercancel", leave);
  window.addEventListener("keydown", escape, true);
  return false;
}

/** CodeMirror must not select text while a number is dragged; a plain click still places the cursor. */
const no_selection_while_dragging = EditorView.mouseSelectionStyle.of((view) => {
  const drag = drags.get(view);
  if (drag === undefined) return null;
  let selection = view.state.selection;
  return {
    get: (event) => {
      if (!drag.moving) {
        const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
        if (position !== null && event.type !== "mousemove") selection = view.state.update({ selection: { anchor: position } }).state.selection;
      }
      return drag.moving ? view.state.selection : selection;
    },
    update: (update) => { selection = selection.map(update.changes); },
  };
});

function turn(steps: number): Command {
  return (view) => {
    const number = number_at(view, view.state.selection.main.head);
    if (number === null) return false;
    const text = turned(number.literal, steps);
    if (text !== number.text) {
      view.dispatch({
        changes: { from: number.from, to: number.to, insert: text },
        selection: { anchor: number.from, head: number.from + text.length },
        userEvent: "input.turn",
      });
    }
    return true;
  };
}

export const number_dragging: Extension = [
  number_marks,
  no_selection_while_dragging,
  EditorView.domEventHandlers({
    pointerdown: pointer_down,
    // A finger that turns a number must not scroll the program.
    touchmove: (event, view) => {
      if (!drags.has(view) || !event.cancelable) return false;
      event.preventDefault();
      return true;
    },
  }),
  Prec.high(keymap.of([
    { key: "Alt-ArrowUp", run: turn(1) },
    { key: "Alt-ArrowDown", run: turn(-1) },
    { key: "Shift-Alt-ArrowUp", run: turn(coarse) },
    { key: "Shift-Alt-ArrowDown", run: turn(-coarse) },
  ])),
];
