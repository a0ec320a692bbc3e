// The editor: every change runs, numbers turn, lines say where tasks are parked, mistakes are marked.

import assert from "node:assert/strict";
import { two_sleepers } from "./programs.mjs";
import { reads } from "./reader.mjs";

const sleep_once = `import asyncio

async def main():
    await asyncio.sleep(1.5)
    print("ready")

asyncio.run(main())
`;

async function number(reader, text) {
  const box = await reader.page.locator(".ow-number", { hasText: text }).first().boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

reads("every edit runs at once", {}, async (reader) => {
  await reader.type_program('print("one")\n');
  assert.deepEqual(await reader.output(), [["0.000", "one"]]);
  await reader.page.keyboard.insertText('print("two")\n');
  await reader.frames(4);
  assert.deepEqual(await reader.output(), [["0.000", "one"], ["0.000", "two"]]);
  assert.match(await reader.text("#ran"), /^re-ran in [\d.]+ m?s$/);
});

reads("an empty program is fine", {}, async (reader) => {
  await reader.type_program("x");
  await reader.press("Backspace");
  await reader.has_run();
  assert.match(await reader.text("#ran"), /^re-ran/);
  assert.deepEqual(await reader.output(), []);
  assert.equal(await reader.text(".output-more"), "Nothing was printed.");
});

reads("keys that an editor needs reach the editor", {}, async (reader) => {
  await reader.type_program("");
  await reader.page.keyboard.type("if 1:");
  await reader.press("Enter");
  await reader.page.keyboard.type("print(12)");
  await reader.press("ArrowLeft", "Backspace", "Home", "Tab", "Shift+Tab", "End", "Enter");
  await reader.page.keyboard.type("print ( 3 )");
  await reader.frames(3);
  assert.equal(await reader.program(), "if 1:\n    print(1)\n    print ( 3 )");
  assert.deepEqual((await reader.output()).map(([, text]) => text), ["1", "3"]);
});

reads("a number that is dragged changes the end of the run, and one undo takes the drag back", {}, async (reader) => {
  await reader.type_program(sleep_once);
  assert.equal(await reader.ended(), 1.5);
  const at = await number(reader, "1.5");
  await reader.page.mouse.move(at.x, at.y);
  await reader.page.mouse.down();
  const seen = new Set();
  for (let x = 5; x <= 70; x += 5) {
    await reader.page.mouse.move(at.x + x, at.y);
    await reader.frames(2);
    seen.add(await reader.ended());
  }
  await reader.page.mouse.up();
  await reader.frames(3);
  assert.ok(seen.size >= 8, `the run followed the drag: ${[...seen]}`);
  assert.equal(await reader.ended(), 2.5);
  assert.deepEqual(await reader.output(), [["2.500", "ready"]]);
  assert.match(await reader.program(), /sleep\(2\.5\)/);
  await reader.page.focus(".cm-content");
  await reader.press("Control+z");
  await reader.has_run();
  assert.match(await reader.program(), /sleep\(1\.5\)/);
  assert.equal(await reader.ended(), 1.5);
});

reads("Escape gives a dragged number back", {}, async (reader) => {
  await reader.type_program(sleep_once);
  const at = await number(reader, "1.5");
  await reader.page.mouse.move(at.x, at.y);
  await reader.page.mouse.down();
  await reader.page.mouse.move(at.x - 40, at.y, { steps: 4 });
  await reader.frames(3);
  assert.notEqual(await reader.ended(), 1.5);
  await reader.press("Escape");
  await reader.page.mouse.up();
  assert.equal(await reader.ended(), 1.5);
});

reads("a click on a number places the cursor there, and Alt with an arrow turns it", {}, async (reader) => {
  await reader.type_program(sleep_once);
  const at = await number(reader, "1.5");
  await reader.page.mouse.click(at.x, at.y);
  await reader.press("Alt+ArrowUp", "Alt+ArrowUp");
  assert.match(await reader.program(), /sleep\(1\.7\)/);
  assert.equal(await reader.ended(), 1.7);
  await reader.press("Alt+ArrowDown");
  assert.equal(await reader.ended(), 1.6);
});

reads("the lines where tasks are parked say who waits there, and for how long", {}, async (reader) => {
  await reader.type_program(two_sleepers);
  await reader.page.locator(".output-time", { hasText: "1.000" }).click();
  await reader.frames(3);
  const notes = await reader.notes();
  assert.match(notes[5], /Task-3 sleeping · 0\.50? s left/);
  assert.ok(notes[10] !== undefined, "main waits for gather");
  assert.ok(await reader.visible(".ow-dot-gutter .ow-dots i"));
});

reads("two tasks on one line are both named, each in its colour", {}, async (reader) => {
  await reader.type_program(two_sleepers);
  await reader.leave_editor();
  await reader.press("Home");
  const both = /Task-2 sleeping.*Task-3 sleeping/;
  for (let i = 0; i < 40 && !both.test((await reader.notes())[5] ?? ""); i += 1) await reader.press("ArrowRight");
  assert.match((await reader.notes())[5] ?? "", both);
  const colors = await reader.page.$$eval(".ow-note span", (parts) => parts.slice(0, 2).map((part) => getComputedStyle(part).color));
  assert.notEqual(colors[0], colors[1]);
});

reads("notes at lines' ends never make the program scroll sideways", { viewport: { width: 1100, height: 800 } }, async (reader) => {
  await reader.type_program(two_sleepers.replace('"sandwich"', '"a very long sandwich with everything"'));
  await reader.leave_editor();
  await reader.press("Home");
  for (let i = 0; i < 12; i += 1) {
    await reader.press("ArrowRight");
    const [least, wide] = await reader.page.$eval(".cm-scroller", (scroller) => {
      const lines = [...scroller.querySelectorAll(".cm-line")].map((line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        const note = line.querySelector(".ow-note");
        if (note !== null) range.setEndBefore(note);
        return range.getBoundingClientRect().right - scroller.getBoundingClientRect().left + scroller.scrollLeft;
      });
      return [Math.max(scroller.clientWidth, ...lines), scroller.scrollWidth];
    });
    assert.ok(wide <= least + 16, `the program is ${least} wide, the editor scrolls ${wide}`);
  }
});

reads("a syntax error is marked in its line, in CPython's words, and the last output stays", {}, async (reader) => {
  await reader.type_program('print("good")\n');
  await reader.page.keyboard.insertText("def (:\n");
  await reader.has_run();
  assert.equal(await reader.text("#ran"), "not run: syntax error");
  assert.match((await reader.notes())[2], /^SyntaxError: /);
  assert.ok(await reader.visible(".ow-squiggle"));
  assert.match(await reader.text(".ending"), /SyntaxError: .*main\.py, line 2/s);
  assert.deepEqual(await reader.output(), [["0.000", "good"]]);
  assert.ok(await reader.visible(".output-lines.stale"));
  await reader.press("Control+z");
  await reader.has_run();
  assert.equal(await reader.page.locator(".ow-squiggle").count(), 0);
  assert.equal(await reader.text(".ending"), "");
});

reads("an exception shows its traceback, whose lines lead into the program", {}, async (reader) => {
  await reader.type_program('def brew():\n    raise ValueError("no coffee")\n\nprint("before")\nbrew()\n');
  assert.deepEqual((await reader.output())[0], ["0.000", "before"]);
  assert.match(await reader.text(".ending"), /ValueError: no coffee/);
  assert.match(await reader.text(".traceback"), /Traceback \(most recent call last\)/);
  await reader.page.locator(".traceback .line-link", { hasText: "line 2" }).click();
  assert.ok(await reader.page.evaluate(() => document.activeElement.classList.contains("cm-content")));
  await reader.page.keyboard.insertText("pass; ");
  await reader.frames(4);
  assert.match(await reader.program(), /^def brew\(\):\npass; {5}raise|^def brew\(\):\n {4}pass; raise/);
});
