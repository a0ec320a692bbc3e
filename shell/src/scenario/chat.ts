// A WebSocket client as a chat: its conversation, and a field whose text the client sends at the playhead's time. What is said becomes
// part of the scenario, and everything runs again.

import type { ClientSeen } from "../engine/protocol.ts";
import { element } from "../page/dom.ts";
import { seconds } from "../page/time_format.ts";
import type { AnswerListeners } from "./answer_view.ts";
import { Conversation } from "./answer_view.ts";
import { read_json } from "./json_text.ts";
import type { Fields } from "./scenario.ts";
import { rounded } from "./scenario.ts";

export interface ChatListeners extends AnswerListeners {
  /** The message in the scenario's words: {"send": "hello"}, {"send_json": ...}, {"close": 1000}. */
  say(at: number, message: Fields): void;
}

export class Chat {
  readonly root: HTMLElement;
  private readonly conversation_: Conversation;
  private readonly when_ = element("span", { class: "chat-when" });
  private readonly problem_ = element("p", { class: "field-problem", role: "status" });
  private readonly text_: HTMLInputElement;
  private readonly as_json_ = element("input", { type: "checkbox" });
  private t_ = 0;
  private end_ = 0;
  private seen_: ClientSeen | null = null;

  constructor(name: string, private readonly arrives: number, private readonly listeners: ChatListeners) {
    this.conversation_ = new Conversation(listeners);
    this.text_ = element("input", { type: "text", class: "field-control chat-text", "aria-label": `Say something as ${name}`, placeholder: `Say something as ${name}`,
                                    autocomplete: "off", maxlength: 10_000 });
    const form = element("form", { class: "chat-form", submit: (event) => { event.preventDefault(); this.send(); } },
      this.text_, element("button", { type: "submit", class: "button primary" }, "Send"));
    this.root = element("div", { class: "chat" }, this.conversation_.root, form,
      element("div", { class: "chat-foot" }, this.when_, element("label", { class: "chat-json" }, this.as_json_, " as JSON"),
        element("button", { type: "button", class: "link", click: () => { this.say({ close: 1000 }); } }, "Close the connection")),
      this.problem_);
    this.show_when();
  }

  show(seen: ClientSeen | null, end: number): void {
    this.seen_ = seen;
    this.end_ = end;
    this.conversation_.show(seen);
    this.conversation_.show_playhead(this.t_);
    this.show_when();
  }

  show_playhead(t: number): void {
    this.t_ = t;
    this.conversation_.show_playhead(t);
    this.show_when();
  }

  focus(): void { this.text_.focus(); }

  /** At the playhead; where the run has come to its end, a second after the last word, so that a talk goes on. */
  private at(): number {
    const at = Math.max(this.t_, this.arrives);
    const last = Math.max(-1, ...(this.seen_?.log ?? []).filter((entry) => entry.kind === "said" || entry.kind === "heard").map((entry) => entry.t));
    const at_end = this.t_ + 1e-6 >= this.end_;
    return rounded(at_end && last >= at - 1e-6 ? last + 1 : at);
  }

  private show_when(): void { this.when_.textContent = `is sent at ${seconds(this.at())} s`; }

  private send(): void {
    const text = this.text_.value;
    if (text === "") return;
    if (!this.as_json_.checked) {
      this.say({ send: text });
      return;
    }
    const read = read_json(text);
    if (read.problem === null) this.say({ send_json: read.value });
    else this.problem_.textContent = `No JSON: column ${read.problem.column}: ${read.problem.message}.`;
  }

  private say(message: Fields): void {
    const at = this.at();
    const over = this.seen_?.log.find((entry) => (entry.kind === "closed" && entry.t <= at) || entry.kind === "refused");
    if (over !== undefined) {
      this.problem_.textContent = over.kind === "refused" ? "There is no connection: the program refused it."
        : `The connection is closed at ${seconds(over.t)} s: take the playhead to a time before that.`;
      return;
    }
    this.problem_.textContent = "";
    this.text_.value = "";
    this.listeners.say(at, message);
  }
}
