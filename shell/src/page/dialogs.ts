// The two lists that open over the page: the lessons (Ctrl-K) and the keys (?). Native dialogs: focus stays inside, Escape closes.

import { by_id, element } from "./dom.ts";
import { key_rows, other_keys } from "./keys.ts";

export interface LessonRow {
  id: string;
  title: string;
  summary: string;
  state: "new" | "started" | "solved";
  current: boolean;
}

function close_on_backdrop(dialog: HTMLDialogElement): void {
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
}

export class LessonsDialog {
  private readonly dialog_ = by_id("lessons-dialog", HTMLDialogElement);
  private readonly filter_ = by_id("lessons-filter", HTMLInputElement);
  private readonly list_ = by_id("lessons-list", HTMLElement);
  private rows_: LessonRow[] = [];
  private marked_ = 0;

  constructor(private readonly open_lesson: (id: string) => void) {
    close_on_backdrop(this.dialog_);
    this.filter_.addEventListener("input", () => { this.marked_ = 0; this.show(); });
    this.dialog_.addEventListener("keydown", (event) => {
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step !== 0) {
        event.preventDefault();
        const count = this.matching().length;
        this.marked_ = count === 0 ? 0 : (this.marked_ + step + count) % count;
        this.show();
      } else if (event.key === "Enter" && event.target === this.filter_) {
        event.preventDefault();
        const row = this.matching()[this.marked_];
        if (row !== undefined) this.choose(row);
      }
    });
  }

  open(rows: LessonRow[]): void {
    if (this.dialog_.open) return;
    this.rows_ = rows;
    this.filter_.value = "";
    this.marked_ = Math.max(0, rows.findIndex((row) => row.current));
    this.show();
    this.dialog_.showModal();
    this.filter_.focus();
  }

  private matching(): LessonRow[] {
    const words = this.filter_.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
    return this.rows_.filter((row) => {
      const text = `${row.title} ${row.summary}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }

  private show(): void {
    const rows = this.matching();
    this.list_.replaceChildren(...rows.map((row, index) => {
      const words = row.state === "new" ? "" : row.state === "solved" ? "✓ solved" : "started";
      const button = element("button", {
        type: "button", class: index === this.marked_ ? "lesson-row marked" : "lesson-row", "data-state": row.state,
        click: () => { this.choose(row); },
      }, element("span", { class: "lesson-row-title" }, row.title), element("span", { class: "lesson-row-state" }, words),
         element("span", { class: "lesson-row-summary" }, row.summary));
      if (row.current) button.setAttribute("aria-current", "page");
      return element("li", {}, button);
    }));
    if (rows.length === 0) this.list_.replaceChildren(element("li", { class: "nothing" }, "No lesson has these words."));
  }

  private choose(row: LessonRow): void {
    this.dialog_.close();
    this.open_lesson(row.id);
  }
}

export class KeysDialog {
  private readonly dialog_ = by_id("keys-dialog", HTMLDialogElement);

  constructor() {
    close_on_backdrop(this.dialog_);
    by_id("keys-close", HTMLElement).addEventListener("click", () => { this.dialog_.close(); });
    const row = (shown: string, does: string): Node[] =>
      [element("dt", {}, element("kbd", {}, shown)), element("dd", {}, does)];
    by_id("keys-list", HTMLElement).append(
      ...key_rows.flatMap((key) => row(key.shown, key.does)), ...other_keys.flatMap((key) => row(key.shown, key.does)));
  }

  open(): void { if (!this.dialog_.open) this.dialog_.showModal(); }

  close(): void { this.dialog_.close(); }
}
