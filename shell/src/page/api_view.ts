// The tab "API": what the program's application offers, each endpoint with a form to try it. A try is a client that comes at the
// playhead's time: it joins the scenario, everything runs again, and its answer is shown here.

import type { ClientSeen } from "../engine/protocol.ts";
import { answer_card } from "../scenario/answer_view.ts";
import type { Application, Endpoint, Parameter } from "../scenario/application.ts";
import { parameter_key, sample_body, sample_parameter, trial_client } from "../scenario/application.ts";
import { Chat } from "../scenario/chat.ts";
import { method_chip } from "../scenario/client_row.ts";
import type { Codec } from "../scenario/codecs.ts";
import { any_text, exact_text, json_text, needed, pairs_text } from "../scenario/codecs.ts";
import { Field } from "../scenario/field.ts";
import type { Fields } from "../scenario/scenario.ts";
import { text_of } from "../scenario/scenario.ts";
import { element } from "./dom.ts";
import { seconds } from "./time_format.ts";

export interface ApiListeners {
  seek(t: number): void;
  go_to_line(line: number): void;
  /** The names that are taken. */
  free_name(): string;
  /** Adds the client to the scenario. */
  add(client: Fields): void;
  say(name: string, at: number, message: Fields): void;
}

export class ApiView {
  private shown_ = "";
  private trials_ = new Map<string, Trying>();
  private t_ = 0;
  private seen_: readonly ClientSeen[] = [];
  private end_ = 0;

  constructor(private readonly root_: HTMLElement, private readonly listeners: ApiListeners) {}

  show_application(application: Application | null): void {
    const shown = JSON.stringify(application);
    if (shown === this.shown_) return;
    this.shown_ = shown;
    if (application === null) {
      this.trials_.clear();
      this.root_.replaceChildren(element("p", { class: "quiet" }, "This program serves no application."));
      return;
    }
    // What was tried and typed at an endpoint stays while the endpoint is as it was.
    const before = this.trials_;
    this.trials_ = new Map();
    for (const endpoint of application.endpoints) {
      const key = JSON.stringify([endpoint, application.components]);
      this.trials_.set(key, before.get(key) ?? new Trying(endpoint, application, this.listeners));
    }
    this.root_.replaceChildren(
      element("div", { class: "api-head" }, element("h2", {}, application.title || "The application"), element("span", { class: "quiet" }, application.version)),
      ...(this.trials_.size === 0 ? [element("p", { class: "quiet" }, "It has no endpoints yet.")] : []),
      element("ul", { class: "endpoints" }, ...[...this.trials_.values()].map((trial) => trial.root)));
    this.show_all();
  }

  show_run(seen: readonly ClientSeen[], end: number): void {
    this.seen_ = seen;
    this.end_ = end;
    this.show_all();
  }

  show_playhead(t: number): void {
    this.t_ = t;
    for (const trial of this.trials_.values()) trial.show_playhead(t);
  }

  private show_all(): void {
    for (const trial of this.trials_.values()) {
      trial.show_run(this.seen_, this.end_);
      trial.show_playhead(this.t_);
    }
  }
}

function type_words(parameter: Parameter): string {
  const { schema } = parameter;
  const type = text_of(schema["type"]);
  return `${parameter.place}${type === "" ? "" : `, ${type}`}${parameter.required ? "" : ", optional"}`;
}

class Trying {
  readonly root = element("li", { class: "endpoint" });
  private readonly body_ = element("div", { class: "endpoint-body", hidden: true });
  private readonly go_ = element("button", { type: "submit", class: "button primary" });
  private readonly got_ = element("div", { class: "client-got" });
  private readonly parameters_ = new Map<string, string>();
  private request_body_: Fields | null = null;
  private fields_: Field[] = [];
  private built_ = false;
  private name_: string | null = null;
  private at_ = 0;
  private chat_: Chat | null = null;
  private shown_answer_ = "";
  private t_ = 0;

  constructor(private readonly endpoint_: Endpoint, private readonly application_: Application, private readonly listeners: ApiListeners) {
    const button = element("button", { type: "button", class: "endpoint-row", "aria-expanded": "false", click: () => {
      this.build();
      this.body_.hidden = !this.body_.hidden;
      button.setAttribute("aria-expanded", String(!this.body_.hidden));
    } }, method_chip(endpoint_.method), element("code", { class: "endpoint-path" }, endpoint_.path), element("span", { class: "endpoint-summary" }, endpoint_.summary));
    this.root.append(button, this.body_);
  }

  show_playhead(t: number): void {
    this.t_ = t;
    this.go_.textContent = `${this.endpoint_.method === "WS" ? "Connect" : "Try"} at ${seconds(t)} s`;
    this.chat_?.show_playhead(t);
  }

  show_run(seen: readonly ClientSeen[], end: number): void {
    if (this.name_ === null) return;
    const mine = seen.find((client) => client.name === this.name_) ?? null;
    if (this.chat_ !== null) {
      this.chat_.show(mine, end);
      return;
    }
    const shown = JSON.stringify(mine);
    if (shown === this.shown_answer_) return;
    this.shown_answer_ = shown;
    this.got_.replaceChildren(element("h3", { class: "small-caps" }, `${this.name_} at ${seconds(this.at_)} s`),
      ...(mine === null ? [element("p", { class: "quiet" }, "This client is no longer among the clients.")] : [answer_card(mine, this.listeners)]));
  }

  private build(): void {
    if (this.built_) return;
    this.built_ = true;
    const { endpoint_: endpoint, application_: application } = this;
    this.fields_ = endpoint.parameters.map((parameter) => {
      const value = sample_parameter(parameter, application.components);
      const key = parameter_key(parameter);
      this.parameters_.set(key, value);
      const codec = parameter.required ? needed(any_text, "It needs a value.") : any_text;
      return new Field({ label: `${parameter.name} (${type_words(parameter)})`, codec, value: value === "" ? undefined : value,
                         ...(parameter.description === "" ? {} : { hint: parameter.description }),
                         changed: (changed) => { this.parameters_.set(key, text_of(changed)); } });
    });
    this.request_body_ = sample_body(endpoint, application.components);
    for (const [key, value] of Object.entries(this.request_body_ ?? {})) {
      const codec: Codec = key === "json" ? needed(json_text, "A JSON value.") : key === "form" ? pairs_text : exact_text;
      this.fields_.push(new Field({ label: `Body (${endpoint.body?.content_type ?? ""})`, codec, value, rows: 3, class: "code-field",
                                    changed: (changed) => { this.request_body_ = { [key]: changed ?? {} }; } }));
    }
    const form = element("form", { class: "client-form", novalidate: true, submit: (event) => { event.preventDefault(); this.try_it(); } },
      ...this.fields_.map((field) => field.root), element("div", { class: "client-actions" }, this.go_,
        ...(endpoint.line > 0 ? [element("button", { type: "button", class: "link", click: () => { this.listeners.go_to_line(endpoint.line); } }, `line ${endpoint.line}`)] : [])));
    this.body_.append(...(endpoint.description === "" ? [] : [element("p", { class: "endpoint-description" }, endpoint.description)]), form, this.got_);
    this.show_playhead(this.t_);
  }

  private try_it(): void {
    const wrong = this.fields_.find((field) => !field.is_right);
    if (wrong !== undefined) {
      wrong.read();
      wrong.focus();
      return;
    }
    this.name_ = this.listeners.free_name();
    this.at_ = this.t_;
    this.shown_answer_ = "";
    this.chat_ = null;
    this.got_.replaceChildren();
    const { name_: name } = this;
    if (this.endpoint_.method === "WS") {
      this.chat_ = new Chat(name, this.at_, { say: (at, message) => { this.listeners.say(name, at, message); }, seek: (t) => { this.listeners.seek(t); } });
      this.got_.append(element("h3", { class: "small-caps" }, `${name} at ${seconds(this.at_)} s`), this.chat_.root);
      this.chat_.show_playhead(this.t_);
    }
    this.listeners.add(trial_client(this.endpoint_, { parameters: this.parameters_, body: this.request_body_ }, name, this.at_));
    this.chat_?.focus();
  }
}
