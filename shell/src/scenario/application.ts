// What the program's application offers, as the engine tells it (fastapi/prelude/_describe.py): endpoints with their parameters, and a
// client that tries one. No DOM here.

import type { Fields } from "./scenario.ts";
import { fields_of, free_name, list_of, number_of, text_of } from "./scenario.ts";

export interface Parameter {
  name: string;
  place: "path" | "query" | "header" | "cookie";
  required: boolean;
  schema: Fields;
  description: string;
}

export interface Endpoint {
  /** "GET", ..., or "WS". */
  method: string;
  path: string;
  summary: string;
  description: string;
  /** Of its function in the program; 0 if that is elsewhere. */
  line: number;
  parameters: Parameter[];
  /** Null: it takes no body. */
  body: { content_type: string; schema: Fields } | null;
}

export interface Application {
  title: string;
  version: string;
  endpoints: Endpoint[];
  components: Fields;
}

const places = ["path", "query", "header", "cookie"] as const;

function read_parameter(value: unknown): Parameter {
  const parameter = fields_of(value);
  return {
    name: text_of(parameter["name"]), place: places.find((place) => place === parameter["in"]) ?? "query",
    required: parameter["required"] === true, schema: fields_of(parameter["schema"]), description: text_of(parameter["description"]),
  };
}

function read_endpoint(value: unknown): Endpoint {
  const endpoint = fields_of(value);
  const [content_type, media] = Object.entries(fields_of(fields_of(endpoint["requestBody"])["content"]))[0] ?? ["", null];
  return {
    method: text_of(endpoint["method"]), path: text_of(endpoint["path"]), line: number_of(endpoint["line"]) ?? 0,
    summary: text_of(endpoint["summary"]), description: text_of(endpoint["description"]),
    parameters: list_of(endpoint["parameters"]).map(read_parameter),
    body: content_type === "" ? null : { content_type, schema: fields_of(fields_of(media)["schema"]) },
  };
}

/** Null if the program has no application. */
export function read_application(value: unknown): Application | null {
  if (typeof value !== "object" || value === null) return null;
  const application = fields_of(value);
  return {
    title: text_of(application["title"]), version: text_of(application["version"]),
    endpoints: list_of(application["endpoints"]).map(read_endpoint), components: fields_of(application["components"]),
  };
}

const depth_max = 6;

/** A value that fits the schema: its example or default if it has one, else the plainest there is. */
export function sample(schema: Fields, components: Fields, depth = 0): unknown {
  const reference = text_of(schema["$ref"]);
  if (reference !== "") {
    const found = fields_of(fields_of(components["schemas"])[reference.slice(reference.lastIndexOf("/") + 1)]);
    return depth > depth_max ? null : sample(found, components, depth + 1);
  }
  for (const key of ["example", "default", "const"]) if (schema[key] !== undefined) return schema[key];
  const [first] = [...list_of(schema["examples"]), ...list_of(schema["enum"])];
  if (first !== undefined) return first;
  for (const key of ["anyOf", "oneOf", "allOf"]) {
    const choice = list_of(schema[key]).map(fields_of).find((one) => one["type"] !== "null");
    if (choice !== undefined) return depth > depth_max ? null : sample(choice, components, depth + 1);
  }
  switch (schema["type"]) {
    case "object": {
      if (depth > depth_max) return {};
      return Object.fromEntries(Object.entries(fields_of(schema["properties"])).map(([name, member]) =>
        [name, sample(fields_of(member), components, depth + 1)]));
    }
    case "array": {
      const items = list_of(schema["prefixItems"]).map(fields_of);
      if (items.length > 0) return items.map((item) => sample(item, components, depth + 1));
      return depth > depth_max ? [] : [sample(fields_of(schema["items"]), components, depth + 1)];
    }
    case "integer":
    case "number": {
      const least = number_of(schema["minimum"]) ?? (number_of(schema["exclusiveMinimum"]) ?? 0) + 1;
      const most = number_of(schema["maximum"]) ?? number_of(schema["exclusiveMaximum"]);
      return most !== null && most < least ? most : least;
    }
    case "boolean": return true;
    case "null": return null;
    default: return sample_text(schema);
  }
}

function sample_text(schema: Fields): string {
  const texts: Record<string, string> = {
    email: "ann@example.com", uuid: "3fa85f64-5717-4562-b3fc-2c963f66afa6", date: "2024-01-31", time: "12:00:00",
    "date-time": "2024-01-31T12:00:00Z", uri: "https://example.com/", binary: "bytes",
  };
  const known = texts[text_of(schema["format"])];
  if (known !== undefined) return known;
  const most = number_of(schema["maxLength"]) ?? Infinity;
  return "abc".padEnd(number_of(schema["minLength"]) ?? 0, "abc").slice(0, most);
}

/** What a form begins with: required parameters have a sample, others are empty. */
export function sample_parameter(parameter: Parameter, components: Fields): string {
  if (!parameter.required) return "";
  const value = sample(parameter.schema, components);
  return typeof value === "string" ? value : JSON.stringify(value);
}

export interface Trial {
  /** By "place name". */
  parameters: ReadonlyMap<string, string>;
  /** Null: no body. */
  body: Fields | null;
}

export function parameter_key(parameter: Parameter): string { return `${parameter.place} ${parameter.name}`; }

/** Path and query as they are sent, with these values. */
export function target(endpoint: Endpoint, parameters: ReadonlyMap<string, string>): string {
  let path = endpoint.path;
  const query: string[] = [];
  for (const parameter of endpoint.parameters) {
    const value = parameters.get(parameter_key(parameter)) ?? "";
    if (parameter.place === "path") {
      path = path.replace(`{${parameter.name}}`, encodeURIComponent(value).replaceAll("%2F", "/"));
    } else if (parameter.place === "query" && value !== "") {
      // A list is written with commas in the form, and sent as the same name several times.
      const values = parameter.schema["type"] === "array" ? value.split(",").map((part) => part.trim()) : [value];
      for (const one of values) query.push(`${encodeURIComponent(parameter.name)}=${encodeURIComponent(one)}`);
    }
  }
  return query.length === 0 ? path : `${path}?${query.join("&")}`;
}

/** The client that does what the form says. */
export function trial_client(endpoint: Endpoint, trial: Trial, name: string, at: number): Fields {
  const path = target(endpoint, trial.parameters);
  if (endpoint.method === "WS") return { name, at, websocket: path };
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (const parameter of endpoint.parameters) {
    const value = trial.parameters.get(parameter_key(parameter)) ?? "";
    if (value === "") continue;
    if (parameter.place === "header") headers[parameter.name] = value;
    if (parameter.place === "cookie") cookies.push(`${parameter.name}=${value}`);
  }
  if (cookies.length > 0) headers["cookie"] = cookies.join("; ");
  return { name, at, request: `${endpoint.method} ${path}`, ...trial.body, ...(Object.keys(headers).length === 0 ? {} : { headers }) };
}

/** The body in the scenario's words: {"json": ...}, {"form": ...} or {"body": ...}. */
export function sample_body(endpoint: Endpoint, components: Fields): Fields | null {
  if (endpoint.body === null) return null;
  const value = sample(endpoint.body.schema, components);
  if (endpoint.body.content_type === "application/json" || /\+json$/.test(endpoint.body.content_type)) return { json: value };
  if (endpoint.body.content_type !== "application/x-www-form-urlencoded") return { body: typeof value === "string" ? value : "" };
  return { form: Object.fromEntries(Object.entries(fields_of(value)).map(([key, member]) => [key, typeof member === "string" ? member : JSON.stringify(member)])) };
}

/** The client that tries this endpoint with samples, among these others. */
export function sample_client(endpoint: Endpoint, application: Application, others: readonly Fields[], at: number): Fields {
  const parameters = new Map(endpoint.parameters.map((parameter) =>
    [parameter_key(parameter), sample_parameter(parameter, application.components)]));
  return trial_client(endpoint, { parameters, body: sample_body(endpoint, application.components) }, free_name(others, "Table"), at);
}
