// The form of one client. Each field that is right changes the client at once; a field that is not says what is expected, and the client
// stays as it was. Keys that have no field of their own can be written as JSON.

import { element } from "../page/dom.ts";
import type { Codec } from "./codecs.ts";
import { any_text, exact_text, json_text, name_text, needed, number_text, pairs_text, path_text, range_text, requests_text, seconds_text, share_text, whole_number } from "./codecs.ts";
import { Field, choice_field } from "./field.ts";
import type { ClientKind, Fields } from "./scenario.ts";
import { as_kind, fields_of, kind_of, list_of, request_of, text_of, with_key } from "./scenario.ts";

export interface PathHint {
  method: string;
  path: string;
}

export interface ClientFormListeners {
  changed(client: Fields): void;
}

const kinds: readonly (readonly [ClientKind, string])[] = [
  ["request", "one request"], ["several", "several requests"], ["crowd", "a crowd, one request each"], ["stream", "event stream (SSE)"], ["websocket", "WebSocket"]];
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"].map((method) => [method, method] as const);
const bodies = [["", "none"], ["json", "JSON"], ["form", "form"], ["body", "text"]] as const;
const messages = [["send", "text"], ["send_json", "JSON"], ["send_bytes", "bytes"], ["close", "close"]] as const;
const own_keys = ["name", "at", "request", "requests", "websocket", "json", "form", "body", "headers", "leaves", "vanishes", "script", "count", "every", "rate", "think",
                  "connections", "timeout", "retries", "follow_redirects", "latency", "jitter", "reads", "browser"];

export class ClientForm {
  readonly root = element("div", { class: "client-form" });
  private fields_ = new Map<string, Field>();

  constructor(private client_: Fields, private readonly hints: readonly PathHint[], private readonly listeners: ClientFormListeners) {
    this.build();
  }

  /** What the engine says is wrong at this place within the client: "/request". */
  show_problem(pointer: string, message: string): boolean {
    const key = pointer.split("/")[1] ?? "";
    const field = this.fields_.get(key === "request" || key === "websocket" ? "path" : key);
    field?.show_problem(`${message.charAt(0).toUpperCase()}${message.slice(1)}.`);
    return field !== undefined;
  }

  private change(client: Fields): void {
    this.client_ = client;
    this.listeners.changed(client);
  }

  private set(key: string, value: unknown): void { this.change(with_key(this.client_, key, value)); }

  private field(key: string, field: Field): HTMLElement {
    this.fields_.set(key, field);
    return field.root;
  }

  private build(): void {
    this.fields_ = new Map();
    const client = this.client_;
    const kind = kind_of(client);
    const { method, path } = request_of(client);
    const is_socket = kind === "websocket";
    const wanted = is_socket ? "WS" : method;
    const offered = [...new Set([...this.hints.filter((hint) => hint.method === wanted), ...this.hints.filter((hint) => (hint.method === "WS") === is_socket)]
      .map((hint) => hint.path))];
    this.root.replaceChildren(
      element("div", { class: "field-row" },
        this.field("name", new Field({ label: "Name", codec: name_text, value: client["name"], changed: (value) => { this.set("name", value); } })),
        this.field("at", new Field({ label: "Arrives at (s)", codec: seconds_text, value: client["at"], placeholder: "0", class: "short",
                                     changed: (value) => { this.set("at", value); } }))),
      element("div", { class: "field-row" },
        choice_field("Kind", kinds, kind, (value) => { this.change(as_kind(this.client_, value as ClientKind)); this.build(); }),
        ...(is_socket || kind === "stream" || kind === "several" ? [] : [choice_field("Method", methods, method, (value) => {
          this.set("request", `${value} ${request_of(this.client_).path}`);
          this.build();
        }, "short")])),
      ...(kind === "several" ? this.several() : [this.path(path, offered, is_socket)]),
      ...(kind === "crowd" ? [element("div", { class: "field-row" },
        this.field("count", new Field({ label: "How many", codec: needed(whole_number(1, 10_000), "A whole number from 1 to 10000."), value: client["count"],
                                        changed: (value) => { this.set("count", value); } })),
        this.field("every", new Field({ label: "One every (s)", codec: seconds_text, value: client["every"], placeholder: "0",
                                        changed: (value) => { this.set("every", value); } })))] : []),
      ...(is_socket ? [this.script()] : kind === "stream" || kind === "several" ? [] : this.body()),
      ...this.others(),
    );
  }

  private path(path: string, offered: readonly string[], is_socket: boolean): HTMLElement {
    return this.field("path", new Field({ label: "Path", codec: path_text, value: path, list: offered, changed: (value) => {
      if (is_socket) this.set("websocket", value);
      else this.set("request", `${request_of(this.client_).method} ${String(value)}`);
    } }));
  }

  private several(): HTMLElement[] {
    return [
      this.field("requests", new Field({ label: "Requests, one in each line", codec: requests_text, value: this.client_["requests"], rows: 3, class: "code-field",
                                         hint: "One with a body: {\"request\": \"POST /orders\", \"json\": {\"what\": \"tea\"}}", changed: (value) => { this.set("requests", value); } })),
      element("div", { class: "field-row" },
        this.plain("think", "Thinks between (s)", range_text, "0"), this.plain("connections", "At once", whole_number(1, 1000), "1"))];
  }

  private plain(key: string, label: string, codec: Codec, placeholder: string): HTMLElement {
    return this.field(key, new Field({ label, codec, value: this.client_[key], placeholder, changed: (value) => { this.set(key, value); } }));
  }

  private body(): HTMLElement[] {
    const key = bodies.find(([name]) => name !== "" && name in this.client_)?.[0] ?? "";
    const choice = choice_field("Body", bodies, key, (value) => {
      let client = this.client_;
      for (const [name] of bodies) if (name !== "") client = with_key(client, name, undefined);
      if (value !== "") client = with_key(client, value, value === "json" ? {} : value === "form" ? { name: "value" } : "");
      this.change(client);
      this.build();
    }, "short");
    if (key === "") return [choice];
    const codec = key === "json" ? needed(json_text, "A JSON value, such as {\"name\": \"tea\"}.") : key === "form" ? pairs_text : exact_text;
    const label = key === "json" ? "JSON" : key === "form" ? "Fields, one \"name: value\" in each line" : "Text";
    return [choice, this.field(key, new Field({ label, codec, value: this.client_[key], rows: 3, class: "code-field",
                                                 changed: (value) => { this.set(key, value ?? (key === "form" ? {} : value)); } }))];
  }

  private script(): HTMLElement {
    const script = list_of(this.client_["script"]).map(fields_of);
    const put = (next: readonly Fields[], rebuild: boolean): void => {
      this.set("script", next.length === 0 ? undefined : next);
      if (rebuild) this.build();
    };
    const current = (): Fields[] => list_of(this.client_["script"]).map(fields_of);
    const rows = script.map((message, index) => {
      const key = messages.find(([name]) => name in message)?.[0] ?? "send";
      const change = (next: Fields): void => { put(current().map((each, i) => i === index ? next : each), false); };
      const now = (): Fields => current()[index] ?? {};
      const codec = key === "send_json" ? needed(json_text, "A JSON value.") : key === "close" ? needed(whole_number(1000, 4999), "A close code from 1000 to 4999.") : exact_text;
      return element("li", { class: "script-row" },
        new Field({ label: "At (s)", codec: needed(seconds_text, "A number of seconds."), value: message["at"], class: "short", changed: (value) => { change(with_key(now(), "at", value)); } }).root,
        choice_field("Sends", messages, key, (value) => {
          put(current().map((each, i) => i === index ? { at: each["at"] ?? 0, [value]: value === "close" ? 1000 : value === "send_json" ? {} : text_of(each[key]) } : each), true);
        }, "short"),
        new Field({ label: key === "close" ? "Code" : "Message", codec, value: message[key], changed: (value) => { change(with_key(now(), key, value)); } }).root,
        element("button", { type: "button", class: "button small", "aria-label": `Remove message ${index + 1}`, click: () => { put(current().filter((_, i) => i !== index), true); } }, "×"));
    });
    return element("fieldset", { class: "script" }, element("legend", {}, "What it sends"),
      element("ol", {}, ...rows),
      element("button", { type: "button", class: "button small", click: () => {
        const last = current().at(-1);
        put([...current(), { at: typeof last?.["at"] === "number" ? last["at"] + 1 : Number(this.client_["at"] ?? 0) + 1, send: "hello" }], true);
      } }, "Add a message"));
  }

  private others(): HTMLElement[] {
    const is_socket = kind_of(this.client_) === "websocket";
    const rest = Object.fromEntries(Object.entries(this.client_).filter(([key]) => !own_keys.includes(key)));
    const more = element("details", { class: "more" }, element("summary", {}, "Headers and more"),
      this.field("headers", new Field({ label: "Headers, one \"name: value\" in each line", codec: pairs_text, value: this.client_["headers"], rows: 2, class: "code-field",
                                        changed: (value) => { this.set("headers", value); } })),
      element("div", { class: "field-row" },
        this.plain("leaves", is_socket ? "Hangs up at (s)" : "Leaves at (s)", seconds_text, "never"), this.plain("vanishes", "Vanishes unnoticed at (s)", seconds_text, "never"),
        ...(is_socket ? [] : [this.plain("timeout", "Gives up after (s)", seconds_text, "never")])),
      ...(is_socket ? [] : [element("div", { class: "field-row" },
        this.plain("retries", "Tries again (times)", { ...any_text, parse: (text) => /^\s*\{/.test(text) ? json_text.parse(text) : whole_number(1, 100).parse(text) }, "0"),
        this.plain("browser", "Shares the browser named", any_text, "none"),
        choice_field("Follows redirects", [["", "no"], ["yes", "yes"]], this.client_["follow_redirects"] === true ? "yes" : "", (value) => { this.set("follow_redirects", value === "" ? undefined : true); }))]),
      element("div", { class: "field-row" },
        this.plain("latency", "Its latency, one way (s)", seconds_text, "the network's"), this.plain("jitter", "Jitter (s)", seconds_text, "0"), this.plain("reads", "Reads (bytes a second)", number_text, "all at once")),
      ...(kind_of(this.client_) === "crowd" ? [this.plain("rate", "Or comes by chance, so many a second", number_text, "")] : [element("div", { class: "field-row" },
        this.plain("count", "How many such clients", whole_number(1, 10_000), "1"), this.plain("every", "One every (s)", seconds_text, "0"))]),
      new Field({ label: "Other settings, as JSON", codec: json_text, value: Object.keys(rest).length === 0 ? undefined : rest, rows: 2, class: "code-field",
                  changed: (value) => {
                    const kept = Object.fromEntries(Object.entries(this.client_).filter(([key]) => own_keys.includes(key)));
                    this.change({ ...kept, ...fields_of(value) });
                  } }).root);
    const in_more = ["leaves", "vanishes", "timeout", "retries", "browser", "follow_redirects", "latency", "jitter", "reads", "rate"];
    more.open = in_more.some((key) => key in this.client_) || Object.keys(rest).length > 0 || Object.keys(fields_of(this.client_["headers"])).some((name) => name.toLowerCase() !== "accept");
    return [more];
  }
}

/** The form of one outside service. */
export function service_form(service: Fields, changed: (service: Fields) => void, url: Field): HTMLElement {
  let now = service;
  const set = (key: string, value: unknown): void => {
    now = with_key(now, key, value);
    changed(now);
  };
  const field = (key: string, label: string, codec: typeof any_text, more: Partial<{ rows: number; class: string; placeholder: string }> = {}): HTMLElement =>
    new Field({ label, codec, value: service[key], changed: (value) => { set(key, value); }, ...more }).root;
  const key = "text" in service ? "text" : "json";
  return element("div", { class: "client-form" }, url.root,
    element("div", { class: "field-row" },
      field("method", "Method", any_text, { placeholder: "any" }), field("latency", "Takes (s)", seconds_text, { placeholder: "0" }),
      field("status", "Status", whole_number(100, 599), { placeholder: "200" })),
    field(key, key === "json" ? "Answer, as JSON" : "Answer, as text", key === "json" ? json_text : any_text, { rows: 2, class: "code-field" }),
    element("div", { class: "field-row" },
      field("failure_rate", "Fails (share of calls)", share_text, { placeholder: "0" }),
      field("failure_status", "Status of a failure", whole_number(100, 599), { placeholder: "refused" })));
}
