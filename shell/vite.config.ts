// Builds the page from this folder and three inputs that other parts of the build made:
//   WAITER_ENGINE   waiter.js and waiter.wasm            (default build/web)
//   WAITER_LESSONS  one JSON text a lesson, bundled      (default build/lessons, which `waiter lessons bundle` makes here)
//   WAITER_FONTS    <face>-<weight>.woff2                (default build/fonts)
// Output: WAITER_PAGE (default build/page). Every file but index.html carries its hash in its name, so it can be cached for ever.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig } from "vite";

const build = fileURLToPath(new URL("../build", import.meta.url));
const engine_folder = process.env["WAITER_ENGINE"] ?? join(build, "web");
const lessons_folder = process.env["WAITER_LESSONS"] ?? join(build, "lessons");
const waiter = join(build, "native/waiter");
const fonts_folder = process.env["WAITER_FONTS"] ?? join(build, "fonts");
const page_folder = process.env["WAITER_PAGE"] ?? join(build, "page");

function read_input(folder: string, name: string, how: string): Buffer {
  try {
    return readFileSync(join(folder, name));
  } catch {
    throw new Error(`${name} is not in ${folder}. ${how}`);
  }
}

/** The engine's files, as they are: Emscripten's glue must not be bundled, since it looks for its wasm beside itself. */
function engine_files(): Plugin {
  let glue = "";
  let wasm = "";
  return {
    name: "waiter-engine",
    buildStart() {
      const how = "./dev build makes it.";
      glue = this.emitFile({ type: "asset", name: "waiter.js", source: read_input(engine_folder, "waiter.js", how) });
      wasm = this.emitFile({ type: "asset", name: "waiter.wasm", source: read_input(engine_folder, "waiter.wasm", how) });
    },
    resolveId: (id) => id === "virtual:waiter-engine" ? "\0waiter-engine" : null,
    load: (id) => id === "\0waiter-engine"
      ? `export default { glue: import.meta.ROLLUP_FILE_URL_${glue}, others: { "waiter.wasm": import.meta.ROLLUP_FILE_URL_${wasm} } };`
      : null,
    // Both are needed for the first picture: the browser fetches them while it still reads the page's own script.
    transformIndexHtml: {
      order: "post",
      handler(_html, context) {
        const files = Object.keys(context.bundle ?? {});
        const address = (ending: RegExp): string => `./${files.find((file) => ending.test(file)) ?? ""}`;
        return [
          { tag: "link", injectTo: "head",
            attrs: { rel: "modulepreload", href: address(/assets\/waiter-[^/]*\.js$/), crossorigin: true } },
          { tag: "link", injectTo: "head",
            attrs: { rel: "preload", as: "fetch", type: "application/wasm", href: address(/waiter-[^/]*\.wasm$/), crossorigin: true } },
          ...files.filter((file) => /(inter-regular|jetbrains-mono-regular)-[^/]*\.woff2$/.test(file)).map((file) => (
            { tag: "link", injectTo: "head" as const,
              attrs: { rel: "preload", as: "font", type: "font/woff2", href: `./${file}`, crossorigin: true } })),
        ];
      },
    },
  };
}

const font_weights: Record<string, number> = { regular: 400, medium: 500, semibold: 600, bold: 700 };
const font_families: Record<string, string> = { "inter": "Inter", "jetbrains-mono": "JetBrains Mono" };

/** One @font-face for each file: inter-semibold.woff2 is family Inter, weight 600. */
function fonts(): Plugin {
  return {
    name: "waiter-fonts",
    resolveId: (id) => id === "virtual:waiter-fonts.css" ? "\0waiter-fonts.css" : null,
    load(id) {
      if (id !== "\0waiter-fonts.css") return null;
      const files = readdirSync(fonts_folder).filter((file) => file.endsWith(".woff2")).sort();
      if (files.length === 0) throw new Error(`No fonts in ${fonts_folder}. ./dev build packs them.`);
      return files.map((file) => {
        const [, face = "", weight = ""] = /^(.*)-([a-z]+)\.woff2$/.exec(file) ?? [];
        const family = font_families[face];
        if (family === undefined || font_weights[weight] === undefined) throw new Error(`${file}: not a face that the page knows`);
        return `@font-face { font-family: "${family}"; font-weight: ${font_weights[weight]}; font-display: swap; `
          + `src: url("${join(fonts_folder, file)}") format("woff2"); }`;
      }).join("\n");
    },
  };
}

interface LessonRow {
  id: string;
  order: number;
  title: string;
  subtitle: string;
  summary: string;
  steps: number;
  /** The steps that have goals. */
  exercises: number[];
}

/** Checks every lesson too: a lesson whose solution does not solve it builds no page. */
function bundle_lessons(): void {
  if (process.env["WAITER_LESSONS"] !== undefined) return;
  rmSync(lessons_folder, { recursive: true, force: true });
  try {
    execFileSync(waiter, ["lessons", "bundle", fileURLToPath(new URL("../lessons", import.meta.url)), lessons_folder],
                 { stdio: ["ignore", "inherit", "inherit"] });
  } catch (error) {
    throw new Error(`The lessons could not be bundled by ${waiter}. ./dev build makes it.`, { cause: error });
  }
}

/** The index of lessons goes into the script, each lesson's text into a file of its own. */
function lessons(): Plugin {
  let rows: { row: LessonRow; file: string }[] = [];
  return {
    name: "waiter-lessons",
    buildStart() {
      bundle_lessons();
      const names = readdirSync(lessons_folder).filter((name) => name.endsWith(".json"));
      if (names.length === 0) throw new Error(`No lessons in ${lessons_folder}.`);
      rows = names.map((name) => {
        const source = readFileSync(join(lessons_folder, name), "utf8");
        const { id, order, title, subtitle, summary, steps } = JSON.parse(source) as
          Omit<LessonRow, "steps" | "exercises"> & { steps: { goals?: unknown[] }[] };
        const exercises = steps.flatMap((step, index) => step.goals === undefined ? [] : [index]);
        return { row: { id, order, title, subtitle, summary, steps: steps.length, exercises },
                 file: this.emitFile({ type: "asset", name, originalFileName: `lessons/${name}`, source }) };
      }).sort((a, b) => a.row.order - b.row.order);
    },
    resolveId: (id) => id === "virtual:waiter-lessons" ? "\0waiter-lessons" : null,
    load: (id) => id !== "\0waiter-lessons" ? null : `export default [${rows.map(({ row, file }) =>
      `{ ...${JSON.stringify(row)}, url: import.meta.ROLLUP_FILE_URL_${file} }`).join(", ")}];`,
  };
}

export default defineConfig({
  base: "./",
  plugins: [engine_files(), fonts(), lessons()],
  build: {
    outDir: page_folder,
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,  // a data: address would need a wider Content-Security-Policy
    rollupOptions: {
      output: {
        assetFileNames: (asset) => asset.originalFileNames[0]?.startsWith("lessons/")
          ? "lessons/[name]-[hash][extname]" : "assets/[name]-[hash][extname]",
      },
    },
  },
});
