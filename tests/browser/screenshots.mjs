// Makes docs/screenshots/*.png of the built page: `./dev screenshots`. The same lesson, step and moment in each, reached as a reader
// of a shared link reaches it. Another folder can be named as the only argument.

import { mkdirSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { launch_browser } from "./browser.mjs";
import { repository, start_companion } from "./companion.mjs";

const folder = process.argv[2] ?? `${repository}docs/screenshots`;
const mid_run_s = 0.72;
const desk = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

async function ready(page) {
  await page.waitForFunction(() => / in /.test(document.getElementById("ran").textContent));
  await page.evaluate(() => document.fonts.ready);
}

/** The first step with a prediction and a program that waits, which is the one that shows most. */
async function find_step(page) {
  for (let step = 0; ; step += 1) {
    const found = await page.evaluate(() => document.querySelector(".prediction") !== null && document.querySelector(".ow-number") !== null);
    if (found || await page.$eval("#next", (next) => next.textContent === "Lessons")) return step;
    await page.click("#next");
    await page.waitForTimeout(100);
  }
}

async function link_of_moment(browser, url) {
  const page = await browser.newPage(desk);
  await page.goto(url);
  await ready(page);
  const step = await find_step(page);
  await page.click("#share");
  await page.waitForSelector(".notice");
  const { run } = await page.evaluate(async () => {
    const packed = location.hash.slice(3).replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    return { run: await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json() };
  });
  await page.close();
  const fragment = deflateSync(JSON.stringify({ ...run, i: step, t: mid_run_s })).toString("base64url");
  return `${url}/#w=${fragment}`;
}

async function picture(browser, link, name, options, prepare = async () => {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(link);
  await ready(page);
  await page.waitForTimeout(400);
  const choices = page.locator(".choices button");
  if (await choices.count() > 1) {
    // An answer plays the run from its start; a reader who comes back by the link stands where it points.
    await choices.nth(1).click();
    await page.goto("about:blank");
    await page.goto(link);
    await ready(page);
  }
  await prepare(page);
  await page.waitForTimeout(400);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await context.close();
  console.log(`${name}.png`);
}

mkdirSync(folder, { recursive: true });
const companion = await start_companion();
const browser = await launch_browser();
try {
  const link = await link_of_moment(browser, companion.url);
  const tab = (name) => (page) => page.locator("#tabs button", { hasText: name }).tap();
  for (const colorScheme of ["dark", "light"]) {
    await picture(browser, link, `lesson-${colorScheme}`, { ...desk, colorScheme });
    for (const part of ["Read", "Code", "Watch"])
      await picture(browser, link, `phone-${part.toLowerCase()}-${colorScheme}`, { ...phone, colorScheme }, tab(part));
  }
} finally {
  await browser.close();
  companion.stop();
}
