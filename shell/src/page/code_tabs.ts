// The tabs over the program's column: the program, its clients, its API. Arrow keys go from tab to tab, as in any tab list.

import { by_id } from "./dom.ts";

export type CodeTab = "program" | "clients" | "api";

const names: readonly CodeTab[] = ["program", "clients", "api"];

export class CodeTabs {
  private shown_: CodeTab = "program";

  constructor(private readonly opened: (tab: CodeTab) => void) {
    for (const name of names) {
      const tab = this.tab(name);
      tab.addEventListener("click", () => { this.show(name); });
      tab.addEventListener("keydown", (event) => {
        const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
        if (step === 0) return;
        event.preventDefault();
        event.stopPropagation();
        const offered = names.filter((each) => !this.tab(each).hidden);
        const next = offered[(offered.indexOf(name) + step + offered.length) % offered.length] ?? name;
        this.show(next);
        this.tab(next).focus();
      });
    }
    this.put("program");
  }

  get shown(): CodeTab { return this.shown_; }

  show(name: CodeTab): void {
    this.put(name);
    this.opened(name);
  }

  private put(name: CodeTab): void {
    this.shown_ = name;
    for (const each of names) {
      const chosen = each === name;
      const tab = this.tab(each);
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      by_id(each === "program" ? "editor" : `${each}-panel`, HTMLElement).hidden = !chosen;
    }
  }

  offer(name: CodeTab, offered: boolean): void {
    this.tab(name).hidden = !offered;
    if (!offered && this.shown_ === name) this.show("program");
  }

  /** How many there are; and whether something is wrong there. */
  count(count: number): void { by_id("clients-count", HTMLElement).textContent = count === 0 ? "" : String(count); }

  mark(name: CodeTab, bad: boolean): void { this.tab(name).classList.toggle("bad", bad); }

  private tab(name: CodeTab): HTMLButtonElement { return by_id(`${name}-tab`, HTMLButtonElement); }
}
