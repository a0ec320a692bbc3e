// One client of the list: a row that says who comes, when, for what, and how it went; open, its form and what it got.

import type { ClientSeen } from "../engine/protocol.ts";
import { element } from "../page/dom.ts";
import { answer_card } from "./answer_view.ts";
import { Chat } from "./chat.ts";
import type { PathHint } from "./client_form.ts";
import { ClientForm } from "./client_form.ts";
import type { Fields } from "./scenario.ts";
import { client_words, kind_of, number_of, text_of } from "./scenario.ts";
import { ending_of } from "./seen.ts";

export function method_chip(method: string): HTMLElement {
  return element("span", { class: "method", "data-method": method }, method);
}

interface RowListeners {
  opened(): void;
  changed(client: Fields): void;
  removed(): void;
  doubled(): void;
  say(at: number, message: Fields): void;
  seek(t: number): void;
}

export class ClientRow {
  readonly root = element("li", { class: "client" });
  private readonly button_: HTMLButtonElement;
  private readonly words_ = element("span", { class: "client-words" });
  private readonly name_ = element("span", { class: "client-name" });
  private readonly at_ = element("span", { class: "client-at" });
  private readonly state_ = element("span", { class: "client-state" });
  private readonly body_ = element("div", { class: "client-body", hidden: true });
  private readonly got_ = element("div", { class: "client-got" });
  private form_: ClientForm | null = null;
  private chat_: Chat | null = null;
  private shown_answer_ = "";

  constructor(public client: Fields, readonly index: number, private readonly listeners: RowListeners, private readonly hints: readonly PathHint[]) {
    this.button_ = element("button", { type: "button", class: "client-row", "aria-expanded": "false", click: () => { listeners.opened(); } },
      this.name_, this.at_, this.state_, this.words_);
    this.root.append(this.button_, this.body_);
    this.show_words();
  }

  show_words(): void {
    this.name_.textContent = text_of(this.client["name"]) || "(no name)";
    this.words_.textContent = client_words(this.client);
    this.at_.textContent = `at ${number_of(this.client["at"]) ?? 0} s`;
  }

  open(): void {
    this.button_.setAttribute("aria-expanded", "true");
    this.body_.hidden = false;
    this.form_ = new ClientForm(this.client, this.hints, { changed: (client) => {
      const other = kind_of(client) !== kind_of(this.client);
      this.listeners.changed(client);
      if (other) this.make_got();
    } });
    const actions = element("div", { class: "client-actions" },
      element("button", { type: "button", class: "button small", click: () => { this.listeners.doubled(); } }, "Duplicate"),
      element("button", { type: "button", class: "button small", click: () => { this.listeners.removed(); } }, "Remove"));
    // A talk is what one comes for; of a request the question stands before the answer.
    if (kind_of(this.client) === "websocket") this.body_.append(this.got_, this.form_.root, actions);
    else this.body_.append(this.form_.root, actions, this.got_);
    this.make_got();
  }

  show_run(seen: readonly ClientSeen[], end: number): void {
    const [first] = seen;
    const endings = new Map<string, { count: number; bad: boolean }>();
    for (const one of seen) {
      const { word, bad } = ending_of(one);
      if (word !== "") endings.set(word, { count: (endings.get(word)?.count ?? 0) + 1, bad });
    }
    this.state_.replaceChildren(...[...endings].slice(0, 3).map(([word, { count, bad }]) =>
      element("span", { class: bad ? "status bad" : "status" }, seen.length > 1 ? `${count} × ${word}` : word)));
    this.chat_?.show(first ?? null, end);
    if (this.form_ === null || this.chat_ !== null) return;
    const shown = JSON.stringify(first ?? null);
    if (shown === this.shown_answer_) return;
    this.shown_answer_ = shown;
    this.got_.replaceChildren(element("h3", { class: "small-caps" }, seen.length > 1 ? "What the first one got" : "What it got"),
      answer_card(first ?? null, this.listeners));
  }

  show_playhead(t: number): void {
    this.chat_?.show_playhead(t);
  }

  show_problem(pointer: string, message: string): void { this.form_?.show_problem(pointer, message); }

  focus_chat(): void { this.chat_?.focus(); }

  focus_button(): void { this.button_.focus(); }

  focus(): void {
    this.root.scrollIntoView({ block: "nearest" });
    this.root.querySelector("input")?.focus();
  }

  private make_got(): void {
    this.shown_answer_ = "";
    this.chat_ = null;
    this.got_.replaceChildren();
    if (kind_of(this.client) !== "websocket") return;
    this.chat_ = new Chat(text_of(this.client["name"]), number_of(this.client["at"]) ?? 0, {
      say: (at, message) => { this.listeners.say(at, message); },
      seek: (t) => { this.listeners.seek(t); },
    });
    this.got_.append(element("h3", { class: "small-caps" }, "Chat"), this.chat_.root);
  }
}
