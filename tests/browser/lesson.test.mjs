// The first lesson from its first step to its solved exercise, as a reader goes through it.

import assert from "node:assert/strict";
import { reads } from "./reader.mjs";

const step_label = (reader) => reader.text(".prose-text .small-caps");
const goals_met = (reader) => reader.page.$$eval(".goals li", (rows) => rows.map((row) => row.classList.contains("met")));

async function go_to_step(reader, number) {
  await reader.page.locator("#pills button").nth(number - 1).click();
  await reader.frames(3);
  await reader.has_run();
}

async function drag_number(reader, text, pixels) {
  const box = await reader.page.locator(".ow-number", { hasText: text }).first().boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await reader.page.mouse.move(x, y);
  await reader.page.mouse.down();
  await reader.page.mouse.move(x + pixels, y, { steps: 10 });
  await reader.page.mouse.up();
  await reader.frames(3);
  await reader.has_run();
}

reads("the question comes before the run: what would answer it is hidden until then", {}, async (reader) => {
  await reader.page.click("#next");
  await reader.has_run();
  assert.match(await step_label(reader), /^Step 2 of 5/i);
  assert.ok(await reader.visible("#cover"));
  assert.ok(!await reader.visible(".output-lines li"));
  assert.ok(!await reader.visible("#picture"));
  await reader.page.locator(".choices button", { hasText: "2.5 s" }).click();
  await reader.frames(3);
  assert.ok(!await reader.visible("#cover"));
  assert.ok(await reader.visible("#picture"));
  const shown = await reader.page.$$eval(".choices button", (all) => all.map((one) => `${one.textContent} ${one.className}`.trim()));
  assert.deepEqual(shown, ["1.0 s", "1.5 s ✓ right", "2.5 s ✗ wrong"]);
  assert.match(await reader.text(".prediction [role=status]"), /1\.5 s/);
});

reads("a prediction cannot be taken back, not even by loading the page again", {}, async (reader) => {
  await reader.page.click("#next");
  await reader.page.locator(".choices button", { hasText: "1.5 s" }).click();
  await reader.open();
  assert.match(await step_label(reader), /^Step 2 of 5/i);
  assert.ok(!await reader.visible("#cover"));
  assert.ok(await reader.page.locator(".choices button", { hasText: "1.0 s" }).isDisabled());
  assert.match(await reader.text(".choices .right"), /1\.5 s ✓/);
});

reads("who does not want to guess is shown the run", {}, async (reader) => {
  await reader.page.click("#next");
  await reader.page.click("#uncover");
  assert.ok(await reader.visible("#picture"));
  assert.ok(await reader.page.locator(".choices button").first().isEnabled());
});

reads("the step that is watched stands at the moment it tells of", {}, async (reader) => {
  await go_to_step(reader, 3);
  assert.equal(await reader.time(), 0.72);
  assert.equal(await reader.ended(), 1.5);
  const notes = Object.values(await reader.notes());
  assert.ok(notes.some((note) => /sleeping · 0\.28 s left/.test(note)), notes.join("; "));
  assert.ok(notes.some((note) => /sleeping · 0\.78 s left/.test(note)), notes.join("; "));
});

reads("goals tick as the number is dragged, and say why when they do not", {}, async (reader) => {
  await go_to_step(reader, 4);
  assert.deepEqual(await goals_met(reader), [false, false]);
  assert.match(await reader.text(".goals li:first-child .goal-why"), /\S/);
  await drag_number(reader, "1.0", 49);
  assert.deepEqual(await goals_met(reader), [true, false]);
  assert.equal(await reader.ended(), 1.7);
  assert.ok(!await reader.visible(".solved"));
  await drag_number(reader, "1.7", -49);
  await drag_number(reader, "1.5", -70);
  assert.deepEqual(await goals_met(reader), [true, true]);
  assert.ok(await reader.visible(".solved"));
});

reads("the exercise is solved by typing", {}, async (reader) => {
  await go_to_step(reader, 5);
  assert.equal(await reader.ended(), 3.3);
  assert.ok((await goals_met(reader)).includes(false));
  await reader.page.locator(".cm-line", { hasText: "coffee = await make_coffee()" }).click();
  await reader.press("Home", "Shift+ArrowDown", "Shift+ArrowDown", "Shift+End");
  await reader.page.keyboard.type("coffee, sandwich, juice = await asyncio.gather(make_coffee(), make_sandwich(), squeeze_juice())");
  await reader.frames(3);
  await reader.has_run();
  assert.match(await reader.program(), /\n {4}coffee, sandwich, juice = await asyncio\.gather\(.*\)\n {4}print/);
  assert.deepEqual(await goals_met(reader), [true, true, true]);
  assert.ok(await reader.visible(".solved"));
  assert.deepEqual(await reader.output(), [["1.500", "here are coffee, sandwich and juice"]]);
  await reader.open();
  assert.match(await step_label(reader), /^Step 5 of 5/i);
  assert.ok(await reader.visible(".solved"));
});

reads("a solution that was only looked at solves nothing for good", {}, async (reader) => {
  await go_to_step(reader, 5);
  await reader.page.getByText("Hint 1").click();
  await reader.page.getByText("Hint 2").click();
  await reader.page.getByRole("button", { name: "Show a solution" }).click();
  await reader.has_run();
  assert.deepEqual(await goals_met(reader), [true, true, true]);
  await reader.page.getByRole("button", { name: "Back to my own" }).click();
  await reader.has_run();
  assert.equal(await reader.ended(), 3.3);
  assert.equal(await reader.page.evaluate(() => JSON.parse(localStorage.getItem("waiter.lesson.coffee-and-sandwich")).solved.length), 0);
});

reads("Back and Next go through all steps, and Next on the last one opens the lessons", {}, async (reader) => {
  assert.ok(await reader.page.locator("#back").isDisabled());
  for (let step = 2; step <= 5; step += 1) {
    await reader.page.click("#next");
    assert.match(await step_label(reader), new RegExp(`^Step ${step} of 5`, "i"));
  }
  await reader.page.click("#next");
  assert.ok(await reader.visible("#lessons-dialog"));
  assert.match(await reader.text(".lesson-row-state"), /started/);
});
