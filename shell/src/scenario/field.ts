// One field of a form: label, control, and what is wrong with it, said at the field. A value that is not right is not told to anybody;
// what stands in the field stays.

import { element } from "../page/dom.ts";
import type { Codec } from "./codecs.ts";

export interface FieldOptions {
  label: string;
  codec: Codec;
  value: unknown;
  changed(value: unknown): void;
  /** Several lines. */
  rows?: number;
  /** Suggestions. */
  list?: readonly string[];
  placeholder?: string;
  hint?: string;
  class?: string;
}

let made = 0;

export function fresh_id(stem: string): string {
  made += 1;
  return `${stem}-${made}`;
}

export class Field {
  readonly root: HTMLElement;
  private readonly control_: HTMLInputElement | HTMLTextAreaElement;
  private readonly problem_: HTMLElement;

  constructor(private readonly options: FieldOptions) {
    const id = fresh_id("field");
    const text = options.codec.format(options.value);
    const common = { id, class: "field-control", autocomplete: "off", spellcheck: "false", "aria-describedby": `${id}-problem`,
                     placeholder: options.placeholder ?? "", input: () => { this.read(); } };
    const list = options.list === undefined || options.list.length === 0 ? null
      : element("datalist", { id: `${id}-list` }, ...options.list.map((value) => element("option", { value })));
    if (options.rows !== undefined) {
      this.control_ = element("textarea", { ...common, rows: Math.min(10, Math.max(options.rows, text.split("\n").length)) });
    } else {
      this.control_ = element("input", { ...common, type: "text", ...(list === null ? {} : { list: list.id }) });
    }
    this.control_.value = text;
    this.problem_ = element("p", { class: "field-problem", id: `${id}-problem`, role: "status" });
    this.root = element("div", { class: `field ${options.class ?? ""}` },
      element("label", { for: id }, options.label),
      this.control_, ...(list === null ? [] : [list]),
      ...(options.hint === undefined ? [] : [element("p", { class: "field-hint" }, options.hint)]),
      this.problem_);
  }

  get text(): string { return this.control_.value; }

  get is_right(): boolean { return this.options.codec.parse(this.control_.value).problem === null; }

  /** Null when it is not right; then it says so. */
  read(): void {
    const parsed = this.options.codec.parse(this.control_.value);
    this.show_problem(parsed.problem);
    if (parsed.problem === null) this.options.changed(parsed.value);
  }

  show_problem(words: string | null): void {
    this.problem_.textContent = words ?? "";
    if (words === null) this.control_.removeAttribute("aria-invalid");
    else this.control_.setAttribute("aria-invalid", "true");
  }

  focus(): void { this.control_.focus(); }
}

/** A choice among a few words. */
export function choice_field(label: string, choices: readonly (readonly [string, string])[], value: string, changed: (value: string) => void,
                             name = ""): HTMLElement {
  const id = fresh_id("choice");
  const select = element("select", { id, class: "field-control", change: () => { changed(select.value); } },
    ...choices.map(([key, words]) => element("option", { value: key }, words)));
  select.value = value;
  return element("div", { class: `field ${name}` }, element("label", { for: id }, label), select);
}
