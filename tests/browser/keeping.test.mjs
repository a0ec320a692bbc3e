// Nothing typed is lost: what the browser keeps, what Reset does, what a link holds.

import assert from "node:assert/strict";
import { page_url, reads } from "./reader.mjs";

reads("what was typed is there after the page is loaded again", {}, async (reader) => {
  await reader.type_program('print("kept")\n');
  await reader.open();
  assert.deepEqual(await reader.output(), [["0.000", "kept"]]);
});

reads("Reset gives the lesson's program back, and Undo what was typed", {}, async (reader) => {
  const first = await reader.program();
  assert.ok(!await reader.visible("#reset"));
  await reader.type_program('print("mine")\n');
  await reader.page.click("#reset");
  await reader.has_run();
  assert.equal(await reader.program(), first);
  await reader.page.getByRole("button", { name: "Undo" }).click();
  await reader.has_run();
  assert.deepEqual(await reader.output(), [["0.000", "mine"]]);
  await reader.open();
  assert.deepEqual(await reader.output(), [["0.000", "mine"]]);
});

reads("a link brings program and playhead to another reader, whose own text is kept", {}, async (reader) => {
  await reader.type_program('import asyncio\n\nasync def main():\n    await asyncio.sleep(2)\n    print("shared ☕")\n    await asyncio.sleep(1)\n\nasyncio.run(main())\n');
  await reader.page.locator(".output-lines li").first().click();
  await reader.frames(3);
  await reader.page.click("#share");
  await reader.page.waitForSelector(".notice");
  const fragment = new URL(reader.page.url()).hash;
  assert.match(fragment, /^#w=[\w-]+$/);

  const other = await reader.context.browser().newContext({ viewport: { width: 1440, height: 900 } });
  const page = await other.newPage();
  await page.goto(page_url());
  await page.waitForFunction(() => document.getElementById("ran").textContent !== "");
  await page.click(".cm-content");
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText('print("my own")\n');
  await page.goto(`${page_url()}/${fragment}`);
  await page.waitForFunction(() => document.querySelector(".output-text")?.textContent === "shared ☕");
  await page.waitForFunction(() => /^At 2\.000 of 3\.000/.test(document.getElementById("moment").textContent));
  assert.equal(new URL(page.url()).hash, "", "the link has done its work");
  await page.getByRole("button", { name: "Back to my own" }).click();
  await page.waitForFunction(() => document.querySelector(".output-text")?.textContent === "my own");
  await other.close();
});

reads("a broken link opens the page as usual", { do_not_open: true }, async (reader) => {
  await reader.open("#w=brokenlink");
  assert.match(await reader.text("#ran"), /^ran in/);
});
