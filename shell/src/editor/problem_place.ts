// Where a problem stands in the text. The engine counts columns from 0 in code points, as Python does; the editor counts
// UTF-16 units, as JavaScript does. A problem without columns is its whole line.

import type { ProgramError } from "../engine/protocol.ts";

export interface LineText {
  /** Offset of the line's first unit in the document. */
  from: number;
  text: string;
}

/** UTF-16 units before the code point at this column; the text's length if it is shorter. */
export function unit_of_column(text: string, column: number): number {
  let units = 0;
  for (const point of text) {
    if (column <= 0) break;
    units += point.length;
    column -= 1;
  }
  return units;
}

/** `line_of`: a line by its number from 1; null if the document has no such line. Empty ranges are widened to be seen. */
export function problem_place(
  problem: Pick<ProgramError, "line" | "column" | "end_line" | "end_column">, line_of: (number: number) => LineText | null
): { from: number; to: number } | null {
  const line = line_of(problem.line);
  if (line === null) return null;
  const line_end = line.from + line.text.length;
  const whole_line = problem.column === 0 && problem.end_column === 0;
  if (whole_line) return { from: line.from + (line.text.length - line.text.trimStart().length), to: line_end };
  const from = line.from + unit_of_column(line.text, problem.column);
  const last = problem.end_line > problem.line ? line_of(problem.end_line) ?? line : line;
  const to = last.from + unit_of_column(last.text, problem.end_column);
  if (to > from) return { from, to };
  // At the end of a line there is no letter to underline: the one before it shows the place.
  return from < line_end ? { from, to: from + 1 } : { from: Math.max(line.from, from - 1), to: from };
}
