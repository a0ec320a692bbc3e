// A page that nobody touches costs nothing.

import assert from "node:assert/strict";
import { reads } from "./reader.mjs";

const count_frames = (page) => page.addInitScript(() => {
  const real = window.requestAnimationFrame.bind(window);
  window.frames_asked = 0;
  window.requestAnimationFrame = (callback) => {
    window.frames_asked += 1;
    return real(callback);
  };
});

reads("an idle page asks for no animation frames", { before_open: count_frames }, async (reader) => {
  await reader.page.waitForTimeout(800);
  const before = await reader.page.evaluate(() => window.frames_asked);
  await reader.page.waitForTimeout(1500);
  assert.equal(await reader.page.evaluate(() => window.frames_asked) - before, 0);
});

reads("a run that was played to its end asks for no more frames", { before_open: count_frames }, async (reader) => {
  await reader.leave_editor();
  await reader.press("End", "ArrowLeft", "Space");
  await reader.page.waitForTimeout(2500);
  const before = await reader.page.evaluate(() => window.frames_asked);
  await reader.page.waitForTimeout(1000);
  assert.equal(await reader.page.evaluate(() => window.frames_asked) - before, 0);
});
