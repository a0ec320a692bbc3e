// One palette: the engine's. Here it becomes CSS custom properties (--ow-background, --ow-lane-0, ...), and here the
// reader chooses light, dark, or what the system says. The last palette is kept, so that the next visit starts in it.

import type { Theme } from "../engine/protocol.ts";
import { as_theme } from "../engine/protocol.ts";
import { keep, recall } from "./storage.ts";

export type ThemeChoice = "system" | "light" | "dark";

const choices: readonly ThemeChoice[] = ["system", "light", "dark"];
const system_dark = window.matchMedia("(prefers-color-scheme: dark)");

export function chosen_theme(): ThemeChoice {
  const kept = recall("theme");
  return choices.find((choice) => choice === kept) ?? "system";
}

export function is_dark(choice: ThemeChoice): boolean {
  return choice === "system" ? system_dark.matches : choice === "dark";
}

/** The choice after this one, as the toggle goes round: what the system says, then the other, then back. */
export function next_choice(choice: ThemeChoice): ThemeChoice {
  if (choice === "system") return system_dark.matches ? "light" : "dark";
  return is_dark(choice) === system_dark.matches ? "system" : (choice === "dark" ? "light" : "dark");
}

export function keep_choice(choice: ThemeChoice): void { keep("theme", choice); }

export function on_system_change(listener: () => void): void { system_dark.addEventListener("change", listener); }

export function apply_theme(theme: Theme): void {
  const style = document.documentElement.style;
  style.colorScheme = theme.dark ? "dark" : "light";
  document.documentElement.dataset["theme"] = theme.dark ? "dark" : "light";
  for (const [name, color] of Object.entries(theme.colors)) style.setProperty(`--ow-${name.replaceAll("_", "-")}`, color);
  theme.lanes.forEach((color, lane) => style.setProperty(`--ow-lane-${lane}`, color));
  document.querySelector('meta[name="theme-color"]')?.setAttribute("content", theme.colors["background"] ?? "");
  keep(theme.dark ? "palette.dark" : "palette.light", JSON.stringify(theme));
}

/** Before the engine has spoken: the palette it gave last time, or the system's own colours. */
export function apply_remembered_theme(dark: boolean): void {
  document.documentElement.style.colorScheme = dark ? "dark" : "light";
  const kept = recall(dark ? "palette.dark" : "palette.light");
  if (kept === null) return;
  try {
    apply_theme(as_theme(JSON.parse(kept)));
  } catch {
    // A palette of an older page; the engine gives a new one in a moment.
  }
}
