// The lines between columns can be moved: by pointer, and by arrow keys when focused. Widths are kept in rem, so that
// they follow the reader's font size.

import { keep, recall } from "./storage.ts";

export interface Divider {
  handle: HTMLElement;
  /** CSS custom property that holds the size, e.g. "--prose-width". */
  property: string;
  axis: "x" | "y";
  /** +1: the column before the handle grows as the pointer moves on; -1: the one after it. */
  direction: 1 | -1;
  least_rem: number;
  most_rem: number;
  default_rem: number;
}

const root = document.documentElement;
const key_step_rem = 1;

export function rem_px(): number {
  return Number.parseFloat(getComputedStyle(root).fontSize);
}

export function make_divider(divider: Divider): void {
  const { handle, property, axis } = divider;
  const kept = Number(recall(property) ?? "");
  let size = kept > 0 ? kept : divider.default_rem;

  const set = (rem: number): void => {
    size = Math.min(divider.most_rem, Math.max(divider.least_rem, rem));
    root.style.setProperty(property, `${size}rem`);
    handle.setAttribute("aria-valuenow", size.toFixed(0));
  };
  handle.setAttribute("aria-valuemin", String(divider.least_rem));
  handle.setAttribute("aria-valuemax", String(divider.most_rem));
  set(size);

  handle.addEventListener("pointerdown", (down) => {
    if (down.button !== 0) return;
    down.preventDefault();
    handle.setPointerCapture(down.pointerId);
    const at = (event: PointerEvent): number => axis === "x" ? event.clientX : event.clientY;
    const start = at(down);
    const start_size = size;
    const rem = rem_px();
    const move = (event: PointerEvent): void => { set(start_size + divider.direction * (at(event) - start) / rem); };
    const end = (): void => {
      handle.removeEventListener("pointermove", move);
      keep(property, String(size));
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", end, { once: true });
  });
  handle.addEventListener("keydown", (event) => {
    const [less, more] = axis === "x" ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
    if (event.key !== less && event.key !== more) return;
    event.preventDefault();
    event.stopPropagation();
    set(size + divider.direction * (event.key === more ? key_step_rem : -key_step_rem));
    keep(property, String(size));
  });
  handle.addEventListener("dblclick", () => {
    set(divider.default_rem);
    keep(property, String(size));
  });
}
