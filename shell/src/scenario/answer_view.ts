// What a client got: a whole answer with its status, headers and body, or a conversation as bubbles with their times, those still to
// come at the playhead fainter.

import type { ClientSeen, SeenEntry } from "../engine/protocol.ts";
import { element } from "../page/dom.ts";
import { seconds } from "../page/time_format.ts";
import { pretty_body } from "./inline_json.ts";
import { answer_of, is_bad_status } from "./seen.ts";

export interface AnswerListeners {
  seek(t: number): void;
}

const bubbles_max = 300;

function time_button(t: number, listeners: AnswerListeners): HTMLElement {
  return element("button", { type: "button", class: "output-time", "aria-label": `Go to ${seconds(t)} seconds`, click: () => { listeners.seek(t); } }, seconds(t));
}

function bubble(entry: SeenEntry, listeners: AnswerListeners): HTMLElement | null {
  const said = (side: string, who: string, text: string): HTMLElement => element("li", { class: `bubble ${side}`, "data-t": entry.t },
    element("span", { class: "bubble-head" }, who, " ", time_button(entry.t, listeners)), element("span", { class: "bubble-text" }, text));
  const told = (words: string, bad = false): HTMLElement => element("li", { class: bad ? "bubble note bad" : "bubble note", "data-t": entry.t }, time_button(entry.t, listeners), ` ${words}`);
  const code = entry.code ?? 0;
  switch (entry.kind) {
    case "said": return said("out", "sends", entry.text ?? "");
    case "heard": return said("in", "gets", entry.text ?? "");
    case "piece": return said("in", "gets", entry.text ?? "");
    case "head": return told(`status ${code}`, is_bad_status(code));
    case "accepted": return told("connected");
    case "refused": return told(`no WebSocket: the program answers ${code}`, true);
    case "closed": return told(`${entry.by_client === true ? "closes" : "the program closes"} the connection: ${code}`, code !== 1000 && code !== 1001 && code !== 1005 && code !== 1012);
    case "left": return told("leaves");
    case "broken": return told("the answer breaks off", true);
    case "done": return told("that is all");
    case "sent": return told("arrives");
  }
}

/** The conversation of a WebSocket, or the chunks of a streamed answer. */
export class Conversation {
  readonly root = element("ol", { class: "bubbles", "aria-label": "Conversation", tabindex: 0 });
  private shown_ = "";

  constructor(private readonly listeners: AnswerListeners) {}

  show(client: ClientSeen | null): void {
    const log = client?.log ?? [];
    const shown = JSON.stringify(log);
    if (shown === this.shown_) return;
    this.shown_ = shown;
    const left = Math.max(0, log.length - bubbles_max) + (client?.more ?? 0);
    this.root.replaceChildren(
      ...log.slice(0, bubbles_max).map((entry) => bubble(entry, this.listeners)).filter((row) => row !== null),
      ...(left > 0 ? [element("li", { class: "bubble note" }, `and ${left} more`)] : []));
  }

  show_playhead(t: number): void {
    let last: HTMLElement | null = null;
    for (const row of this.root.children) {
      if (!(row instanceof HTMLElement) || row.dataset["t"] === undefined) continue;
      const to_come = Number(row.dataset["t"]) > t + 1e-6;
      row.classList.toggle("to-come", to_come);
      if (!to_come) last = row;
    }
    // Scrolls the list alone, never the page around it.
    if (last !== null && this.root.scrollHeight > this.root.clientHeight) {
      const bottom = last.offsetTop + last.offsetHeight - this.root.offsetTop;
      if (bottom > this.root.scrollTop + this.root.clientHeight || last.offsetTop - this.root.offsetTop < this.root.scrollTop) {
        this.root.scrollTop = bottom - this.root.clientHeight + 4;
      }
    }
  }
}

/** Status, headers and body. */
export function answer_card(client: ClientSeen | null, listeners: AnswerListeners): HTMLElement {
  const card = element("div", { class: "answer", role: "status" });
  const answer = client === null ? null : answer_of(client);
  if (client === null || client.log.length === 0) {
    card.append(element("p", { class: "quiet" }, "It has not come yet: the run ended before."));
    return card;
  }
  if (answer === null) {
    const broken = client.log.some((entry) => entry.kind === "broken");
    const left = client.log.find((entry) => entry.kind === "left");
    card.append(element("p", { class: broken ? "quiet bad" : "quiet" }, broken ? "The connection broke off before an answer."
      : left !== undefined ? `It left at ${seconds(left.t)} s, without an answer.` : "No answer came."));
    return card;
  }
  const bad = is_bad_status(answer.status);
  card.append(element("p", { class: "answer-head" },
    element("strong", { class: bad ? "status bad" : "status" }, String(answer.status)),
    ...(answer.done === null ? [" not over"] : [" at ", time_button(answer.done, listeners), " s, after ", `${seconds(answer.done - answer.sent)} s`])));
  if (client.streams) {
    const conversation = new Conversation(listeners);
    conversation.show({ ...client, log: client.log.filter((entry) => entry.kind === "piece" || entry.kind === "done" || entry.kind === "left" || entry.kind === "broken") });
    card.append(conversation.root);
  } else if (answer.body !== "") {
    card.append(element("pre", { class: "answer-body", tabindex: 0, "aria-label": "Body of the answer" }, pretty_body(answer.body, answer.content_type)));
  }
  card.append(element("details", { class: "more" }, element("summary", {}, `${client.headers.length} headers`),
    element("pre", { class: "answer-body" }, client.headers.map(([name, value]) => `${name}: ${value}`).join("\n"))));
  return card;
}
