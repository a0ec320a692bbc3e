// A link that holds a run: lesson, step, program, clients, seed and the playhead's time, in the address's fragment, which no server ever sees.
// "#w=" and base64url of a deflated JSON text. No DOM here, so that it is tested without a page.

export interface SharedRun {
  lesson: string;
  step: number;
  program: string;
  seed: number;
  t: number;
  /** The scenario's text, if it is not the step's own. */
  scenario?: string;
}

const mark = "w=";
// A link longer than this is cut by some chat programs; and reading stops here, whatever was packed into so few letters.
const unpacked_bytes_max = 1 << 20;

async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > unpacked_bytes_max) throw new Error("the link holds too much");
    parts.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function through(bytes: Uint8Array<ArrayBuffer>, transform: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> {
  return collect(new Blob([bytes]).stream().pipeThrough(transform));
}

function to_base64url(bytes: Uint8Array): string {
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function from_base64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

export async function to_fragment(run: SharedRun): Promise<string> {
  const text = JSON.stringify({ v: 1, l: run.lesson, i: run.step, p: run.program, s: run.seed, t: run.t, ...(run.scenario === undefined ? {} : { c: run.scenario }) });
  return `#${mark}${to_base64url(await through(new TextEncoder().encode(text), new CompressionStream("deflate")))}`;
}

/** Null if the fragment holds no run, or one that cannot be read: a broken link opens the page as usual. */
export async function from_fragment(fragment: string): Promise<SharedRun | null> {
  const packed = fragment.replace(/^#/, "");
  if (!packed.startsWith(mark)) return null;
  try {
    const bytes = await through(from_base64url(packed.slice(mark.length)), new DecompressionStream("deflate"));
    const run: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof run !== "object" || run === null) return null;
    const { l, i, p, s, t, c } = run as Record<string, unknown>;
    if (typeof l !== "string" || typeof p !== "string") return null;
    const natural = (value: unknown): number => typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : 0;
    return { lesson: l, step: natural(i), program: p, seed: natural(s),
             t: typeof t === "number" && Number.isFinite(t) && t >= 0 ? t : 0, ...(typeof c === "string" ? { scenario: c } : {}) };
  } catch {
    return null;
  }
}
