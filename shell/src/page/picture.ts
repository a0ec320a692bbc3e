// The canvas and everything that stands for it when it cannot be seen: the narration as text, the playhead's buttons as
// real buttons, and a plain sentence where there is no WebGL 2.

import type { Command, MomentEvent } from "../engine/protocol.ts";
import { by_id, element } from "./dom.ts";
import { seconds } from "./time_format.ts";

export interface PictureSize {
  width: number;
  height: number;
  dpr: number;
}

const spoken_after_ms = 250;

/** The engine sets words in **double stars** bold; a screen reader needs no stars. */
export function plain(narration: string): string {
  return narration.replaceAll("**", "");
}

export class Picture {
  readonly canvas = by_id("picture", HTMLCanvasElement);
  private readonly frame_ = by_id("picture-frame", HTMLElement);
  private readonly narration_ = by_id("narration", HTMLElement);
  private readonly moment_text_ = by_id("moment", HTMLElement);
  private readonly play_ = element("button", { type: "button", class: "button" }, "Play");
  private speech_timer_ = 0;

  constructor(send: (command: Command) => void) {
    const button = (text: string, command: Command): HTMLElement =>
      element("button", { type: "button", class: "button", click: () => { send(command); } }, text);
    this.play_.addEventListener("click", () => { send({ type: "play" }); });
    by_id("transport", HTMLElement).append(
      button("To the start", { type: "jump", to: "start" }),
      button("Event back", { type: "step", unit: "event", direction: -1 }),
      this.play_,
      button("Event on", { type: "step", unit: "event", direction: 1 }),
      button("Line back", { type: "step", unit: "line", direction: -1 }),
      button("Line on", { type: "step", unit: "line", direction: 1 }),
      button("To the end", { type: "jump", to: "end" }),
    );
  }

  /** The canvas takes whole CSS pixels of its frame, so that its pixels are the screen's and none is blended with its neighbour. */
  get size(): PictureSize {
    const box = this.frame_.getBoundingClientRect();
    const [width, height] = [Math.max(1, Math.floor(box.width)), Math.max(1, Math.floor(box.height))];
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    return { width, height, dpr: window.devicePixelRatio };
  }

  /** Told when the frame gets another size or the page moves to a screen with another pixel ratio. */
  on_resize(listener: (size: PictureSize) => void): void {
    let last = "";
    const tell = (): void => {
      // A hidden frame (another tab on a phone) has no size; the picture keeps the one it had.
      if (this.frame_.clientWidth === 0 || this.frame_.clientHeight === 0) return;
      const size = this.size;
      const key = JSON.stringify(size);
      if (key === last) return;
      last = key;
      listener(size);
    };
    new ResizeObserver(tell).observe(this.frame_);
    const watch_ratio = (): void => {
      window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
        .addEventListener("change", () => { tell(); watch_ratio(); }, { once: true });
    };
    watch_ratio();
  }

  show(moment: MomentEvent): void {
    this.play_.textContent = moment.playing ? "Pause" : "Play";
    this.moment_text_.textContent =
      `At ${seconds(moment.t)} of ${seconds(moment.end)} seconds, event ${moment.event} of ${moment.events}.`;
    window.clearTimeout(this.speech_timer_);
    // While it plays a sentence would be cut off by the next; what is said is where it comes to rest.
    if (moment.playing) return;
    this.speech_timer_ = window.setTimeout(() => {
      const text = `${seconds(moment.t)} s. ${plain(moment.narration)}`;
      if (this.narration_.textContent !== text) this.narration_.textContent = text;
    }, spoken_after_ms);
  }

  /** In place of the picture; prose, program and output go on working. */
  refuse(title: string, ...lines: (Node | string)[]): void {
    this.canvas.hidden = true;
    by_id("no-picture", HTMLElement).replaceChildren(
      element("h2", {}, title), ...lines.map((line) => typeof line === "string" ? element("p", {}, line) : line));
    by_id("no-picture", HTMLElement).hidden = false;
  }
}
