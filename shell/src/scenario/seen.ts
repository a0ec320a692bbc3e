// What the clients of a run have seen, entry by entry of the wire, in the words of the page: lines for the output, a whole answer, a
// conversation. No DOM here.

import type { ClientSeen } from "../engine/protocol.ts";

export interface Answer {
  status: number;
  content_type: string;
  body: string;
  /** Null: it is not over. */
  done: number | null;
  sent: number;
}

export function is_bad_status(code: number): boolean { return code >= 400 && code < 1000; }

export function content_type_of(client: ClientSeen): string {
  return client.headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
}

/** The newest answer; null before its first byte. */
export function answer_of(client: ClientSeen): Answer | null {
  let answer: Answer | null = null;
  let sent = 0;
  for (const entry of client.log) {
    if (entry.kind === "sent") {
      sent = entry.t;
      answer = null;
    } else if (entry.kind === "head") {
      answer = { status: entry.code ?? 0, content_type: content_type_of(client), body: "", done: null, sent };
    } else if (answer !== null && entry.kind === "piece") {
      answer.body += entry.text ?? "";
    } else if (answer !== null && entry.kind === "done") {
      answer.done = entry.t;
    }
  }
  return answer;
}

export interface SeenLine {
  t: number;
  text: string;
  client: string;
  bad: boolean;
}

const text_max = 400;

function one_line(text: string): string {
  const line = text.replaceAll(/\s*\n\s*/g, " ").trim();
  return line.length > text_max ? `${line.slice(0, text_max)}…` : line;
}

/** "Table 1 ← 200 {...}", "Ann → hello": what went over the wire, a line each, in order of time. */
export function seen_lines(clients: readonly ClientSeen[]): SeenLine[] {
  const lines: SeenLine[] = [];
  for (const client of clients) {
    let status = 0;
    let body = "";
    let streams = false;
    const say = (t: number, words: string, bad = false): void => { lines.push({ t, text: `${client.name} ${words}`, client: client.name, bad }); };
    for (const entry of client.log) {
      switch (entry.kind) {
        case "sent": body = ""; break;
        case "head":
          status = entry.code ?? 0;
          streams = client.log.slice(client.log.indexOf(entry)).find((later) => later.kind === "piece" || later.kind === "done")?.streams === true;
          if (streams) say(entry.t, one_line(`← ${status} ${content_type_of(client).replace(/;.*/, "")}`), is_bad_status(status));
          break;
        case "piece":
          if (entry.streams === true) say(entry.t, `← ${one_line(entry.text ?? "")}`);
          else body += entry.text ?? "";
          break;
        case "done": if (!streams) say(entry.t, one_line(`← ${status} ${body}`), is_bad_status(status)); break;
        case "left": say(entry.t, client.websocket === "" ? "leaves before the end" : "vanishes"); break;
        case "broken": say(entry.t, "← the answer breaks off", true); break;
        case "refused": say(entry.t, `← ${entry.code ?? 0}, no WebSocket`, true); break;
        case "said": say(entry.t, `→ ${one_line(entry.text ?? "")}`); break;
        case "heard": say(entry.t, `← ${one_line(entry.text ?? "")}`); break;
        case "closed": say(entry.t, `${entry.by_client === true ? "closes" : "is closed"}: ${entry.code ?? 0}`); break;
        case "accepted": break;
      }
    }
  }
  return lines.map((line, index) => ({ line, index })).sort((a, b) => a.line.t - b.line.t || a.index - b.index).map(({ line }) => line);
}

/** "200", "open", "closed 1000", "404": how a client stands at the end of the run, in a word; empty if it never came. */
export function ending_of(client: ClientSeen): { word: string; bad: boolean } {
  let word = client.log.length === 0 ? "" : client.websocket === "" ? "no answer" : "connecting";
  let bad = false;
  for (const entry of client.log) {
    const code = entry.code ?? 0;
    if (entry.kind === "head") { word = String(code); bad = is_bad_status(code); }
    if (entry.kind === "accepted") word = "open";
    if (entry.kind === "left") word = "left";
    if (entry.kind === "broken") { word = "broken off"; bad = true; }
    if (entry.kind === "refused") { word = `refused ${code}`; bad = true; break; }
    if (entry.kind === "closed" && code === 1006 && entry.by_client === true) { word = "vanished"; continue; }
    if (entry.kind === "closed") { word = `closed ${code}`; bad = code !== 1000 && code !== 1001 && code !== 1005 && code !== 1006 && code !== 1012; }
  }
  return { word, bad };
}
