// The dialog "What runs here".

import { by_id, element } from "./dom.ts";
import type { SupportedRow, SupportedTable } from "./supported_table.ts";
import { rows_matching, supported_rows } from "./supported_table.ts";

export class SupportedDialog {
  private readonly dialog_ = by_id("supported-dialog", HTMLDialogElement);
  private readonly filter_ = by_id("supported-filter", HTMLInputElement);
  private readonly list_ = by_id("supported-list", HTMLElement);
  private readonly count_ = by_id("supported-count", HTMLElement);
  private rows_: SupportedRow[] = [];

  constructor(private readonly table: () => SupportedTable | null) {
    this.dialog_.addEventListener("click", (event) => { if (event.target === this.dialog_) this.dialog_.close(); });
    by_id("supported-close", HTMLElement).addEventListener("click", () => { this.dialog_.close(); });
    this.filter_.addEventListener("input", () => { this.show(); });
  }

  /** `words`: what the list is narrowed to at first. */
  open(words = ""): void {
    const table = this.table();
    if (table === null || this.dialog_.open) return;
    this.rows_ = supported_rows(table);
    this.filter_.value = words;
    this.show();
    this.dialog_.showModal();
    this.filter_.focus();
  }

  private show(): void {
    const rows = rows_matching(this.rows_, this.filter_.value);
    const running = rows.filter((row) => row.runs).length;
    this.count_.textContent = rows.length === 0 ? "Nothing has these words: it may be misspelt, or unknown to One Waiter."
      : `${running} run here, ${rows.length - running} not yet.`;
    this.list_.replaceChildren(...rows.map((row) => element("li", { class: "supported-row", "data-runs": row.runs ? "yes" : "no" },
      element("code", {}, row.name), element("span", { class: "supported-kind" }, row.kind),
      element("span", { class: "supported-state" }, row.runs ? "runs" : "not yet"),
      ...(row.note === "" ? [] : [element("span", { class: "supported-note" }, row.note)]))));
    this.list_.scrollTop = 0;
  }
}
