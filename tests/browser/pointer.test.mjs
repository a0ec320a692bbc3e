// The picture under the pointer: spans say what they are and show their line, the ruler moves the playhead, the wheel zooms. Where things
// stand is the engine's affair, so the pointer looks for them as a hand would.

import assert from "node:assert/strict";
import { two_sleepers } from "./programs.mjs";
import { reads } from "./reader.mjs";

const shot = async (reader) => (await reader.page.locator("#picture").screenshot()).toString("base64");

/** Moves down over the middle of the timeline until `found` says yes; the place, or null. */
async function look_down(reader, found, act = async () => {}) {
  const box = await reader.page.locator("#picture").boundingBox();
  const x = box.x + box.width * 0.45;
  for (let y = box.y + box.height * 0.35; y < box.y + box.height * 0.9; y += 6) {
    await reader.page.mouse.move(x, y);
    await act();
    await reader.frames(2);
    if (await found()) return { x, y };
  }
  return null;
}

reads("a span under the pointer shows its line in the program", {}, async (reader) => {
  await reader.type_program(two_sleepers);
  const line = () => reader.page.$$eval(".cm-line", (lines) => lines.findIndex((one) => one.classList.contains("ow-hovered-line")) + 1);
  assert.ok(await look_down(reader, async () => await line() === 5), "a task's sleep leads to its await");
  await reader.page.mouse.move(10, 400);
  await reader.frames(3);
  assert.equal(await line(), 0);
});

reads("a line under the pointer outlines its spans", {}, async (reader) => {
  await reader.type_program(two_sleepers);
  await reader.page.mouse.move(10, 400);
  await reader.frames(3);
  const before = await shot(reader);
  const box = await reader.page.locator(".cm-line").nth(4).boundingBox();
  await reader.page.mouse.move(box.x + 20, box.y + 5);
  await reader.frames(3);
  assert.notEqual(await shot(reader), before);
});

reads("pressing in the ruler moves the playhead there, and dragging takes it along", {}, async (reader) => {
  await reader.type_program(two_sleepers);
  await reader.leave_editor();
  await reader.press("Home");
  const place = await look_down(reader, async () => await reader.time() > 0, async () => {
    await reader.page.mouse.down();
    await reader.page.mouse.up();
  });
  assert.ok(place !== null, "somewhere is a ruler");
  const there = await reader.time();
  assert.ok(there > 0 && there < 1.5, `at ${there}`);
  await reader.page.mouse.move(place.x, place.y);
  await reader.page.mouse.down();
  await reader.page.mouse.move(place.x + 80, place.y, { steps: 4 });
  await reader.frames(3);
  const further = await reader.time();
  await reader.page.mouse.up();
  assert.ok(further > there, `${there}, then ${further}`);
});

reads("the wheel zooms the timeline, and 0 shows the whole run again", {}, async (reader) => {
  await reader.type_program(two_sleepers);
  await reader.leave_editor();
  await reader.press("End");
  const box = await reader.page.locator("#picture").boundingBox();
  const [x, y] = [box.x + box.width * 0.6, box.y + box.height * 0.58];
  await reader.page.mouse.move(x, y);
  await reader.frames(4);
  const whole = await shot(reader);
  await reader.page.mouse.wheel(0, -400);
  await reader.frames(4);
  const zoomed = await shot(reader);
  assert.notEqual(zoomed, whole);
  await reader.press("0");
  await reader.frames(4);
  assert.equal(await shot(reader), whole);
});
