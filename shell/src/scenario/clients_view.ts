// The tab "clients": the scenario's clients as a list, each opening into its form and what it got; outside services and the world's own
// settings; and the same as raw JSON. It edits the store and shows what the store and the run say.

import type { ClientSeen } from "../engine/protocol.ts";
import { element } from "../page/dom.ts";
import type { Application, Endpoint } from "./application.ts";
import { sample_client } from "./application.ts";
import type { PathHint } from "./client_form.ts";
import { service_form } from "./client_form.ts";
import { ClientRow, method_chip } from "./client_row.ts";
import { seconds_text, url_text, whole_number } from "./codecs.ts";
import { Field } from "./field.ts";
import { line_of_pointer, place_of, read_json } from "./json_text.ts";
import type { Fields } from "./scenario.ts";
import { fields_of, free_name, members, number_of, record_places, rounded, text_of, with_key, with_members, with_message } from "./scenario.ts";
import type { ScenarioStore } from "./scenario_store.ts";

export interface ClientsListeners {
  seek(t: number): void;
  reset(): void;
  /** How many clients there are, for the tab. */
  counted(count: number): void;
}

interface ScenarioProblem {
  pointer: string;
  message: string;
}

export class ClientsView {
  private readonly list_ = element("ol", { class: "client-list" });
  private readonly empty_ = element("div", { class: "empty" });
  private readonly services_ = element("section", { class: "services", "aria-label": "Outside services" });
  private readonly settings_ = element("details", { class: "more world" });
  private readonly raw_ = element("textarea", { class: "raw field-control", spellcheck: "false", autocomplete: "off", "aria-label": "The scenario as JSON", "aria-describedby": "raw-problem" });
  private readonly raw_problem_ = element("div", { class: "field-problem", id: "raw-problem", role: "status" });
  private readonly form_part_ = element("div", { class: "clients-form" });
  private readonly raw_part_ = element("div", { class: "clients-raw", hidden: true });
  private readonly raw_button_ = element("button", { type: "button", class: "button small", "aria-pressed": "false", click: () => { this.toggle_raw(); } }, "JSON");
  private readonly undo_ = element("button", { type: "button", class: "button small", click: () => { this.store.undo(); } }, "Undo");
  private readonly redo_ = element("button", { type: "button", class: "button small", click: () => { this.store.redo(); } }, "Redo");
  private readonly reset_ = element("button", { type: "button", class: "link", hidden: true, click: () => { this.listeners.reset(); } }, "Reset");
  private readonly problem_ = element("div", { class: "card bad scenario-problem", role: "alert", hidden: true });
  private rows_: ClientRow[] = [];
  private open_ = -1;
  private application_: Application | null = null;
  private serves_ = false;
  private seen_: readonly ClientSeen[] = [];
  private t_ = 0;
  private end_ = 0;
  private typed_problem_ = false;

  constructor(private readonly root_: HTMLElement, private readonly store: ScenarioStore, private readonly listeners: ClientsListeners) {
    const add = element("button", { type: "button", class: "button small primary", click: () => { this.add(); } }, "Add a client");
    this.raw_part_.append(element("p", { class: "quiet" }, "The scenario as it is run. Form and text are the same thing."), this.raw_, this.raw_problem_);
    this.form_part_.append(this.empty_, this.list_, this.services_, this.settings_);
    this.root_.append(element("div", { class: "clients-bar", role: "toolbar", "aria-label": "Clients" }, add, this.undo_, this.redo_, element("span", { class: "spring" }), this.reset_, this.raw_button_),
      this.problem_, this.form_part_, this.raw_part_);
    this.raw_.addEventListener("input", () => { this.read_raw(); });
    this.root_.addEventListener("keydown", (event) => {
      // In a field the browser's own undo is meant.
      if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) this.store.redo();
      else this.store.undo();
    });
    store.on_change((author) => { this.show_scenario(author); });
    this.show_scenario(null);
  }

  show_application(application: Application | null, serves: boolean): void {
    this.application_ = application;
    this.serves_ = serves;
    this.show_empty();
  }

  show_resettable(resettable: boolean): void { this.reset_.hidden = !resettable; }

  show_run(seen: readonly ClientSeen[], end: number): void {
    this.seen_ = seen;
    this.end_ = end;
    this.show_seen();
  }

  show_playhead(t: number): void {
    this.t_ = t;
    for (const row of this.rows_) row.show_playhead(t);
  }

  /** What the engine says against the scenario; null: it took it. */
  show_problem(problem: ScenarioProblem | null): void {
    this.problem_.hidden = problem === null;
    if (this.typed_problem_) return;  // what is typed now cannot be read, and that has been said
    this.raw_problem_.replaceChildren();
    if (problem === null) return;
    const [, list, index] = problem.pointer.split("/");
    const rest = `/${problem.pointer.split("/").slice(3).join("/")}`;
    const row = list === "clients" ? this.rows_[Number(index)] : undefined;
    if (row !== undefined && this.open_ === Number(index)) row.show_problem(rest, problem.message);
    const name = row === undefined ? "" : `${text_of(row.client["name"]) || "a client"}: `;
    const where = problem.pointer === "" ? "" : ` (${problem.pointer})`;
    this.problem_.replaceChildren(element("p", {}, element("strong", {}, "Not run with these clients. "), `${name}${problem.message}${where}. The picture is of the last ones that ran.`));
    const line = line_of_pointer(this.store.text, problem.pointer);
    this.raw_problem_.replaceChildren(this.line_link(line), ` ${problem.message}${where}.`);
  }

  /** Adds it, opens it, and says its place in the list. */
  add_client(client: Fields, opens: boolean): number {
    const clients = members(this.store.value, "clients");
    if (opens) this.open_ = clients.length;
    this.store.set_value(with_members(this.store.value, "clients", [...clients, client]));
    return clients.length;
  }

  say(index: number, at: number, message: Fields, shows = true): void {
    const clients = members(this.store.value, "clients");
    const client = clients[index];
    if (client === undefined) return;
    if (shows) this.open_ = index;
    this.put_client(index, with_message(client, at, message), null);
    if (shows) this.rows_[index]?.focus_chat();
    this.listeners.seek(at);
  }

  private add(): void {
    const clients = members(this.store.value, "clients");
    const first = this.application_?.endpoints[0];
    const client = first !== undefined && this.application_ !== null ? sample_client(first, this.application_, clients, rounded(this.t_))
      : { name: free_name(clients, "Table"), at: 0, request: "GET /" };
    this.add_client(client, true);
    this.rows_.at(-1)?.focus();
  }

  private put_client(index: number, client: Fields | null, author: unknown, typing = false): void {
    const clients = members(this.store.value, "clients");
    const next = client === null ? clients.filter((_, i) => i !== index) : clients.map((each, i) => i === index ? client : each);
    this.store.set_value(with_members(this.store.value, "clients", next), author, typing);
  }

  private show_scenario(author: unknown): void {
    this.undo_.disabled = !this.store.can_undo;
    this.redo_.disabled = !this.store.can_redo;
    if (author !== this.raw_) {
      this.raw_.value = this.store.text;
      this.typed_problem_ = false;
      this.raw_problem_.replaceChildren();
      this.raw_.removeAttribute("aria-invalid");
    }
    if (!this.typed_problem_ || author !== this.raw_) this.problem_.hidden = true;
    const clients = members(this.store.value, "clients");
    this.listeners.counted(clients.length);
    if (this.open_ >= clients.length) this.open_ = -1;
    const own = this.rows_.find((row) => row === author);
    if (own !== undefined) {
      own.client = clients[own.index] ?? {};
      own.show_words();
    } else if (author !== this.services_ && author !== this.settings_) {
      this.rows_ = clients.map((client, index) => this.row(client, index));
      this.list_.replaceChildren(...this.rows_.map((row) => row.root));
      this.show_services();
      this.show_settings();
    }
    this.show_empty();
    this.show_seen();
  }

  private row(client: Fields, index: number): ClientRow {
    const row = new ClientRow(client, index, {
      opened: () => {
        this.open_ = this.open_ === index ? -1 : index;
        this.show_scenario(null);
        this.rows_[index]?.focus_button();
      },
      changed: (changed) => { this.put_client(index, changed, row, true); },
      removed: () => {
        this.open_ = -1;
        this.put_client(index, null, null);
      },
      doubled: () => {
        const clients = members(this.store.value, "clients");
        const stem = text_of(row.client["name"]).replace(/ \d+$/, "");
        const copy = { ...row.client, name: free_name(clients, stem === "" ? "Table" : stem) };
        this.open_ = index + 1;
        this.store.set_value(with_members(this.store.value, "clients", [...clients.slice(0, index + 1), copy, ...clients.slice(index + 1)]));
      },
      say: (at, message) => { this.say(index, at, message); },
      seek: (t) => { this.listeners.seek(t); },
    }, this.hints());
    if (this.open_ === index) row.open();
    return row;
  }

  private hints(): PathHint[] {
    return (this.application_?.endpoints ?? []).map((endpoint) => ({ method: endpoint.method, path: endpoint.path }));
  }

  private show_seen(): void {
    const clients = members(this.store.value, "clients");
    const places = record_places(clients);
    for (const row of this.rows_) {
      const place = places[row.index];
      if (place === undefined) continue;
      row.show_run(this.seen_.slice(place.first, place.first + place.count), this.end_);
      row.show_playhead(this.t_);
    }
  }

  private show_empty(): void {
    const clients = members(this.store.value, "clients");
    this.empty_.hidden = clients.length > 0;
    if (clients.length > 0) return;
    const application = this.application_;
    if (application === null || application.endpoints.length === 0) {
      this.empty_.replaceChildren(element("p", {}, this.serves_ || application !== null
        ? "Nobody comes yet. Add a client, and the program is served to it."
        : "Clients are for programs that serve a web application, such as app = FastAPI(). This one runs by itself."));
      return;
    }
    const add = (endpoint: Endpoint): void => {
      this.add_client(sample_client(endpoint, application, members(this.store.value, "clients"), 0), false);
    };
    this.empty_.replaceChildren(
      element("p", {}, "Nobody comes yet. Who should?"),
      element("ul", { class: "offers" }, ...application.endpoints.slice(0, 40).map((endpoint) => element("li", {},
        element("button", { type: "button", class: "offer", click: () => { add(endpoint); } },
          "Add a client for ", method_chip(endpoint.method), " ", element("code", {}, endpoint.path))))),
      ...(application.endpoints.length < 2 ? [] : [element("button", { type: "button", class: "button", click: () => {
        let scenario = this.store.value;
        for (const endpoint of application.endpoints.slice(0, 40)) {
          const now = members(scenario, "clients");
          scenario = with_members(scenario, "clients", [...now, sample_client(endpoint, application, now, rounded(now.length * 0.1))]);
        }
        this.store.set_value(scenario);
      } }, "Add one for each")]));
  }

  private show_services(): void {
    const services = members(this.store.value, "services");
    const put = (all: readonly Fields[], author: unknown): void => {
      this.store.set_value(with_members(this.store.value, "services", all), author, author !== null);
    };
    const now = (): Fields[] => members(this.store.value, "services");
    this.services_.replaceChildren(
      element("h3", { class: "small-caps" }, "Outside services"),
      element("p", { class: "quiet" }, "What the program's own httpx, aiohttp and requests calls reach. Any other address refuses the connection."),
      ...services.map((service, index) => {
        const change = (changed: Fields): void => { put(now().map((each, i) => i === index ? changed : each), this.services_); };
        const url = new Field({ label: "Address", codec: url_text, value: service["url"], changed: (value) => { change(with_key(now()[index] ?? {}, "url", value)); } });
        const card = element("details", { class: "service" },
          element("summary", {}, element("code", {}, text_of(service["url"])), " ", element("span", { class: "quiet" }, `${number_of(service["status"]) ?? 200} after ${number_of(service["latency"]) ?? 0} s`)),
          service_form(service, (changed) => { change({ ...changed, url: now()[index]?.["url"] }); }, url),
          element("button", { type: "button", class: "button small", click: () => { put(now().filter((_, i) => i !== index), null); } }, "Remove"));
        return card;
      }),
      element("button", { type: "button", class: "button small", click: () => {
        put([...now(), { url: `https://api.example.com/${now().length + 1}`, latency: 0.5, json: { id: now().length + 1 } }], null);
        const last = [...this.services_.querySelectorAll("details")].at(-1);
        if (last !== undefined) last.open = true;
      } }, "Add a service"));
  }

  private show_settings(): void {
    const set = (key: string, value: unknown): void => { this.store.set_value(with_key(this.store.value, key, value), this.settings_, true); };
    const set_network = (key: string, value: unknown): void => {
      const network = with_key(fields_of(this.store.value["network"]), key, value);
      set("network", Object.keys(network).length === 0 ? undefined : network);
    };
    const scenario = this.store.value;
    const open = this.settings_.open;
    this.settings_.replaceChildren(element("summary", {}, "Network and time"),
      element("div", { class: "field-row" },
        new Field({ label: "Latency, one way (s)", codec: seconds_text, value: fields_of(scenario["network"])["latency"], placeholder: "0", changed: (value) => {
          set_network("latency", value);
        } }).root,
        new Field({ label: "Jitter, by chance up to (s)", codec: seconds_text, value: fields_of(scenario["network"])["jitter"], placeholder: "0", changed: (value) => { set_network("jitter", value); } }).root,
        new Field({ label: "The world ends at (s)", codec: seconds_text, value: scenario["until"], placeholder: "when all is done", changed: (value) => { set("until", value); } }).root,
        new Field({ label: "Seed of chance", codec: whole_number(0, Number.MAX_SAFE_INTEGER), value: scenario["seed"], placeholder: "0", changed: (value) => { set("seed", value); } }).root));
    this.settings_.open = open;
  }

  private toggle_raw(): void {
    const raw = this.raw_part_.hidden;
    this.raw_part_.hidden = !raw;
    this.form_part_.hidden = raw;
    this.raw_button_.setAttribute("aria-pressed", String(raw));
    if (raw) this.raw_.focus();
  }

  private read_raw(): void {
    const text = this.raw_.value;
    const read = text.trim() === "" ? null : read_json(text);
    this.typed_problem_ = read !== null && read.problem !== null;
    this.raw_problem_.replaceChildren();
    if (read !== null && read.problem !== null) {
      const { line, column, message } = read.problem;
      this.raw_problem_.replaceChildren(this.line_link(line, column), ` ${message}. The picture is of the last text that could be read.`);
      this.raw_.setAttribute("aria-invalid", "true");
    } else if (read !== null && (typeof read.value !== "object" || read.value === null || Array.isArray(read.value))) {
      this.raw_problem_.replaceChildren("A scenario is an object: { \"clients\": [...] }.");
      this.raw_.setAttribute("aria-invalid", "true");
    } else {
      this.raw_.removeAttribute("aria-invalid");
    }
    this.store.set(text, this.raw_, true);
  }

  private line_link(line: number, column = 1): HTMLElement {
    return element("button", { type: "button", class: "line-link", click: () => {
      if (this.raw_part_.hidden) this.toggle_raw();
      const lines = this.raw_.value.split("\n");
      const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
      const from = Math.min(this.raw_.value.length, start + column - 1);
      this.raw_.focus();
      this.raw_.setSelectionRange(from, column > 1 ? Math.min(from + 1, this.raw_.value.length) : start + (lines[line - 1]?.length ?? 0));
      const at = place_of(this.raw_.value, from).line;
      this.raw_.scrollTop = (at - 4) * 18;
    } }, `Line ${line}${column > 1 ? `, column ${column}` : ""}:`);
  }
}
