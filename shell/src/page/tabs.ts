// The bar at the foot of a narrow page: one part at a time. On a wide page all parts are there and the bar is not.

import { by_id } from "./dom.ts";

export function make_tabs(): void {
  const columns = by_id("columns", HTMLElement);
  const buttons = [...by_id("tabs", HTMLElement).querySelectorAll("button")];
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const tab = button.dataset["tab"] ?? "read";
      columns.dataset["tab"] = tab;
      for (const other of buttons) {
        if (other === button) other.setAttribute("aria-current", "true");
        else other.removeAttribute("aria-current");
      }
    });
  }
}
