// What is said at the end of a line without being part of the program: where each task is parked at the playhead, and
// what is wrong with the line. Notes come after the text, take no room in it, and are cut off at the editor's edge;
// where there is no room for a few letters they are not shown (the picture and the narration say the same).

import type { EditorState, Extension, Range, Text } from "@codemirror/state";
import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import type { DecorationSet } from "@codemirror/view";
import { Decoration, EditorView, GutterMarker, ViewPlugin, WidgetType, gutter, gutterLineClass } from "@codemirror/view";
import type { ParkedTask, ProgramError } from "../engine/protocol.ts";
import { problem_place } from "./problem_place.ts";

export const show_parked = StateEffect.define<readonly ParkedTask[]>();
export const show_problem = StateEffect.define<ProgramError | null>();
export const show_hovered = StateEffect.define<number | null>();

const dots_max = 3;
const room_least_px = 48;

interface Notes {
  parked: ReadonlyMap<number, readonly ParkedTask[]>;
  problem: ProgramError | null;
  hovered: number | null;
}

interface Note {
  text: string;
  color: string;
}

class NoteWidget extends WidgetType {
  constructor(private readonly notes: readonly Note[]) { super(); }

  override eq(other: NoteWidget): boolean {
    return this.notes.length === other.notes.length
      && this.notes.every((note, i) => note.text === other.notes[i]?.text && note.color === other.notes[i]?.color);
  }

  override toDOM(): HTMLElement {
    const dom = document.createElement("span");
    dom.className = "ow-note";
    dom.setAttribute("aria-hidden", "true");
    this.fill(dom);
    return dom;
  }

  override updateDOM(dom: HTMLElement): boolean {
    this.fill(dom);
    return true;
  }

  override ignoreEvent(): boolean { return false; }

  private fill(dom: HTMLElement): void {
    this.notes.forEach((note, i) => {
      const part = dom.children[i] ?? dom.appendChild(document.createElement("span"));
      if (!(part instanceof HTMLElement)) return;
      if (part.textContent !== note.text) part.textContent = note.text;
      part.style.color = note.color;
    });
    while (dom.children.length > this.notes.length) dom.lastElementChild?.remove();
    dom.title = this.notes.map((note) => note.text).join("\n");
  }
}

class DotMarker extends GutterMarker {
  constructor(private readonly colors: readonly string[]) { super(); }

  override eq(other: DotMarker): boolean { return this.colors.join() === other.colors.join(); }

  override toDOM(): HTMLElement {
    const bar = document.createElement("span");
    bar.className = "ow-dots";
    const share = 100 / this.colors.length;
    const stops = this.colors.map((color, i) => `${color} ${i * share}% ${(i + 1) * share}%`).join(", ");
    bar.style.setProperty("--bar", `linear-gradient(${stops})`);
    for (const color of this.colors.slice(0, dots_max)) {
      const dot = document.createElement("i");
      dot.style.background = color;
      bar.append(dot);
    }
    return bar;
  }
}

class LineClassMarker extends GutterMarker {
  constructor(override readonly elementClass: string) { super(); }
}

const parked_gutter_line = new LineClassMarker("ow-parked-line");
const problem_gutter_line = new LineClassMarker("ow-problem-line");
const problem_colors: readonly string[] = ["var(--ow-bad)"];

function by_line(parked: readonly ParkedTask[]): ReadonlyMap<number, readonly ParkedTask[]> {
  const lines = new Map<number, ParkedTask[]>();
  for (const task of parked) {
    const there = lines.get(task.line);
    if (there === undefined) lines.set(task.line, [task]);
    else there.push(task);
  }
  return lines;
}

const notes_field = StateField.define<Notes>({
  create: () => ({ parked: new Map(), problem: null, hovered: null }),
  update: (notes, transaction) => {
    for (const effect of transaction.effects) {
      if (effect.is(show_parked)) notes = { ...notes, parked: by_line(effect.value) };
      if (effect.is(show_problem)) notes = { ...notes, problem: effect.value };
      if (effect.is(show_hovered)) notes = { ...notes, hovered: effect.value };
    }
    return notes;
  },
  provide: (field) => [
    EditorView.decorations.compute([field, "doc"], (state) => decorations(state.field(field), state.doc)),
    gutterLineClass.compute([field, "doc"], (state) => gutter_lines(state)),
  ],
});

function place_in(doc: Text, problem: ProgramError): { from: number; to: number } | null {
  return problem_place(problem, (number) => number >= 1 && number <= doc.lines ? doc.line(number) : null);
}

function decorations(notes: Notes, doc: Text): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  if (notes.hovered !== null && notes.hovered >= 1 && notes.hovered <= doc.lines)
    ranges.push(Decoration.line({ class: "ow-hovered-line" }).range(doc.line(notes.hovered).from));
  for (const [number, tasks] of notes.parked) {
    if (number < 1 || number > doc.lines || number === notes.problem?.line) continue;
    const line = doc.line(number);
    ranges.push(Decoration.line({ class: "ow-parked-line" }).range(line.from));
    const widget = new NoteWidget(tasks.map((task) => ({ text: task.text, color: task.color })));
    ranges.push(Decoration.widget({ widget, side: 1 }).range(line.to));
  }
  const { problem } = notes;
  const range = problem === null ? null : place_in(doc, problem);
  if (problem !== null && range !== null) {
    const line = doc.line(problem.line);
    ranges.push(Decoration.line({ class: "ow-problem-line" }).range(line.from));
    const text = problem.message === "" ? problem.type : `${problem.type}: ${problem.message}`;
    if (range.to > range.from)
      ranges.push(Decoration.mark({ class: "ow-squiggle", attributes: { title: text } }).range(range.from, range.to));
    ranges.push(Decoration.widget({ widget: new NoteWidget([{ text, color: "var(--ow-bad)" }]), side: 1 }).range(line.to));
  }
  return Decoration.set(ranges, true);
}

function gutter_lines(state: EditorState): RangeSet<GutterMarker> {
  const { parked, problem } = state.field(notes_field);
  const ranges: Range<GutterMarker>[] = [];
  for (const number of parked.keys())
    if (number >= 1 && number <= state.doc.lines && number !== problem?.line)
      ranges.push(parked_gutter_line.range(state.doc.line(number).from));
  if (problem !== null && problem.line >= 1 && problem.line <= state.doc.lines)
    ranges.push(problem_gutter_line.range(state.doc.line(problem.line).from));
  return RangeSet.of(ranges, true);
}

const dot_gutter = gutter({
  class: "ow-dot-gutter",
  lineMarker: (view, block) => {
    const { parked, problem } = view.state.field(notes_field);
    const number = view.state.doc.lineAt(block.from).number;
    if (problem?.line === number) return new DotMarker(problem_colors);
    const tasks = parked.get(number);
    return tasks === undefined ? null : new DotMarker(tasks.map((task) => task.color));
  },
  lineMarkerChange: (update) => update.startState.field(notes_field) !== update.state.field(notes_field),
});

/** Cuts each note to the room between its line's end and the editor's edge. */
const fit_notes = ViewPlugin.fromClass(class {
  private readonly fit = {
    key: this,
    read: (view: EditorView): { note: HTMLElement; room: number }[] => {
      const edge = view.scrollDOM.getBoundingClientRect().right;
      return [...view.contentDOM.querySelectorAll<HTMLElement>(".ow-note")]
        .map((note) => ({ note, room: edge - note.getBoundingClientRect().left - 2 }));
    },
    write: (rooms: { note: HTMLElement; room: number }[]): void => {
      for (const { note, room } of rooms) {
        note.style.maxWidth = `${Math.max(0, room)}px`;
        note.style.visibility = room < room_least_px ? "hidden" : "visible";
      }
    },
  };

  constructor(private readonly view: EditorView) {
    view.scrollDOM.addEventListener("scroll", this.measure);
    this.measure();
  }

  update(): void { this.measure(); }

  destroy(): void { this.view.scrollDOM.removeEventListener("scroll", this.measure); }

  private readonly measure = (): void => { this.view.requestMeasure(this.fit); };
});

export const line_notes: Extension = [notes_field, dot_gutter, fit_notes];
