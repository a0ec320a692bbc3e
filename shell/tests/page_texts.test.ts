import assert from "node:assert/strict";
import { test } from "node:test";
import { key_name, key_rows, row_of } from "../src/page/keys.ts";
import { milliseconds, seconds } from "../src/page/time_format.ts";
import { traceback_parts } from "../src/page/traceback.ts";

test("virtual times have three decimals", () => {
  assert.equal(seconds(0), "0.000");
  assert.equal(seconds(1.5), "1.500");
});

test("engine times are short at every size", () => {
  assert.equal(milliseconds(0.43), "0.4 ms");
  assert.equal(milliseconds(12.3), "12 ms");
  assert.equal(milliseconds(2345), "2.3 s");
});

test("a traceback's lines of the program are found, and nothing else is", () => {
  const text = 'Traceback (most recent call last):\n  File "main.py", line 12, in <module>\n    go()\n'
    + '  File "/lib/asyncio.py", line 3, in run\n  File "main.py", line 4, in go\nValueError: line 9\n';
  const parts = traceback_parts(text);
  assert.equal(parts.map((part) => part.text).join(""), text);
  assert.deepEqual(parts.filter((part) => part.line !== null).map((part) => part.line), [12, 4]);
});

test("no two rows of the key list want the same key", () => {
  const keys = key_rows.flatMap((row) => row.keys);
  assert.equal(new Set(keys).size, keys.length);
});

test("keys are named as the table writes them", () => {
  assert.equal(key_name({ key: " ", code: "Space", shiftKey: false }), "Space");
  assert.equal(key_name({ key: "ArrowLeft", code: "ArrowLeft", shiftKey: true }), "Shift+ArrowLeft");
  assert.equal(row_of(key_name({ key: "?", code: "Slash", shiftKey: true }))?.command, "help");
  assert.equal(row_of(key_name({ key: "D", code: "KeyD", shiftKey: false }))?.does, "later part");
  assert.equal(row_of("q"), null);
});
