// What the page and the engine say to each other (shell/BRIDGE.md), as types. Texts only: no pointers, no DOM.

export interface Theme {
  dark: boolean;
  /** The one palette of page and canvas: name -> CSS colour. */
  colors: Record<string, string>;
  lanes: string[];
}

export interface StartOptions {
  canvas: string;
  dark: boolean;
  dpr: number;
  width: number;
  height: number;
  font_px: number;
  reduced_motion: boolean;
}

export interface StartAnswer {
  webgl: boolean;
  theme: Theme;
  version: string;
}

export interface ProgramFile {
  name: string;
  text: string;
}

export type StepUnit = "event" | "line" | "turn";
export type ViewOperation =
  | "zoom_in" | "zoom_out" | "left" | "right" | "fit" | "fit_span" | "next_span" | "previous_span";

export type Command =
  | { type: "edit"; program: ProgramFile[]; scenario: unknown; seed: number }
  | { type: "seek"; t: number }
  | { type: "seek"; event: number }
  | { type: "step"; unit: StepUnit; direction: 1 | -1 }
  | { type: "jump"; to: "start" | "end" }
  | { type: "play"; on?: boolean }
  | { type: "speed"; factor: number }
  | { type: "resize"; width: number; height: number; dpr: number }
  | { type: "theme"; dark: boolean; font_px: number }
  | { type: "motion"; reduced_motion: boolean }
  | { type: "view"; op: ViewOperation }
  | { type: "hover_line"; line: number | null }
  | { type: "mode"; words: "asyncio" | "analogy" }
  | { type: "lesson"; lesson: unknown }
  | { type: "lesson_step"; index: number }
  | { type: "predict"; choice: number }
  | { type: "lesson_state" }
  | { type: "describe" }
  | { type: "transcript" }
  | { type: "chrome_trace" }
  | { type: "spans" }
  | { type: "supported" };

/** One write of the program, as it came. */
export interface Output {
  t: number;
  text: string;
  line: number;
  error: boolean;
  lane: string;
}

export interface ProgramError {
  kind: "syntax" | "exception" | "deadlock" | "limit";
  type: string;
  message: string;
  traceback: string;
  line: number;
  column: number;
  end_line: number;
  end_column: number;
}

/** One thing on the wire, as the client has it. */
export interface SeenEntry {
  t: number;
  /** How many events the run had by then. */
  event: number;
  kind: "sent" | "head" | "piece" | "done" | "left" | "broken" | "accepted" | "refused" | "said" | "heard" | "closed";
  text?: string;
  /** A status or close code. */
  code?: number;
  by_client?: boolean;
  /** A piece of an answer that came in chunks. */
  streams?: boolean;
}

export interface ClientSeen {
  name: string;
  /** Its path; empty for a client that sends requests. */
  websocket: string;
  /** The newest answer came in chunks. */
  streams: boolean;
  /** Of the newest answer. */
  headers: [string, string][];
  log: SeenEntry[];
  /** Entries after those of `log`. */
  more: number;
}

export interface RunEvent {
  type: "run";
  state: "advancing" | "finished" | "refused" | "stopped";
  engine_ms: number;
  ended: number;
  events: number;
  outputs: Output[];
  /** Lines printed after those of `outputs`. */
  more_lines: number;
  /** The first of the clients, in the scenario's order. */
  clients: ClientSeen[];
  all_clients: number;
  error: ProgramError | null;
}

export interface ParkedTask {
  line: number;
  lane: string;
  color: string;
  text: string;
  state: string;
}

export interface MomentEvent {
  type: "moment";
  t: number;
  event: number;
  events: number;
  end: number;
  playing: boolean;
  speed: number;
  turn: number;
  narration: string;
  running: string | null;
  parked: ParkedTask[];
  ready: string[];
  timers: { lane: string; deadline: number }[];
}

export interface HoverEvent {
  type: "hover";
  line: number | null;
  text: string;
}

export interface GoalState {
  text: string;
  met: boolean;
  /** One sentence, when it is not met. */
  why: string;
}

export interface PredictionState {
  /** What the reader chose, and what is right; null before. */
  choice: number | null;
  answer: number | null;
  why: string;
}

/** How the lesson stands at its current step. */
export interface LessonEvent {
  type: "lesson";
  prediction: PredictionState | null;
  goals: GoalState[];
  solved: boolean;
}

export type EngineEvent = RunEvent | MomentEvent | HoverEvent | LessonEvent;

export interface Answer {
  error?: string;
  [field: string]: unknown;
}

export interface FrameAnswer {
  again: boolean;
  events: EngineEvent[];
}

// Engine and page come from one build, so these checks look at the shape's skeleton only: enough that a mistake is
// named at the bridge and not three modules later.

function as_record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error(`${what} is not an object`);
  return value as Record<string, unknown>;
}

function is_event(value: unknown): value is EngineEvent {
  const type = as_record(value, "an event").type;
  return type === "run" || type === "moment" || type === "hover" || type === "lesson";
}

export function as_theme(value: unknown): Theme {
  const theme = as_record(value, "the theme");
  const colors = as_record(theme.colors, "the theme's colours");
  if (!Array.isArray(theme.lanes)) throw new Error("the theme has no lanes");
  return {
    dark: theme.dark === true,
    colors: Object.fromEntries(Object.entries(colors).map(([name, color]) => [name, String(color)])),
    lanes: theme.lanes.map(String),
  };
}

export function as_start_answer(value: unknown): StartAnswer {
  const answer = as_record(value, "waiter_start's answer");
  if (typeof answer.error === "string") throw new Error(answer.error);
  return { webgl: answer.webgl === true, theme: as_theme(answer.theme), version: String(answer.version ?? "") };
}

export function as_answer(value: unknown): Answer {
  return as_record(value, "waiter_call's answer") as Answer;
}

export function as_frame(value: unknown): FrameAnswer {
  const answer = as_record(value, "waiter_frame's answer");
  if (!Array.isArray(answer.events)) throw new Error("waiter_frame's answer has no events");
  // An event of a newer engine that this page does not know is no reason to stop.
  return { again: answer.again === true, events: answer.events.filter(is_event) };
}
