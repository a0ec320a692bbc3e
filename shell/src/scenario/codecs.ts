// From what stands in a field of a form to what stands in the scenario, and back. A text that says nothing takes the key out. The
// sentences say what is expected. No DOM here.

import { inline_json } from "./inline_json.ts";
import { read_json } from "./json_text.ts";
import { fields_of } from "./scenario.ts";

export type Parsed = { value: unknown; problem: null } | { problem: string };

export interface Codec {
  format(value: unknown): string;
  parse(text: string): Parsed;
}

const nothing: Parsed = { value: undefined, problem: null };

function parsed(value: unknown): Parsed { return { value, problem: null }; }

export const any_text: Codec = {
  format: (value) => typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value),
  parse: (text) => text === "" ? nothing : parsed(text),
};

/** A body that is sent as it is: an empty one is a body, too. */
export const exact_text: Codec = { format: any_text.format, parse: (text) => parsed(text) };

export const name_text: Codec = {
  format: any_text.format,
  parse: (text) => text.trim() === "" ? { problem: "Every client needs a name." } : parsed(text.trim()),
};

function numeric(what: string, fits: (value: number) => boolean): Codec {
  return {
    format: (value) => value === undefined ? "" : String(value),
    parse: (text) => {
      const trimmed = text.trim().replace(",", ".");
      if (trimmed === "") return nothing;
      const value = Number(trimmed);
      return Number.isFinite(value) && fits(value) ? parsed(value) : { problem: what };
    },
  };
}

export const number_text: Codec = numeric("A number above 0.", (value) => value > 0);
export const seconds_text: Codec = numeric("A number of seconds, 0 or more.", (value) => value >= 0);
export const share_text: Codec = numeric("A share from 0 to 1.", (value) => value >= 0 && value <= 1);

export function whole_number(least: number, most: number): Codec {
  return numeric(`A whole number from ${least} to ${most}.`, (value) => Number.isInteger(value) && value >= least && value <= most);
}

/** For what cannot be left out. */
export function needed(codec: Codec, problem: string): Codec {
  return { format: codec.format, parse: (text) => text.trim() === "" ? { problem } : codec.parse(text) };
}

export const path_text: Codec = {
  format: any_text.format,
  parse: (text) => {
    const path = text.trim();
    if (!path.startsWith("/")) return { problem: "A path begins with /, such as /items/3." };
    if (/\s/.test(path)) return { problem: "A path has no blanks: write %20 for one." };
    const open = /\{([^}]*)\}/.exec(path);
    return open === null ? parsed(path) : { problem: `Put a value in the place of {${open[1] ?? ""}}.` };
  },
};

export const url_text: Codec = {
  format: any_text.format,
  parse: (text) => /^https?:\/\/\S+$/.test(text.trim()) ? parsed(text.trim()) : { problem: "An address begins with http:// or https://." },
};

export const json_text: Codec = {
  format: (value) => value === undefined ? "" : inline_json(value),
  parse: (text) => {
    if (text.trim() === "") return nothing;
    const read = read_json(text);
    return read.problem === null ? parsed(read.value)
      : { problem: `No JSON: line ${read.problem.line}, column ${read.problem.column}: ${read.problem.message}.` };
  },
};

/** A request in each line; one with a body of its own as JSON. */
export const requests_text: Codec = {
  format: (value) => (Array.isArray(value) ? value : []).map((one) => typeof one === "string" ? one : JSON.stringify(one)).join("\n"),
  parse: (text) => {
    const requests: unknown[] = [];
    for (const [index, line] of text.split("\n").entries()) {
      const request = line.trim();
      if (request === "") continue;
      const read = request.startsWith("{") ? read_json(request) : null;
      if (read?.problem === null) requests.push(read.value);
      else if (read === null && /^[A-Z]+ \/\S*$/.test(request)) requests.push(request);
      else return { problem: `Line ${index + 1} is no request, such as GET /items/3.` };
    }
    return requests.length === 0 ? { problem: "A request in each line, such as GET /items/3." } : parsed(requests);
  },
};

/** "1.5", or "1 to 3": how long, drawn by chance. */
export const range_text: Codec = {
  format: (value) => Array.isArray(value) ? value.map(String).join(" to ") : value === undefined ? "" : String(value),
  parse: (text) => {
    if (text.trim() === "") return nothing;
    const found = /^(\d*[.,]?\d+)(?:\s*(?:to|-|–)\s*(\d*[.,]?\d+))?$/.exec(text.trim());
    const [least = -1, most] = (found ?? []).slice(1).filter((end) => end !== undefined).map((end) => Number(end.replace(",", ".")));
    return least >= 0 && (most === undefined || most >= least) ? parsed(most === undefined ? least : [least, most])
      : { problem: "Seconds, such as 1.5, or 1 to 3." };
  },
};

/** "name: value" in each line. */
export const pairs_text: Codec = {
  format: (value) => Object.entries(fields_of(value)).map(([name, text]) => `${name}: ${any_text.format(text)}`).join("\n"),
  parse: (text) => {
    const pairs: Record<string, string> = {};
    const lines = text.split("\n");
    for (const [index, line] of lines.entries()) {
      if (line.trim() === "") continue;
      const colon = line.indexOf(":");
      const name = line.slice(0, colon).trim();
      if (colon < 1 || name === "") return { problem: `Line ${index + 1} is no "name: value".` };
      pairs[name] = line.slice(colon + 1).trim();
    }
    return Object.keys(pairs).length === 0 ? nothing : parsed(pairs);
  },
};
