// What programs may use here: the engine's own table, searched by what the reader types. Rows say what runs, what does not
// and what is the usual way instead.

export interface NotRun { name: string; instead: string }

export interface SupportedTable {
  syntax: { not_run: NotRun[] };
  builtins: { run: string[]; exceptions: string[]; not_run: NotRun[] };
  modules: { run: { name: string; not_run: string[] }[]; not_run: NotRun[] };
}

export interface SupportedRow {
  kind: "module" | "builtin" | "exception" | "syntax";
  name: string;
  runs: boolean;
  /** What lacks, or what is the usual way instead. */
  note: string;
  /** What a search looks at. */
  words: string;
}

const names_shown = 12;  // of what lacks in one module; a search finds the others

function row(kind: SupportedRow["kind"], name: string, runs: boolean, note: string, more_words: string): SupportedRow {
  return { kind, name, runs, note, words: `${kind} ${name} ${note} ${more_words}`.toLowerCase() };
}

function without(names: readonly string[]): string {
  if (names.length === 0) return "";
  const more = names.length - names_shown;
  return `without ${names.slice(0, names_shown).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** One row for everything that has a name, what is not run behind what is. */
export function supported_rows(table: SupportedTable): SupportedRow[] {
  const refused = (kind: SupportedRow["kind"], list: NotRun[]): SupportedRow[] =>
    list.map(({ name, instead }) => row(kind, name, false, instead, ""));
  const plain = (kind: SupportedRow["kind"], names: string[]): SupportedRow[] =>
    names.map((name) => row(kind, name, true, "", ""));
  const modules = table.modules.run.map(({ name, not_run }) => row("module", name, true, without(not_run), not_run.join(" ")));
  return [
    ...modules, ...refused("module", table.modules.not_run), ...refused("syntax", table.syntax.not_run),
    ...plain("builtin", table.builtins.run), ...refused("builtin", table.builtins.not_run),
    ...plain("exception", table.builtins.exceptions),
  ];
}

/** The rows in whose name or note every word occurs; those whose name begins with the words come first. */
export function rows_matching(rows: readonly SupportedRow[], text: string): SupportedRow[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const found = rows.filter((each) => words.every((word) => each.words.includes(word)));
  const first = words[0];
  if (first === undefined) return found;
  const begins = (each: SupportedRow): boolean => each.name.toLowerCase().startsWith(first);
  return [...found.filter(begins), ...found.filter((each) => !begins(each))];
}

/** From the bridge; throws if the engine answered something else. */
export function as_supported_table(value: unknown): SupportedTable {
  const has = (object: unknown, key: string): unknown =>
    (typeof object === "object" && object !== null ? Reflect.get(object, key) as unknown : undefined);
  for (const [part, list] of [["syntax", "not_run"], ["builtins", "run"], ["builtins", "exceptions"], ["builtins", "not_run"],
                              ["modules", "run"], ["modules", "not_run"]] as const) {
    if (!Array.isArray(has(has(value, part), list))) throw new Error(`the table of what is supported has no ${part}.${list}`);
  }
  return value as SupportedTable;
}
