// A traceback as text with the places in it that name a line of the learner's program.

export interface TracebackPart {
  text: string;
  /** The line of main.py that this part names, or null for text between. */
  line: number | null;
}

export function traceback_parts(traceback: string): TracebackPart[] {
  const parts: TracebackPart[] = [];
  const place = /File "(?:[^"\n]*\/)?main\.py", line (\d+)/g;
  let end = 0;
  for (const match of traceback.matchAll(place)) {
    if (match.index > end) parts.push({ text: traceback.slice(end, match.index), line: null });
    parts.push({ text: match[0], line: Number(match[1]) });
    end = match.index + match[0].length;
  }
  if (end < traceback.length) parts.push({ text: traceback.slice(end), line: null });
  return parts;
}
