// JSON read with its places: where each value stands, by JSON pointer, and where a text stops being JSON. JSON.parse says the
// place differently in each browser, or not at all. No DOM here.

export interface JsonProblem {
  message: string;
  offset: number;
  /** From 1. */
  line: number;
  column: number;
}

export type JsonRead =
  | { value: unknown; places: ReadonlyMap<string, number>; problem: null }
  | { problem: JsonProblem };

const depth_max = 100;

class Stop extends Error {
  constructor(readonly words: string, readonly offset: number) { super(words); }
}

export function place_of(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

export function pointer_part(key: string | number): string {
  return `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

class JsonReader {
  readonly places = new Map<string, number>();
  private at_ = 0;

  constructor(private readonly text_: string) {}

  read(): unknown {
    const value = this.value("", 0);
    this.blank();
    if (this.at_ < this.text_.length) throw new Stop("here the JSON should end", this.at_);
    return value;
  }

  private value(pointer: string, depth: number): unknown {
    this.blank();
    if (depth > depth_max) throw new Stop("too many brackets within each other", this.at_);
    this.places.set(pointer, this.at_);
    const first = this.text_[this.at_];
    if (first === "{") return this.object(pointer, depth);
    if (first === "[") return this.array(pointer, depth);
    if (first === "\"") return this.string();
    const word = /^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)(?![\w.])/.exec(this.text_.slice(this.at_, this.at_ + 400));
    if (word === null) {
      if (first === undefined) throw new Stop("the text ends too early", this.at_);
      if (first === "'") throw new Stop("texts stand in double quotes", this.at_);
      throw new Stop("here a value is expected: a number, a \"text\", true, false, null, [ or {", this.at_);
    }
    this.at_ += word[0].length;
    return JSON.parse(word[0]);
  }

  private object(pointer: string, depth: number): Record<string, unknown> {
    const made: Record<string, unknown> = {};
    this.at_ += 1;
    if (this.takes("}")) return made;
    do {
      this.blank();
      const at = this.at_;
      if (this.text_[at] !== "\"") throw new Stop("here a \"name\" in double quotes is expected", at);
      const key = this.string();
      if (Object.hasOwn(made, key)) throw new Stop(`the name "${key}" stands here twice`, at);
      if (!this.takes(":")) throw new Stop("here a colon is missing", this.at_);
      Object.defineProperty(made, key, { value: this.value(pointer + pointer_part(key), depth + 1), enumerable: true, writable: true, configurable: true });
    } while (this.takes(","));
    if (!this.takes("}")) throw new Stop("here a comma or } is missing", this.at_);
    return made;
  }

  private array(pointer: string, depth: number): unknown[] {
    const made: unknown[] = [];
    this.at_ += 1;
    if (this.takes("]")) return made;
    do {
      made.push(this.value(pointer + pointer_part(made.length), depth + 1));
    } while (this.takes(","));
    if (!this.takes("]")) throw new Stop("here a comma or ] is missing", this.at_);
    return made;
  }

  private string(): string {
    const start = this.at_;
    for (let i = start + 1; i < this.text_.length; i += 1) {
      const letter = this.text_[i];
      if (letter === "\n") throw new Stop("this text has no closing quote", start);
      if (letter === "\\") {
        i += 1;
      } else if (letter === "\"") {
        this.at_ = i + 1;
        try {
          return String(JSON.parse(this.text_.slice(start, this.at_)));
        } catch {
          throw new Stop("this text has a letter or a \\ that JSON does not allow", start);
        }
      }
    }
    throw new Stop("this text has no closing quote", start);
  }

  private takes(sign: string): boolean {
    this.blank();
    if (this.text_[this.at_] !== sign) return false;
    this.at_ += 1;
    return true;
  }

  private blank(): void {
    while (this.at_ < this.text_.length && " \t\r\n".includes(this.text_[this.at_] ?? "")) this.at_ += 1;
  }
}

export function read_json(text: string): JsonRead {
  const reader = new JsonReader(text);
  try {
    return { value: reader.read(), places: reader.places, problem: null };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { problem: { message: error.words, offset: error.offset, ...place_of(text, error.offset) } };
  }
}

/** The line of the value at this pointer, or of the nearest one around it. */
export function line_of_pointer(text: string, pointer: string): number {
  const read = read_json(text);
  if (read.problem !== null) return read.problem.line;
  for (let rest = pointer; ; rest = rest.slice(0, rest.lastIndexOf("/"))) {
    const offset = read.places.get(rest);
    if (offset !== undefined) return place_of(text, offset).line;
    if (rest === "") return 1;
  }
}

const line_width = 92;

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}: ${inline(member)}`).join(", ")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

function laid_out(value: unknown, indent: string, opens: boolean): string {
  const line = inline(value);
  if ((!opens && indent.length + line.length <= line_width) || typeof value !== "object" || value === null) return line;
  const deeper = `${indent}  `;
  const is_list = Array.isArray(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length === 0) return line;
  const parts = members.map(([key, member]) => is_list ? laid_out(member, deeper, false)
    : `${JSON.stringify(key)}: ${laid_out(member, deeper, false)}`);
  const [open, close] = is_list ? ["[", "]"] : ["{", "}"];
  return `${open}\n${parts.map((part) => deeper + part).join(",\n")}\n${indent}${close}`;
}

/** For reading: what fits stands in one line, the outermost brackets never do. */
export function format_json(value: unknown): string { return laid_out(value, "", true); }
