// The keys of the playhead and the picture, as one table: what the dialog lists is what the page does. They act
// anywhere but where keys have a meaning of their own: in the editor, in a field, in a dialog, on a button.

import type { Command } from "../engine/protocol.ts";

export interface KeyRow {
  keys: readonly string[];
  shown: string;
  does: string;
  command: Command | "help";
}

export const key_rows: readonly KeyRow[] = [
  { keys: ["Space"], shown: "Space", does: "play and pause", command: { type: "play" } },
  { keys: ["ArrowRight"], shown: "→", does: "next event", command: { type: "step", unit: "event", direction: 1 } },
  { keys: ["ArrowLeft"], shown: "←", does: "event before", command: { type: "step", unit: "event", direction: -1 } },
  { keys: ["ArrowDown"], shown: "↓", does: "next line of the program", command: { type: "step", unit: "line", direction: 1 } },
  { keys: ["ArrowUp"], shown: "↑", does: "line before", command: { type: "step", unit: "line", direction: -1 } },
  { keys: ["Shift+ArrowRight"], shown: "Shift →", does: "next turn of the loop", command: { type: "step", unit: "turn", direction: 1 } },
  { keys: ["Shift+ArrowLeft"], shown: "Shift ←", does: "turn before", command: { type: "step", unit: "turn", direction: -1 } },
  { keys: ["Home"], shown: "Home", does: "to the start", command: { type: "jump", to: "start" } },
  { keys: ["End"], shown: "End", does: "to the end", command: { type: "jump", to: "end" } },
  { keys: ["w", "+", "="], shown: "W or +", does: "zoom in", command: { type: "view", op: "zoom_in" } },
  { keys: ["s", "-"], shown: "S or −", does: "zoom out", command: { type: "view", op: "zoom_out" } },
  { keys: ["a"], shown: "A", does: "earlier part", command: { type: "view", op: "left" } },
  { keys: ["d"], shown: "D", does: "later part", command: { type: "view", op: "right" } },
  { keys: ["0"], shown: "0", does: "the whole run", command: { type: "view", op: "fit" } },
  { keys: ["f"], shown: "F", does: "fit the span at the pointer", command: { type: "view", op: "fit_span" } },
  { keys: ["."], shown: ".", does: "next span", command: { type: "view", op: "next_span" } },
  { keys: [","], shown: ",", does: "span before", command: { type: "view", op: "previous_span" } },
  { keys: ["?"], shown: "?", does: "this list", command: "help" },
];

/** Keys that work in other places, for the list. */
export const other_keys: readonly { shown: string; does: string }[] = [
  { shown: "Ctrl K or ⌘ K", does: "the lessons" },
  { shown: "Alt ↑ or ↓", does: "in the program: turn the number at the cursor (with Shift: by ten)" },
  { shown: "Esc", does: "leave the program; then these keys work" },
  { shown: "Tab", does: "in the program: indent; elsewhere: the next control" },
];

/** "Shift+ArrowRight"; letters without regard to case, so that caps lock does no harm. */
export function key_name(event: { key: string; code: string; shiftKey: boolean }): string {
  if (event.code === "Space") return "Space";
  if (event.key.startsWith("Arrow") && event.shiftKey) return `Shift+${event.key}`;
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

export function row_of(name: string): KeyRow | null {
  return key_rows.find((row) => row.keys.includes(name)) ?? null;
}

/** Does this element use the key itself? */
export function keeps_key(target: EventTarget | null, name: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("dialog, input, textarea, select") !== null) return true;
  return name === "Space" && target.closest("button, a, [role=button], summary") !== null;
}

const scrolling_keys: readonly string[] = ["ArrowUp", "ArrowDown", "Home", "End", " ", "PageUp", "PageDown"];

/** A focused text that scrolls keeps the keys that scroll it: neither the page nor the engine sees them. */
export function keep_scrolling_keys(): void {
  for (const scroller of document.querySelectorAll<HTMLElement>("[data-scrolls]")) {
    scroller.addEventListener("keydown", (event) => {
      if (scrolling_keys.includes(event.key)) event.stopPropagation();
    });
  }
}
