import assert from "node:assert/strict";
import { test } from "node:test";
import { json_text, name_text, pairs_text, path_text, range_text, requests_text, seconds_text, share_text, whole_number } from "../src/scenario/codecs.ts";
import { format_json, line_of_pointer, read_json } from "../src/scenario/json_text.ts";
import type { Fields } from "../src/scenario/scenario.ts";
import { as_kind, client_words, free_name, kind_of, read_scenario, record_places, scenario_text, with_key, with_message } from "../src/scenario/scenario.ts";
import { ScenarioStore } from "../src/scenario/scenario_store.ts";

function problem_of(text: string): [string, number, number] | null {
  const { problem } = read_json(text);
  return problem === null ? null : [problem.message, problem.line, problem.column];
}

test("JSON is read as JSON.parse reads it", () => {
  const texts = ['{"a": [1, -2.5e3, true, false, null, "x\\n\\u0041"], "b": {}, "": []}', " 0 ", '"ü\\"ö"', "[[[]]]", '{"__proto__": 1}', "1e400"];
  for (const text of texts) {
    const read = read_json(text);
    assert.equal(read.problem, null, text);
    assert.equal(JSON.stringify((read as { value: unknown }).value), JSON.stringify(JSON.parse(text)), text);
  }
});

test("what is no JSON says where and why", () => {
  assert.deepEqual(problem_of('{\n  "a": 1\n  "b": 2\n}'), ["here a comma or } is missing", 3, 3]);
  assert.deepEqual(problem_of('{"a": }'), ['here a value is expected: a number, a "text", true, false, null, [ or {', 1, 7]);
  assert.deepEqual(problem_of("{'a': 1}"), ['here a "name" in double quotes is expected', 1, 2]);
  assert.deepEqual(problem_of('["a]'), ["this text has no closing quote", 1, 2]);
  assert.deepEqual(problem_of("[1, 2"), ["here a comma or ] is missing", 1, 6]);
  assert.deepEqual(problem_of("[1,]"), ['here a value is expected: a number, a "text", true, false, null, [ or {', 1, 4]);
  assert.deepEqual(problem_of(""), ["the text ends too early", 1, 1]);
  assert.deepEqual(problem_of("{} x"), ["here the JSON should end", 1, 4]);
  assert.deepEqual(problem_of('{"a": 1, "a": 2}'), ['the name "a" stands here twice', 1, 10]);
  assert.equal(problem_of("01")?.[0], 'here a value is expected: a number, a "text", true, false, null, [ or {');
  assert.equal(problem_of("[".repeat(200))?.[0], "too many brackets within each other");
});

test("a pointer's line is found, or that of what is around it", () => {
  const text = '{\n  "clients": [\n    {"name": "A"},\n    {"name": "B",\n     "at": -1}\n  ]\n}';
  assert.equal(line_of_pointer(text, "/clients/1/at"), 5);
  assert.equal(line_of_pointer(text, "/clients/1/request"), 4);
  assert.equal(line_of_pointer(text, "/services"), 1);
  assert.equal(line_of_pointer('{"a/b": {"~": 1}}', "/a~1b/~0"), 1);
});

test("a scenario is laid out for reading, and reads back the same", () => {
  const scenario = { clients: [{ name: "Table 1", at: 0, request: "GET /x" },
                               { name: "Ann", at: 0, websocket: "/ws", script: Array.from({ length: 6 }, (_, at) => ({ at, send: "a long message" })) }] };
  const text = format_json(scenario);
  assert.match(text, /^\{\n {2}"clients": \[\n {4}\{"name": "Table 1", "at": 0, "request": "GET \/x"\},\n/);
  assert.deepEqual(JSON.parse(text), scenario);
  assert.equal(scenario_text({}), "");
  assert.deepEqual(read_scenario(""), {});
  assert.equal(read_scenario("[]"), null);
  assert.equal(read_scenario("{"), null);
});

test("keys that the form does not know stay, and in their place", () => {
  const client = { name: "A", mood: 2, request: "GET /", at: 1 };
  assert.equal(JSON.stringify(with_key(client, "request", "GET /b")), '{"name":"A","mood":2,"request":"GET /b","at":1}');
  assert.deepEqual(with_key(client, "at", undefined), { name: "A", mood: 2, request: "GET /" });
  assert.deepEqual(as_kind({ ...client, count: 3, every: 1 }, "request"), { name: "A", mood: 2, request: "GET /", at: 1 });
});

test("a client of one kind becomes one of another", () => {
  const kinds = (client: Fields): string => `${kind_of(client)} ${client_words(client)}`;
  const post: Fields = { name: "A", request: "POST /orders?x=1", json: { a: 1 } };
  assert.equal(kinds(post), "request POST /orders?x=1");
  assert.equal(kinds(as_kind(post, "crowd")), "crowd 10 × POST /orders?x=1");
  assert.equal(kinds(as_kind(post, "stream")), "stream GET /orders?x=1");
  assert.deepEqual(as_kind(post, "websocket"), { name: "A", websocket: "/orders?x=1" });
  assert.deepEqual(as_kind(as_kind(post, "stream"), "request"), { name: "A", request: "GET /orders?x=1", json: { a: 1 } });
});

test("several requests are one client's, and what belongs to them goes with them", () => {
  const several = as_kind({ name: "A", request: "GET /a", json: 1 }, "several");
  assert.deepEqual(several, { name: "A", requests: ["GET /a", "GET /a"] });
  assert.equal(client_words({ ...several, requests: ["GET /a", { request: "POST /b", json: 1 }, "GET /c"] }), "GET /a and 2 more");
  assert.deepEqual(as_kind({ ...several, think: 1, retries: 2 }, "request"), { name: "A", retries: 2, request: "GET /a" });
  assert.deepEqual(requests_text.parse('GET /a\n\n{"request": "POST /b", "json": 1}'), { value: ["GET /a", { request: "POST /b", json: 1 }], problem: null });
  for (const wrong of ["", "get /a", "GET a", "GET /a b", "{"]) assert.notEqual(requests_text.parse(wrong).problem, null, wrong);
  assert.deepEqual(range_text.parse("1 to 2,5"), { value: [1, 2.5], problem: null });
  assert.deepEqual(range_text.parse("0.5"), { value: 0.5, problem: null });
  for (const wrong of ["3 to 1", "x", "1 2 3", "-1"]) assert.notEqual(range_text.parse(wrong).problem, null, wrong);
});

test("a script whose steps follow one another goes on after its last step", () => {
  const script = [{ hears: "hello", send: "a" }];
  assert.deepEqual(with_message({ name: "B", script }, 5, { send: "c" })["script"], [...script, { after: 1, send: "c" }]);
});

test("names are free, and a crowd's members are counted", () => {
  assert.equal(free_name([{ name: "Table 1" }, { name: "Table 3" }], "Table"), "Table 2");
  assert.deepEqual(record_places([{}, { count: 3 }, { count: "x" }]), [{ first: 0, count: 1 }, { first: 1, count: 3 }, { first: 4, count: 1 }]);
});

test("a message goes to its place in the order of times, after what is said at the same time", () => {
  const ann = { name: "Ann", websocket: "/ws", script: [{ at: 1, send: "a" }, { at: 2, send: "b" }] };
  assert.deepEqual(with_message(ann, 1, { send: "c" })["script"], [{ at: 1, send: "a" }, { at: 1, send: "c" }, { at: 2, send: "b" }]);
  assert.deepEqual(with_message({ name: "B" }, 0.5, { close: 1000 })["script"], [{ at: 0.5, close: 1000 }]);
});

test("fields take what fits and say what is expected", () => {
  const right = [[seconds_text, "1,5", 1.5], [seconds_text, "", undefined], [path_text, " /a?b=1 ", "/a?b=1"], [whole_number(1, 9), "9", 9], [share_text, "0.5", 0.5]] as const;
  for (const [codec, text, value] of right) assert.deepEqual(codec.parse(text), { value, problem: null });
  const wrong = [[seconds_text, "-1"], [seconds_text, "soon"], [path_text, "a"], [path_text, "/a b"], [path_text, "/items/{id}"], [whole_number(1, 9), "1.5"],
                 [whole_number(1, 9), "10"], [share_text, "1.1"], [name_text, " "], [json_text, "{"], [pairs_text, "nothing"]] as const;
  for (const [codec, text] of wrong) assert.notEqual(codec.parse(text).problem, null, text);
  assert.deepEqual(pairs_text.parse("x-a: 1\n\nAccept: a: b"), { value: { "x-a": "1", Accept: "a: b" }, problem: null });
  assert.match(json_text.parse("{\n\"a\" 1}").problem ?? "", /line 2, column 5/);
});

test("a history takes back what was typed within a second as one, and each other change alone", () => {
  let now = 0;
  const store = new ScenarioStore(() => now);
  const told: unknown[] = [];
  store.on_change((author) => { told.push(author); });
  store.open("a");
  store.set("ab", "me", true);
  now = 500;
  store.set("abc", "me", true);
  now = 5000;
  store.set("x", "me", true);
  store.set_value({ clients: [] }, null);
  assert.ok(store.can_undo);
  store.undo();
  assert.equal(store.text, "x");
  store.undo();
  assert.equal(store.text, "abc");
  store.undo();
  assert.equal(store.text, "a");
  assert.ok(!store.can_undo);
  store.redo();
  assert.equal(store.text, "abc");
  store.set("y");
  assert.ok(!store.can_redo);
  assert.equal(told[0], null);
  assert.equal(told[1], "me");
});

test("a text that cannot be read leaves the newest value that could", () => {
  const store = new ScenarioStore(() => 0);
  store.open('{"seed": 1}');
  store.set('{"seed": ');
  assert.deepEqual(store.value, { seed: 1 });
  store.set("");
  assert.deepEqual(store.value, {});
});
