import assert from "node:assert/strict";
import { test } from "node:test";
import { at_step, no_progress, predicted, read_progress, solved, standing } from "../src/lesson/progress.ts";

test("a step stays within the lesson, and the furthest one is remembered", () => {
  const there = at_step(at_step(no_progress, 3, 5), 1, 5);
  assert.deepEqual([there.step, there.furthest], [1, 3]);
  assert.equal(at_step(no_progress, 9, 5).step, 4);
  assert.equal(at_step(no_progress, -1, 5).step, 0);
});

test("the first prediction of a step counts", () => {
  const twice = predicted(predicted(no_progress, 1), 2);
  assert.deepEqual(twice.predictions, { 0: 1 });
  assert.deepEqual(predicted(at_step(twice, 1, 3), 0).predictions, { 0: 1, 1: 0 });
});

test("a lesson is new, then started, then solved with all its exercises", () => {
  assert.equal(standing(no_progress, [2], 3), "new");
  const started = at_step(no_progress, 2, 3);
  assert.equal(standing(started, [2], 3), "started");
  assert.equal(standing(solved(started), [2], 3), "solved");
  assert.equal(standing(solved(started), [1, 2], 3), "started");
});

test("a lesson without exercises is solved when its last step was reached", () => {
  assert.equal(standing(at_step(no_progress, 2, 3), [], 3), "solved");
});

test("progress comes back as it was kept, and garbage is no progress", () => {
  const kept = solved(predicted(at_step(no_progress, 2, 4), 1));
  assert.deepEqual(read_progress(JSON.stringify(kept)), kept);
  for (const garbage of [null, "", "{", "3", "null", '{"step":-1,"predictions":[],"solved":{}}'])
    assert.deepEqual(read_progress(garbage), no_progress, String(garbage));
});
