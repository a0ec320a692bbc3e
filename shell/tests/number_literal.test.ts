import assert from "node:assert/strict";
import { test } from "node:test";
import { read_literal, turned } from "../src/editor/number_literal.ts";

function turn(text: string, steps: number): string | null {
  const literal = read_literal(text);
  return literal === null ? null : turned(literal, steps);
}

test("a whole number turns by one", () => {
  assert.equal(turn("3", 1), "4");
  assert.equal(turn("10", -1), "9");
});

test("a float turns by its last decimal and keeps its decimals", () => {
  assert.equal(turn("1.0", 1), "1.1");
  assert.equal(turn("1.5", -5), "1.0");
  assert.equal(turn("0.25", 3), "0.28");
  assert.equal(turn("0.10", -1), "0.09");
});

test("tenths stay tenths over many steps", () => {
  for (let steps = 0; steps <= 30; steps += 1) {
    assert.equal(turn("0.0", steps), `${Math.floor(steps / 10)}.${steps % 10}`);
  }
});

test("a float without decimals turns in tenths", () => {
  assert.equal(turn("2.", 1), "2.1");
  assert.equal(turn(".5", 1), "0.6");
});

test("nothing turns below zero", () => {
  assert.equal(turn("1", -5), "0");
  assert.equal(turn("0.3", -50), "0.0");
});

test("what is no plain number is left alone", () => {
  for (const text of ["1e3", "0x10", "0b1", "2j", "1_000", "", ".", "1234567890123"]) assert.equal(turn(text, 1), null, text);
});
