// The program's writes as the lines a reader sees. One print can be several writes, and one write several lines; a line
// carries the time of its first write, and stdout and stderr never share one.

import type { SeenLine } from "../scenario/seen.ts";
import type { Output } from "../engine/protocol.ts";

export interface OutputLine {
  t: number;
  text: string;
  error: boolean;
  /** The line of the program that wrote it. */
  source_line: number;
  lane: string;
  /** What a client sent or got: the program did not write it. */
  client?: boolean;
}

export function output_lines(writes: readonly Output[]): OutputLine[] {
  const lines: OutputLine[] = [];
  let open: OutputLine | null = null;
  for (const write of writes) {
    const parts = write.text.split("\n");
    parts.forEach((part, index) => {
      const closes = index < parts.length - 1;
      if (open === null || open.error !== write.error) {
        if (part === "" && !closes) return;  // nothing after the last newline
        open = { t: write.t, text: "", error: write.error, source_line: write.line, lane: write.lane };
        lines.push(open);
      }
      open.text += part;
      if (closes) open = null;
    });
  }
  return lines;
}

/** The program's lines and the clients', by time; of one instant the program's come first. */
export function with_seen(lines: readonly OutputLine[], seen: readonly SeenLine[]): OutputLine[] {
  if (seen.length === 0) return [...lines];
  const all: OutputLine[] = [...lines, ...seen.map((line) => ({ t: line.t, text: line.text, error: line.bad, source_line: 0, lane: line.client, client: true }))];
  return all.map((line, index) => ({ line, index })).sort((a, b) => a.line.t - b.line.t || a.index - b.index).map(({ line }) => line);
}
