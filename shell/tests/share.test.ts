import assert from "node:assert/strict";
import { test } from "node:test";
import { from_fragment, to_fragment } from "../src/page/share.ts";

const run = { lesson: "coffee", step: 2, program: "print('ä → ☕')\n".repeat(20), seed: 7, t: 0.72 };

test("a link gives back the run it was made of", async () => {
  assert.deepEqual(await from_fragment(await to_fragment(run)), run);
});

test("a link holds only letters that need no escape in an address", async () => {
  assert.match(await to_fragment(run), /^#w=[A-Za-z0-9_-]+$/);
});

test("a link is shorter than the program it holds", async () => {
  assert.ok((await to_fragment(run)).length < run.program.length);
});

test("what is no link of ours is none", async () => {
  for (const fragment of ["", "#", "#code", "#w=", "#w=!!!", "#w=AAAA", (await to_fragment(run)).slice(0, 40)])
    assert.equal(await from_fragment(fragment), null, fragment);
});

test("a link that unpacks to far too much is refused", async () => {
  const fragment = await to_fragment({ ...run, program: "x".repeat(3_000_000) });
  assert.ok(fragment.length < 10_000);
  assert.equal(await from_fragment(fragment), null);
});

test("strange numbers in a link become zero", async () => {
  const back = await from_fragment(await to_fragment({ ...run, step: -1, seed: 0.5, t: -3 }));
  assert.deepEqual([back?.step, back?.seed, back?.t], [0, 0, 0]);
});
