import assert from "node:assert/strict";
import { test } from "node:test";
import type { Output } from "../src/engine/protocol.ts";
import { output_lines } from "../src/page/output_lines.ts";

function write(t: number, text: string, error = false): Output {
  return { t, text, line: 1, error, lane: "main" };
}

function shown(...writes: Output[]): string[] {
  return output_lines(writes).map((line) => `${line.t}${line.error ? "!" : ":"}${line.text}`);
}

test("a print in several writes is one line with the first one's time", () => {
  assert.deepEqual(shown(write(1, "a"), write(1, " b"), write(2, "\n")), ["1:a b"]);
});

test("one write with several newlines is several lines", () => {
  assert.deepEqual(shown(write(0, "a\nb\n")), ["0:a", "0:b"]);
});

test("an empty line is a line, a closing newline is none", () => {
  assert.deepEqual(shown(write(0, "a\n\n"), write(1, "\n")), ["0:a", "0:", "1:"]);
});

test("a line without a newline at its end is shown", () => {
  assert.deepEqual(shown(write(0, "a\nb")), ["0:a", "0:b"]);
});

test("stderr never shares a line with stdout", () => {
  assert.deepEqual(shown(write(0, "a"), write(0, "oh\n", true), write(1, "b\n")), ["0:a", "0!oh", "1:b"]);
});
