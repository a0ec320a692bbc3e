// A phone: one part at a time, all of it reachable, nothing wider than the screen.

import assert from "node:assert/strict";
import { reads } from "./reader.mjs";

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const tab = (reader, name) => reader.page.locator("#tabs button", { hasText: name }).tap();

reads("on a phone prose, program, output and picture are each a tap away", phone, async (reader) => {
  assert.ok(await reader.visible(".prose-text h2"));
  assert.ok(!await reader.visible(".cm-content"));
  await tab(reader, "Code");
  assert.ok(await reader.visible(".cm-content"));
  assert.ok(await reader.visible("#output"));
  await tab(reader, "Watch");
  await reader.frames(4);
  assert.ok(await reader.visible("#picture"));
  const [width, css_width] = await reader.page.$eval("#picture", (canvas) => [canvas.width, canvas.clientWidth]);
  assert.equal(css_width, 390);
  assert.equal(width, 780);
  await tab(reader, "Read");
  assert.ok(await reader.visible("#next"));
});

reads("on a phone nothing is wider than the screen", phone, async (reader) => {
  for (const name of ["Read", "Code", "Watch"]) {
    await tab(reader, name);
    assert.equal(await reader.page.evaluate(() => document.documentElement.scrollWidth), 390, name);
  }
});

reads("on a phone the keys' list of parts says which one is shown", phone, async (reader) => {
  await tab(reader, "Code");
  assert.deepEqual(await reader.page.$$eval("#tabs button", (all) => all.map((one) => one.getAttribute("aria-current"))), [null, "true", null]);
});

reads("a finger turns a number", phone, async (reader) => {
  await tab(reader, "Code");
  await reader.type_program("import asyncio\n\nasync def main():\n    await asyncio.sleep(1.5)\n\nasyncio.run(main())\n");
  const box = await reader.page.locator(".ow-number", { hasText: "1.5" }).boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const touch = await reader.context.newCDPSession(reader.page);
  const at = (dx) => [{ x: x + dx, y }];
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  for (let dx = 5; dx <= 35; dx += 5) await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(dx) });
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await reader.frames(4);
  assert.equal(await reader.ended(), 2);
});
