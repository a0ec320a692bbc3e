import assert from "node:assert/strict";
import { test } from "node:test";
import { as_supported_table, rows_matching, supported_rows } from "../src/page/supported_table.ts";

const table = {
  syntax: { not_run: [{ name: "complex numbers", instead: "two floats" }] },
  builtins: { run: ["abs", "json_like"], exceptions: ["OSError"], not_run: [{ name: "open", instead: "a string" }] },
  modules: {
    run: [{ name: "json", not_run: [] }, { name: "os", not_run: Array.from({ length: 20 }, (_, i) => `name${i}`) }],
    not_run: [{ name: "pickle", instead: "json is the usual way" }],
  },
};

test("everything that has a name has a row, and says whether it runs", () => {
  const rows = supported_rows(table);
  assert.deepEqual(rows.filter((row) => !row.runs).map((row) => row.name), ["pickle", "complex numbers", "open"]);
  assert.equal(rows.length, 8);
});

test("a search finds names, usual ways and what lacks in a module; names that begin so come first", () => {
  const rows = supported_rows(table);
  assert.deepEqual(rows_matching(rows, "JSON").map((row) => row.name), ["json", "json_like", "pickle"]);
  assert.deepEqual(rows_matching(rows, "name19").map((row) => row.name), ["os"]);
  assert.deepEqual(rows_matching(rows, "exception os").map((row) => row.name), ["OSError"]);
  assert.equal(rows_matching(rows, "  ").length, rows.length);
});

test("a module that lacks much names some of it", () => {
  const os = supported_rows(table).find((row) => row.name === "os");
  assert.match(os?.note ?? "", /^without name0, .*name11 and 8 more$/);
});

test("an answer that is no table is named", () => {
  assert.throws(() => as_supported_table({ syntax: { not_run: [] } }), /builtins\.run/);
});
