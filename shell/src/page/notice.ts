// One line at the foot of the page that says what was just done, and offers to take it back.

import { element } from "./dom.ts";

export interface NoticeAction {
  text: string;
  run(): void;
}

const shown_ms = 8000;

export class Notices {
  private readonly place_: HTMLElement;
  private timer_ = 0;

  constructor(place: HTMLElement) { this.place_ = place; }

  /** With an action it stays until it is used or closed: who reads slowly must not lose the way back. */
  say(text: string, action: NoticeAction | null = null): void {
    window.clearTimeout(this.timer_);
    const close = element("button", { type: "button", class: "notice-close", "aria-label": "Close", click: () => this.clear() }, "×");
    const bar = element("div", { class: "notice" }, element("span", {}, text));
    if (action !== null) {
      bar.append(element("button", { type: "button", class: "button", click: () => { this.clear(); action.run(); } }, action.text));
    }
    bar.append(close);
    this.place_.replaceChildren(bar);
    if (action === null) this.timer_ = window.setTimeout(() => this.clear(), shown_ms);
  }

  clear(): void { this.place_.replaceChildren(); }
}
