// How far a reader is in a lesson: the step, the furthest step, predictions, solved steps. Plain values and what changes them; where
// they are kept is not known here.

export interface Progress {
  step: number;
  furthest: number;
  /** Step -> the choice made there. The first one counts; it cannot be taken back. */
  predictions: Record<string, number>;
  solved: number[];
}

export const no_progress: Progress = { step: 0, furthest: 0, predictions: {}, solved: [] };

export type LessonStanding = "new" | "started" | "solved";

export function at_step(progress: Progress, step: number, steps: number): Progress {
  const there = Math.min(Math.max(0, step), steps - 1);
  return { ...progress, step: there, furthest: Math.max(progress.furthest, there) };
}

export function predicted(progress: Progress, choice: number): Progress {
  const key = String(progress.step);
  return key in progress.predictions ? progress : { ...progress, predictions: { ...progress.predictions, [key]: choice } };
}

export function solved(progress: Progress): Progress {
  return progress.solved.includes(progress.step) ? progress : { ...progress, solved: [...progress.solved, progress.step] };
}

/** `exercises`: the steps that have goals. */
export function standing(progress: Progress, exercises: readonly number[], steps: number): LessonStanding {
  if (exercises.length > 0 ? exercises.every((step) => progress.solved.includes(step)) : progress.furthest === steps - 1 && steps > 0)
    return "solved";
  const untouched = progress.furthest === 0 && progress.solved.length === 0 && Object.keys(progress.predictions).length === 0;
  return untouched ? "new" : "started";
}

function whole(value: unknown): number | null {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : null;
}

/** What was kept, as far as it can be read; an older page may have kept something else. */
export function read_progress(kept: string | null): Progress {
  if (kept === null) return no_progress;
  try {
    const value: unknown = JSON.parse(kept);
    if (typeof value !== "object" || value === null) return no_progress;
    const { step, furthest, predictions, solved: done } = value as Record<string, unknown>;
    const chosen: Record<string, number> = {};
    for (const [key, choice] of Object.entries(typeof predictions === "object" && predictions !== null ? predictions : {})) {
      const number = whole(choice);
      if (number !== null) chosen[key] = number;
    }
    const at = whole(step) ?? 0;
    return {
      step: at, furthest: Math.max(at, whole(furthest) ?? 0), predictions: chosen,
      solved: Array.isArray(done) ? done.filter((entry): entry is number => whole(entry) !== null) : [],
    };
  } catch {
    return no_progress;
  }
}
