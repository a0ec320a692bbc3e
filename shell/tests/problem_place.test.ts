import assert from "node:assert/strict";
import { test } from "node:test";
import { problem_place, unit_of_column } from "../src/editor/problem_place.ts";

const text = 'x = 1\n    print("☕🥪" + )\nlast\n\n';

function place(line: number, column: number, end_line: number, end_column: number): string | null {
  const lines = text.split("\n");
  const found = problem_place({ line, column, end_line, end_column }, (number) => {
    const wanted = lines[number - 1];
    return wanted === undefined ? null : { from: lines.slice(0, number - 1).join("\n").length + (number > 1 ? 1 : 0), text: wanted };
  });
  return found === null ? null : text.slice(found.from, found.to);
}

test("columns count code points from 0", () => {
  assert.equal(place(1, 0, 1, 1), "x");
  assert.equal(place(2, 17, 2, 18), ")");
  assert.equal(unit_of_column("☕🥪+", 2), 3);
});

test("a problem without columns is its line, without the indent", () => {
  assert.equal(place(2, 0, 2, 0), 'print("☕🥪" + )');
});

test("an empty range is widened to one letter, backwards at the end of a line", () => {
  assert.equal(place(1, 2, 1, 2), "=");
  assert.equal(place(1, 5, 1, 5), "1");
});

test("a problem can go over several lines, and past the end of them", () => {
  assert.equal(place(1, 4, 2, 9), "1\n    print");
  assert.equal(place(3, 2, 3, 99), "st");
});

test("a line that is not there has no place, an empty one an empty place", () => {
  assert.equal(place(9, 1, 9, 2), null);
  assert.equal(place(4, 1, 4, 2), "");
});
