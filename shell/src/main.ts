// The page: made in the order in which its parts need each other, then the engine is started and the lesson opened. The
// lesson's text and the editor are there before the engine is.

import lesson_index from "virtual:waiter-lessons";
import engine_files from "virtual:waiter-engine";
import "virtual:waiter-fonts.css";
import "./styles/base.css";
import "./styles/prose.css";
import "./styles/code.css";
import "./styles/scenario.css";
import "./styles/narrow.css";

import type { Command } from "./engine/protocol.ts";
import { as_theme } from "./engine/protocol.ts";
import { WasmBridge } from "./engine/wasm_bridge.ts";
import { read_lesson } from "./lesson/lesson.ts";
import { make_divider, rem_px } from "./page/columns.ts";
import { watch_companion } from "./page/companion.ts";
import { KeysDialog, LessonsDialog } from "./page/dialogs.ts";
import { SupportedDialog } from "./page/supported_dialog.ts";
import { as_supported_table } from "./page/supported_table.ts";
import { by_id } from "./page/dom.ts";
import { show_engine_stopped, show_no_webgl } from "./page/engine_trouble.ts";
import { keep_scrolling_keys, keeps_key, key_name, row_of } from "./page/keys.ts";
import { lesson_rows } from "./page/lesson_rows.ts";
import { Notices } from "./page/notice.ts";
import { Picture } from "./page/picture.ts";
import { share_link } from "./page/share_link.ts";
import type { SharedRun } from "./page/share.ts";
import { from_fragment } from "./page/share.ts";
import { keep, on_refused, recall } from "./page/storage.ts";
import { make_tabs } from "./page/tabs.ts";
import {
  apply_remembered_theme, apply_theme, chosen_theme, is_dark, keep_choice, next_choice, on_system_change,
} from "./page/theme.ts";
import { LessonSession } from "./session.ts";

const text_px = 14;  // the size that the engine draws at when the reader's font size is the usual 16

apply_remembered_theme(is_dark(chosen_theme()));

const bridge = new WasmBridge();
const notices = new Notices(by_id("notices", HTMLElement));
const send = (command: Command): void => {
  if (bridge.state !== "ready") return;
  try {
    bridge.call(command);
  } catch {
    // The bridge tells its stop listeners, below.
  }
};
const picture = new Picture(send);
const keys_dialog = new KeysDialog();
const supported_dialog = new SupportedDialog(() => {
  if (bridge.state !== "ready") return null;
  return as_supported_table(Reflect.get(bridge.call({ type: "supported" }), "table"));
});
const open_supported = (): void => { supported_dialog.open(); };
const lessons_dialog = new LessonsDialog((id) => { void open_lesson(id, null); });
const open_lessons = (): void => { lessons_dialog.open(lesson_rows(session)); };
const session: LessonSession = new LessonSession(bridge, picture, notices, open_lessons, open_supported);

const still = window.matchMedia("(prefers-reduced-motion: reduce)");
const font_px = (): number => text_px * rem_px() / 16;

async function open_lesson(id: string, shared: SharedRun | null): Promise<void> {
  const entry = lesson_index.find((lesson) => lesson.id === id) ?? lesson_index[0];
  if (entry === undefined) return;
  try {
    const response = await fetch(entry.url);
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    const lesson = read_lesson(await response.json());
    session.open(lesson, shared);
    keep("lesson", lesson.id);
  } catch (error) {
    notices.say(`The lesson "${entry.title}" could not be opened. ${error instanceof Error ? error.message : ""}`,
                { text: "Try again", run: () => { void open_lesson(id, shared); } });
  }
}

async function open_first_lesson(): Promise<void> {
  const shared = await from_fragment(window.location.hash);
  // The link has done its work: after a reload the reader's own text counts.
  if (shared !== null) window.history.replaceState(null, "", window.location.pathname + window.location.search);
  await open_lesson(shared?.lesson ?? recall("lesson") ?? "", shared);
}

async function start_engine(): Promise<void> {
  const answer = await bridge.start(engine_files, picture.canvas, {
    canvas: "#picture", dark: is_dark(chosen_theme()), font_px: font_px(), ...picture.size,
    reduced_motion: still.matches,
  });
  apply_theme(answer.theme);
  if (!answer.webgl) show_no_webgl(picture);
  session.engine_started();
  still.addEventListener("change", () => { send({ type: "motion", reduced_motion: still.matches }); });
  picture.on_resize((size) => { send({ type: "resize", ...size }); });
}

function change_theme(): void {
  const dark = is_dark(chosen_theme());
  apply_remembered_theme(dark);
  show_theme_button();
  if (bridge.state === "ready") apply_theme(as_theme(bridge.call({ type: "theme", dark, font_px: font_px() })["theme"]));
}

function show_theme_button(): void {
  const words = { system: "as the system says", light: "light", dark: "dark" };
  const button = by_id("theme-button", HTMLElement);
  button.title = `Colours: ${words[chosen_theme()]}. Click for ${words[next_choice(chosen_theme())]}.`;
  button.setAttribute("aria-label", button.title);
}

function listen(): void {
  by_id("theme-button", HTMLElement).addEventListener("click", () => { keep_choice(next_choice(chosen_theme())); change_theme(); });
  on_system_change(change_theme);
  by_id("lessons", HTMLElement).addEventListener("click", open_lessons);
  by_id("keys", HTMLElement).addEventListener("click", () => { keys_dialog.open(); });
  by_id("supported-open", HTMLElement).addEventListener("click", () => {
    keys_dialog.close();
    open_supported();
  });
  if (/Mac|iPhone|iPad/.test(navigator.userAgent)) by_id("lessons-key", HTMLElement).textContent = "⌘K";
  by_id("share", HTMLElement).addEventListener("click", () => { void share_link(session.shared, notices); });
  window.addEventListener("hashchange", () => { void open_first_lesson(); });
  window.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open_lessons();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const name = key_name(event);
    const row = row_of(name);
    if (row === null || keeps_key(event.target, name)) return;
    event.preventDefault();
    if (row.command === "help") keys_dialog.open();
    else send(row.command);
  });
  keep_scrolling_keys();
  on_refused(() => { notices.say("This browser does not let the page keep anything: what you type is gone when you leave."); });
  bridge.on_stopped((error) => { show_engine_stopped(picture, error, () => session.shared?.program ?? ""); });
}

function make_dividers(): void {
  const root = { direction: 1, axis: "x" } as const;
  make_divider({ ...root, handle: by_id("prose-divider", HTMLElement), property: "--prose-width",
                 least_rem: 14, most_rem: 40, default_rem: 20.6 });
  make_divider({ ...root, handle: by_id("code-divider", HTMLElement), property: "--code-width",
                 least_rem: 16, most_rem: 60, default_rem: 27.5 });
  make_divider({ handle: by_id("output-divider", HTMLElement), property: "--output-height", axis: "y", direction: -1,
                 least_rem: 5, most_rem: 40, default_rem: 13 });
}

make_dividers();
make_tabs();
show_theme_button();
listen();
watch_companion(by_id("companion", HTMLElement), by_id("companion-text", HTMLElement));
// The lesson can be read while the engine is on its way. What stops the engine is said by the listener above.
void start_engine().catch(() => undefined);
void open_first_lesson();
