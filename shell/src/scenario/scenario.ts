// The scenario as a document: what the form and the raw text both edit. It holds whatever the text holds, so that a key that this page
// does not know stays where it is. What is right and wrong in it is the engine's to say. No DOM here.

import { format_json, read_json } from "./json_text.ts";

export type Fields = Record<string, unknown>;

export function fields_of(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value as Fields : {};
}

export function list_of(value: unknown): unknown[] { return Array.isArray(value) ? value : []; }

export function text_of(value: unknown): string { return typeof value === "string" ? value : ""; }

export function number_of(value: unknown): number | null { return typeof value === "number" && Number.isFinite(value) ? value : null; }

/** An empty text is an empty scenario. Null: it is no JSON, or no object. */
export function read_scenario(text: string): Fields | null {
  if (text.trim() === "") return {};
  const read = read_json(text);
  if (read.problem !== null || typeof read.value !== "object" || read.value === null || Array.isArray(read.value)) return null;
  return read.value as Fields;
}

export function scenario_text(scenario: unknown): string {
  const value = fields_of(scenario);
  return Object.keys(value).length === 0 ? "" : format_json(value);
}

export function members(scenario: Fields, list: "clients" | "services"): Fields[] { return list_of(scenario[list]).map(fields_of); }

export function with_members(scenario: Fields, list: "clients" | "services", all: readonly Fields[]): Fields {
  const made: Fields = { ...scenario, [list]: all };
  if (all.length === 0) delete made[list];
  return made;
}

/** A copy with the key set, in its place if it was there; undefined takes it out. */
export function with_key(object: Fields, key: string, value: unknown): Fields {
  const made: Fields = { ...object, [key]: value };
  if (value === undefined) delete made[key];
  return made;
}

export type ClientKind = "request" | "several" | "crowd" | "stream" | "websocket";

export function headers_of(client: Fields): Fields { return fields_of(client["headers"]); }

function accepts_events(client: Fields): boolean {
  return Object.entries(headers_of(client)).some(([name, value]) => name.toLowerCase() === "accept" && value === "text/event-stream");
}

export function kind_of(client: Fields): ClientKind {
  if ("websocket" in client) return "websocket";
  if ("requests" in client) return "several";
  if ("count" in client) return "crowd";
  return accepts_events(client) ? "stream" : "request";
}

export interface RequestLine {
  method: string;
  path: string;
}

export function request_of(client: Fields): RequestLine {
  if ("websocket" in client) return { method: "GET", path: text_of(client["websocket"]) };
  const [first] = list_of(client["requests"]);
  const request = text_of(client["request"]) || text_of(first) || text_of(fields_of(first)["request"]);
  const blank = request.indexOf(" ");
  return blank < 0 ? { method: request === "" ? "GET" : request, path: "" } : { method: request.slice(0, blank), path: request.slice(blank + 1) };
}

/** The same client as one of another kind: what the new kind has no use for goes. */
export function as_kind(client: Fields, kind: ClientKind): Fields {
  const { method, path } = request_of(client);
  const made: Fields = { ...client };
  const headers = { ...headers_of(client) };
  for (const name of Object.keys(headers)) if (name.toLowerCase() === "accept" && headers[name] === "text/event-stream") delete headers[name];
  if (kind === "stream") headers["accept"] = "text/event-stream";
  delete made["headers"];
  for (const key of kind === "crowd" ? [] : ["count", "every"]) delete made[key];
  const bodies = ["json", "form", "body"];
  const of_requests = ["browser", "follow_redirects", "retries", "timeout"];
  const of_several = ["requests", "think", "connections"];
  for (const key of kind === "websocket" ? ["request", ...bodies, ...of_requests, ...of_several]
    : kind === "several" ? ["request", "websocket", "script", ...bodies] : ["websocket", "script", ...of_several]) delete made[key];
  if (kind === "several") made["requests"] = list_of(client["requests"]).length > 0 ? client["requests"] : [`${method} ${path === "" ? "/" : path}`, `${method} ${path === "" ? "/" : path}`];
  else if (kind === "websocket") made["websocket"] = path === "" ? "/ws" : path;
  else made["request"] = `${kind === "stream" ? "GET" : method} ${path === "" ? "/" : path}`;
  if (kind === "crowd") Object.assign(made, { count: number_of(client["count"]) ?? 10, every: number_of(client["every"]) ?? 0.1 });
  if (Object.keys(headers).length > 0) made["headers"] = headers;
  return made;
}

/** "GET /items/3", "WebSocket /ws": what the client does, in a few words. */
export function client_words(client: Fields): string {
  const { method, path } = request_of(client);
  switch (kind_of(client)) {
    case "websocket": return `WebSocket ${path}`;
    case "several": {
      const count = list_of(client["requests"]).length;
      return `${method} ${path}${count > 1 ? ` and ${count - 1} more` : ""}`;
    }
    case "crowd": return `${String(client["count"])} × ${method} ${path}`;
    default: return `${method} ${path}`;
  }
}

/** "Table 3": the next number that no client has. */
export function free_name(clients: readonly Fields[], stem: string): string {
  const names = new Set(clients.map((client) => text_of(client["name"])));
  for (let number = 1; ; number += 1) if (!names.has(`${stem} ${number}`)) return `${stem} ${number}`;
}

/** Of each client, the place of its first record among the run's, which has a crowd's members one by one; and how many it has. */
export function record_places(clients: readonly Fields[]): { first: number; count: number }[] {
  let next = 0;
  return clients.map((client) => {
    const count = Math.max(1, Math.floor(number_of(client["count"]) ?? 1));
    const place = { first: next, count };
    next += count;
    return place;
  });
}

/** Adds a message that the client sends then, in its place in the order of times. */
export function with_message(client: Fields, at: number, message: Fields): Fields {
  const script = list_of(client["script"]).map(fields_of);
  // A script whose steps follow one another has no times: it goes on a second after its last step.
  if (script.some((entry) => "after" in entry || "hears" in entry)) return { ...client, script: [...script, { after: 1, ...message }] };
  const after = script.findIndex((entry) => (number_of(entry["at"]) ?? 0) > at);
  script.splice(after < 0 ? script.length : after, 0, { at, ...message });
  return { ...client, script };
}

/** A time as a scenario writes it: no more than microseconds, which is what a playhead can be put to. */
export function rounded(t: number): number { return Math.round(t * 1e6) / 1e6; }
