// What stands in place of the picture when there can be none. The program and the lesson's text are untouched by it.

import type { EngineStopped } from "../engine/wasm_bridge.ts";
import { element } from "./dom.ts";
import type { Picture } from "./picture.ts";

export function show_no_webgl(picture: Picture): void {
  picture.refuse("There is no picture here",
    "This browser has no WebGL 2, which the picture is drawn with. The lesson, the program and its output work without it.",
    "Step through the run with the arrow keys: the program shows where each task is parked.");
}

export function show_engine_stopped(picture: Picture, error: EngineStopped, program: () => string): void {
  const report = (): string => `One Waiter: ${error.message}\n\nProgram:\n${program()}\n\nBrowser: ${navigator.userAgent}\n`;
  const no_wasm = typeof WebAssembly === "undefined";
  const copy = element("button", { type: "button", class: "button large" }, "Copy report");
  copy.addEventListener("click", () => {
    navigator.clipboard.writeText(report()).then(
      () => { copy.textContent = "Copied"; }, () => { copy.textContent = "Select the text above to copy it"; });
  });
  const again = element("button", { type: "button", class: "button large primary", click: () => { window.location.reload(); } }, "Load the page again");
  picture.refuse(no_wasm ? "The engine cannot run here" : "The engine has stopped",
    no_wasm ? "This browser has no WebAssembly, which the engine is written for. The lesson can be read, but nothing runs."
            : "That is our mistake, not yours. Your program is kept: it is here again after the page is loaded anew.",
    element("pre", { tabindex: 0, "data-scrolls": true }, error.message),
    element("p", { class: "trouble-buttons" }, again, " ", copy));
}
