// A lesson as the page reads it (lessons/<id>/lesson.json, its programs inlined). The engine checks goals and
// predictions; the page only shows texts, and passes the lesson on unread.

export interface Program {
  /** Names the program within its lesson; what the reader typed is kept under it. */
  key: string;
  text: string;
}

export interface Step {
  kind: string;
  title: string;
  /** Markdown. */
  text: string;
  analogy: string;
  prediction: { question: string; choices: string[] } | null;
  goals: string[];
  /** Shown one after the other, when asked for. */
  hints: string[];
  solution: string | null;
  program: Program;
  scenario: unknown;
  seed: number;
}

export interface Lesson {
  id: string;
  /** "4 · Coffee and a sandwich — asyncio.gather" */
  title: string;
  steps: Step[];
  /** The whole text, for the engine. */
  source: unknown;
}

type Fields = Record<string, unknown>;

function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value as Fields : {};
}

function text(value: unknown): string { return typeof value === "string" ? value : ""; }

function number(value: unknown): number | null { return typeof value === "number" ? value : null; }

function list(value: unknown): unknown[] { return Array.isArray(value) ? value : []; }

/** One text, or several. */
function texts(value: unknown): string[] { return typeof value === "string" ? [value] : list(value).map(text); }

function read_step(value: unknown, before: Step | null, index: number): Step {
  const step = fields(value);
  const prediction = fields(step["prediction"]);
  const program = fields(step["program"]);
  const solution = fields(step["solution"]);
  // A step without a program goes on with the one of the step before.
  const own: Program | null = typeof program["text"] === "string"
    ? { key: text(program["key"]) || String(index), text: program["text"] } : null;
  return {
    kind: text(step["kind"]),
    title: text(step["title"]),
    text: texts(step["text"]).join("\n\n"),
    analogy: text(step["analogy"]),
    prediction: "question" in prediction
      ? { question: text(prediction["question"]), choices: list(prediction["choices"]).map((choice) => text(fields(choice)["text"])) }
      : null,
    goals: list(step["goals"]).map((goal) => text(fields(goal)["text"])),
    hints: texts(step["hint"]),
    solution: "text" in solution ? text(solution["text"]) : null,
    program: own ?? before?.program ?? { key: "empty", text: "" },
    scenario: own === null ? before?.scenario ?? null : step["scenario"] ?? null,
    seed: own === null ? before?.seed ?? 0 : number(step["seed"]) ?? number(fields(step["scenario"])["seed"]) ?? 0,
  };
}

/** Throws with a sentence if this is no lesson; `waiter lessons check` finds everything else, before the build. */
export function read_lesson(source: unknown): Lesson {
  const lesson = fields(source);
  const steps: Step[] = [];
  list(lesson["steps"]).forEach((step, index) => steps.push(read_step(step, steps.at(-1) ?? null, index)));
  if (steps.length === 0) throw new Error("The lesson has no steps.");
  return { id: text(lesson["id"]), title: lesson_title(lesson), steps, source };
}

/** Of a lesson's own text, or of its row in the index. */
export function lesson_title(lesson: { order?: unknown; title?: unknown; subtitle?: unknown }): string {
  const subtitle = text(lesson.subtitle);
  return `${number(lesson.order) ?? ""} · ${text(lesson.title)}${subtitle === "" ? "" : ` — ${subtitle}`}`;
}
