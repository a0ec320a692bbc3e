import assert from "node:assert/strict";
import { test } from "node:test";
import { blocks, inlines } from "../src/lesson/markdown.ts";

test("paragraphs are parted by empty lines and joined over line ends", () => {
  assert.deepEqual(blocks("one\ntwo\n\nthree").map((block) => block.kind === "paragraph" ? block.inlines : null), [
    [{ kind: "text", text: "one two" }], [{ kind: "text", text: "three" }],
  ]);
});

test("code, strong, emphasis and links stand within a line", () => {
  assert.deepEqual(inlines("a `b` **c** *d* [e](https://f.example/g)."), [
    { kind: "text", text: "a " }, { kind: "code", text: "b" }, { kind: "text", text: " " },
    { kind: "strong", text: "c" }, { kind: "text", text: " " }, { kind: "emphasis", text: "d" },
    { kind: "text", text: " " }, { kind: "link", text: "e", url: "https://f.example/g" }, { kind: "text", text: "." },
  ]);
});

test("stars in code stay stars", () => {
  assert.deepEqual(inlines("`**kwargs`"), [{ kind: "code", text: "**kwargs" }]);
});

test("a link with another scheme is text", () => {
  assert.deepEqual(inlines("[x](javascript:alert)"), [{ kind: "text", text: "[x](javascript:alert)" }]);
});

test("tags stay text", () => {
  assert.deepEqual(inlines("<script>"), [{ kind: "text", text: "<script>" }]);
});

test("lists keep their items, also over two lines", () => {
  const [list] = blocks("- one\n  more\n- two");
  assert.deepEqual(list, { kind: "list", ordered: false, items: [
    [{ kind: "text", text: "one more" }], [{ kind: "text", text: "two" }]] });
  assert.equal(blocks("1. a\n2. b")[0]?.kind, "list");
});

test("quotes and fences are blocks of their own", () => {
  assert.deepEqual(blocks("> a\n> b"), [{ kind: "quote", inlines: [{ kind: "text", text: "a b" }] }]);
  assert.deepEqual(blocks("text\n```python\nx = 1\n\ny = 2\n```\nafter").map((block) => block.kind), ["paragraph", "code", "paragraph"]);
  assert.deepEqual(blocks("```\nleft open"), [{ kind: "code", text: "left open" }]);
});
