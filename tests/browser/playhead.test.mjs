// The playhead: forwards and backwards, by keys, by buttons, by clicks; and what is said about where it stands.

import assert from "node:assert/strict";
import { two_sleepers } from "./programs.mjs";
import { reads } from "./reader.mjs";

reads("stepping back tells another event, and stepping on tells the first one again", {}, async (reader) => {
  await reader.type_program(two_sleepers);
  await reader.leave_editor();
  await reader.press("End", "ArrowLeft", "ArrowLeft");
  const [there, moment] = [await reader.narration(), await reader.text("#moment")];
  assert.match(there, /^\d+\.\d{3} s\. \S+/);
  await reader.press("ArrowLeft");
  const before = await reader.narration();
  assert.notEqual(await reader.text("#moment"), moment);
  assert.notEqual(before, there);
  await reader.press("ArrowRight");
  assert.equal(await reader.narration(), there);
});

reads("all the way back is the start, all the way on is the end", {}, async (reader) => {
  await reader.type_program(two_sleepers);
  await reader.leave_editor();
  await reader.press("Home");
  assert.equal(await reader.time(), 0);
  await reader.press("End");
  assert.equal(await reader.time(), 1.5);
  let steps = 0;
  while (await reader.time() > 0 && steps < 100) {
    await reader.press("ArrowLeft");
    steps += 1;
  }
  assert.ok(steps > 3 && steps < 100, `${steps} events back to the start`);
});

reads("lines and turns are longer steps than events", {}, async (reader) => {
  await reader.type_program(two_sleepers);
  await reader.leave_editor();
  const count = async (key) => {
    await reader.press("Home");
    let steps = 0;
    for (let last = ""; steps < 200; steps += 1) {
      await reader.press(key);
      const now = await reader.text("#moment");
      if (now === last) break;
      last = now;
    }
    return steps;
  };
  const events = await count("ArrowRight");
  const turns = await count("Shift+ArrowRight");
  assert.ok(turns > 1 && turns < events, `${turns} turns, ${events} events`);
});

reads("playing moves the time and pausing holds it", {}, async (reader) => {
  await reader.type_program(two_sleepers);
  await reader.leave_editor();
  await reader.press("Home", "Space");
  // The events of the first instant are shown one after the other before time moves.
  await reader.page.waitForFunction(() => !document.getElementById("moment").textContent.includes("At 0.000"));
  await reader.press("Space");
  const there = await reader.time();
  assert.ok(there > 0 && there < 1.5, `at ${there}`);
  await reader.page.waitForTimeout(300);
  assert.equal(await reader.time(), there);
});

reads("a click on a line of output goes to its time; lines to come are fainter", {}, async (reader) => {
  await reader.type_program(two_sleepers);
  await reader.page.locator(".output-lines li", { hasText: "coffee" }).click();
  await reader.frames(3);
  assert.equal(await reader.time(), 1);
  assert.deepEqual(await reader.page.$$eval(".output-lines li", (rows) => rows.map((row) => row.classList.contains("to-come"))), [false, true]);
});

reads("keys belong to the editor while one types, and to the playhead after Escape", {}, async (reader) => {
  await reader.type_program(two_sleepers);
  await reader.leave_editor();
  await reader.press("End");
  const moment = await reader.text("#moment");
  await reader.page.focus(".cm-content");
  await reader.press("ArrowLeft", "Home");
  assert.equal(await reader.text("#moment"), moment);
  await reader.press("Escape", "Home");
  assert.equal(await reader.time(), 0);
});

reads("a screen reader's buttons step the playhead", {}, async (reader) => {
  await reader.type_program(two_sleepers);
  const button = (name) => reader.page.getByRole("toolbar", { name: "Playhead" }).getByRole("button", { name });
  await button("To the end").focus();
  assert.ok(await button("To the end").isVisible());
  await reader.page.keyboard.press("Enter");
  await reader.frames(3);
  const end = await reader.text("#moment");
  await button("Event back").focus();
  await reader.page.keyboard.press("Enter");
  await reader.frames(3);
  assert.notEqual(await reader.text("#moment"), end);
});

reads("what is said is not said while it plays", {}, async (reader) => {
  await reader.type_program(two_sleepers);
  await reader.leave_editor();
  await reader.press("Home");
  await reader.narration();
  await reader.page.evaluate(() => {
    window.spoken = 0;
    new MutationObserver(() => { window.spoken += 1; }).observe(document.getElementById("narration"), { childList: true, characterData: true, subtree: true });
  });
  await reader.press("Space");
  await reader.page.waitForTimeout(700);
  assert.equal(await reader.page.evaluate(() => window.spoken), 0);
  await reader.press("Space");
  await reader.narration();
  assert.equal(await reader.page.evaluate(() => window.spoken), 1);
});
