import assert from "node:assert/strict";
import { test } from "node:test";
import { read_lesson } from "../src/lesson/lesson.ts";

const lesson = {
  id: "coffee", order: 4, title: "Coffee and a sandwich", subtitle: "asyncio.gather", summary: "s",
  steps: [
    { kind: "read", title: "One", text: ["first", "second"], program: { key: "a.py", text: "x = 1\n" }, scenario: { seed: 3 } },
    { kind: "predict", title: "Two", text: "t", prediction: { question: "q", choices: [{ text: "1 s", value: 1 }, { text: "2 s", value: 2 }] } },
    { kind: "exercise", title: "Three", text: "t", program: { key: "b.py", text: "y = 2\n" }, seed: 5,
      goals: [{ text: "g", check: {} }], hint: ["h1", "h2"], solution: { key: "s.py", text: "z = 3\n" } },
  ],
};

test("a lesson's title holds its number and its subtitle", () => {
  assert.equal(read_lesson(lesson).title, "4 · Coffee and a sandwich — asyncio.gather");
});

test("a step without a program goes on with the one before, its scenario and its seed", () => {
  const [one, two, three] = read_lesson(lesson).steps;
  assert.equal(two?.program, one?.program);
  assert.deepEqual([one?.seed, two?.seed, three?.seed], [3, 3, 5]);
  assert.deepEqual(two?.scenario, { seed: 3 });
  assert.equal(three?.scenario, null);
});

test("paragraphs, choices, goals, hints and solutions are read", () => {
  const [one, two, three] = read_lesson(lesson).steps;
  assert.equal(one?.text, "first\n\nsecond");
  assert.deepEqual(two?.prediction, { question: "q", choices: ["1 s", "2 s"] });
  assert.deepEqual([three?.goals, three?.hints, three?.solution], [["g"], ["h1", "h2"], "z = 3\n"]);
  assert.equal(one?.prediction, null);
});

test("what has no steps is no lesson", () => {
  assert.throws(() => read_lesson({ id: "x" }), /no steps/);
  assert.throws(() => read_lesson(null), /no steps/);
});
