// A reader at the page: what one can do there and see there, in the page's own words. Each reader is a browser profile of their own,
// so nothing kept by one test is found by another. A reader who meets an error in the console fails the test.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch_browser } from "./browser.mjs";
import { start_companion } from "./companion.mjs";

let browser = null;
let companion = null;
export const page_url = () => companion.url;

before(async () => {
  companion = await start_companion();
  browser = await launch_browser();
});

after(async () => {
  await browser?.close();
  companion?.stop();
});

const ready_ms_max = 15_000;

export class Reader {
  constructor(context, page) {
    this.context = context;
    this.page = page;
    this.complaints = [];
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => { this.complaints.push(error.message); });
  }

  async open(fragment = "") {
    await this.page.goto(`${companion.url}/${fragment}`);
    await this.has_run();
  }

  /** Until the run of the program that is in the editor now has ended, well or badly. */
  async has_run() {
    await this.page.waitForFunction(() => {
      const label = document.getElementById("ran");
      return label.textContent !== "" && label.ariaBusy !== "true";
    }, null, { timeout: ready_ms_max });
    await this.frames(3);
  }

  /** Lets the page draw that many frames. */
  async frames(count) {
    await this.page.evaluate((n) => new Promise((resolve) => {
      const next = (left) => { left === 0 ? resolve() : requestAnimationFrame(() => { next(left - 1); }); };
      next(n);
    }), count);
  }

  async type_program(text) {
    await this.page.click(".cm-content");
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.insertText(text);
    await this.frames(3);
    await this.has_run();
  }

  /** The program as the editor holds it; only for programs that fit its window. */
  program() {
    return this.page.$$eval(".cm-line", (lines) => lines.map((line) => {
      const copy = line.cloneNode(true);
      copy.querySelectorAll(".ow-note").forEach((note) => { note.remove(); });
      return copy.textContent;
    }).join("\n"));
  }

  /** [["0.000", "text"], ...] */
  output() {
    return this.page.$$eval(".output-lines li", (rows) => rows.map((row) =>
      [row.querySelector(".output-time").textContent, row.querySelector(".output-text").textContent]));
  }

  text(selector) { return this.page.$eval(selector, (found) => found.textContent.trim()); }

  visible(selector) { return this.page.isVisible(selector); }

  async ended() {
    const [, end] = /of ([\d.]+) seconds/.exec(await this.text("#moment")) ?? [];
    return Number(end);
  }

  async time() {
    const [, t] = /At ([\d.]+) of/.exec(await this.text("#moment")) ?? [];
    return Number(t);
  }

  /** What a screen reader says once the playhead has come to rest. */
  async narration() {
    await this.page.waitForTimeout(350);
    return this.text("#narration");
  }

  /** Line number -> the note at its end, of the lines that have one. */
  notes() {
    return this.page.$$eval(".cm-line", (lines) => Object.fromEntries(lines.flatMap((line, i) => {
      const note = line.querySelector(".ow-note");
      return note === null ? [] : [[i + 1, note.textContent]];
    })));
  }

  /** Out of the editor, so that keys belong to the playhead. */
  async leave_editor() {
    await this.page.evaluate(() => { document.activeElement?.blur(); });
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.frames(3);
  }

  async close() {
    await this.context.close();
    assert.deepEqual(this.complaints, [], "the console is clean");
  }
}

/** One test with one reader. Options are Playwright's for a context, and `before_open(page)`. */
export function reads(name, options, body) {
  const { before_open, expects_complaints, do_not_open, ...context_options } = options;
  test(name, async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: "dark", ...context_options });
    const reader = new Reader(context, await context.newPage());
    try {
      if (before_open) await before_open(reader.page);
      if (!do_not_open) await reader.open();
      await body(reader);
      if (expects_complaints) reader.complaints.length = 0;
    } catch (error) {
      if (reader.complaints.length > 0) error.message += `\nThe console said:\n${reader.complaints.join("\n")}`;
      await context.close();
      throw error;
    }
    await reader.close();
  });
}
