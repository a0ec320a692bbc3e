// What a newcomer finds: the page as served, the parts of it, the lists that open over it.

import assert from "node:assert/strict";
import { page_url, reads } from "./reader.mjs";

reads("the page opens with a lesson, a program that has run, and a picture", {}, async (reader) => {
  assert.match(await reader.text(".prose-text h2"), /\S/);
  assert.match(await reader.text("#lesson-title"), /\S/);
  assert.match(await reader.text("#ran"), /^ran in [\d.]+ m?s$/);
  const size = await reader.page.$eval("#picture", (canvas) => [canvas.width, canvas.height, canvas.clientWidth, canvas.clientHeight]);
  assert.deepEqual(size.slice(0, 2), size.slice(2), "one canvas pixel is one device pixel");
});

reads("the picture is crisp where a CSS pixel is two device pixels", { deviceScaleFactor: 2 }, async (reader) => {
  const [width, css_width] = await reader.page.$eval("#picture", (canvas) => [canvas.width, canvas.clientWidth]);
  assert.equal(width, 2 * css_width);
});

reads("the picture shows something, and something else at another time", {}, async (reader) => {
  const shot = async () => (await reader.page.locator("#picture").screenshot()).toString("base64");
  await reader.leave_editor();
  await reader.press("Home");
  const start = await shot();
  await reader.press("End");
  const end = await shot();
  assert.ok(start.length > 20_000, "a blank picture would pack to almost nothing");
  assert.notEqual(start, end);
});

reads("scripts come from the page's own server only, and nothing is evaluated", {}, async (reader) => {
  const response = await reader.context.request.get(page_url());
  const policy = response.headers()["content-security-policy"] ?? "";
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'/);
  assert.doesNotMatch(policy, /'unsafe-eval'|script-src[^;]*'unsafe-inline'/);
});

reads("the companion that serves the page is named in the bar", {}, async (reader) => {
  await reader.page.waitForSelector("#companion:visible");
  assert.equal(await reader.text("#companion"), `companion · ${new URL(page_url()).host}`);
});

reads("the key list opens with ? and closes with Escape", {}, async (reader) => {
  await reader.leave_editor();
  await reader.press("?");
  assert.ok(await reader.visible("#keys-dialog"));
  assert.match(await reader.text("#keys-list"), /play and pause/);
  await reader.press("Escape");
  assert.ok(!await reader.visible("#keys-dialog"));
});

reads("what runs here is listed by the engine, from the key list and from a program that is refused, and can be searched", {}, async (reader) => {
  await reader.page.click("#keys");
  await reader.page.click("#supported-open");
  assert.ok(await reader.visible("#supported-dialog"));
  const rows = reader.page.locator(".supported-row");
  assert.ok(await rows.count() > 150);
  await reader.page.fill("#supported-filter", "csv");
  assert.match(await rows.first().innerText(), /csv\s+module\s+not yet\s+str\.split is the usual way/);
  await reader.page.fill("#supported-filter", "asyncio");
  assert.match(await rows.first().innerText(), /asyncio\s+module\s+runs/);
  await reader.page.fill("#supported-filter", "zzzz");
  assert.match(await reader.text("#supported-count"), /Nothing has these words/);
  await reader.page.click("#supported-close");
  assert.ok(!await reader.visible("#supported-dialog"));
  await reader.type_program("print('never')\nname = input('who? ')\n");
  assert.match(await reader.text("#output"), /One Waiter does not run input\(\) yet \(line 2\): a variable at the program's top is the usual way/);
  await reader.page.click("#output >> text=What runs here");
  assert.ok(await reader.visible("#supported-dialog"));
});

reads("the lessons open with Ctrl-K, also from the editor, and can be searched", {}, async (reader) => {
  await reader.page.click(".cm-content");
  await reader.press("Control+k");
  assert.ok(await reader.visible("#lessons-dialog"));
  const all = await reader.page.locator(".lesson-row").count();
  assert.ok(all >= 1);
  await reader.page.keyboard.type("zzzz");
  assert.equal(await reader.page.locator(".lesson-row").count(), 0);
  await reader.page.fill("#lessons-filter", "");
  await reader.press("Enter");
  assert.ok(!await reader.visible("#lessons-dialog"));
  assert.match(await reader.text("#lesson-title"), /\S/);
});

reads("light and dark follow the system until the reader chooses, and the choice is kept", { colorScheme: "light" }, async (reader) => {
  const theme = () => reader.page.$eval("html", (html) => html.dataset.theme);
  assert.equal(await theme(), "light");
  await reader.page.emulateMedia({ colorScheme: "dark" });
  await reader.frames(3);
  assert.equal(await theme(), "dark");
  await reader.page.click("#theme-button");
  assert.equal(await theme(), "light");
  await reader.open();
  assert.equal(await theme(), "light");
});

reads("page and picture have the same background, in light and dark", { colorScheme: "light" }, async (reader) => {
  const background = () => reader.page.evaluate(() =>
    [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.documentElement).getPropertyValue("--ow-background")]);
  const light = await background();
  await reader.page.emulateMedia({ colorScheme: "dark" });
  await reader.frames(3);
  const dark = await background();
  assert.notEqual(light[0], dark[0]);
  assert.match(light[1], /^#/);
});

reads("a larger font size of the reader's makes everything larger", {}, async (reader) => {
  const width = () => reader.page.$eval("#read", (column) => column.getBoundingClientRect().width);
  const before = await width();
  await reader.page.addStyleTag({ content: "html { font-size: 20px }" });
  assert.ok(await width() > before * 1.2);
});

reads("columns can be moved by pointer and by keys, and stay so", {}, async (reader) => {
  const width = () => reader.page.$eval("#read", (column) => column.getBoundingClientRect().width);
  const before = await width();
  const handle = await reader.page.locator("#prose-divider").boundingBox();
  await reader.page.mouse.move(handle.x, 400);
  await reader.page.mouse.down();
  await reader.page.mouse.move(handle.x + 60, 400, { steps: 3 });
  await reader.page.mouse.up();
  assert.ok(Math.abs(await width() - before - 60) < 3);
  await reader.page.focus("#prose-divider");
  await reader.press("ArrowLeft");
  const after = await width();
  assert.ok(after < before + 50);
  await reader.open();
  assert.equal(await width(), after);
});
