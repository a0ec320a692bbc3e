import assert from "node:assert/strict";
import { test } from "node:test";
import type { ClientSeen, SeenEntry } from "../src/engine/protocol.ts";
import { with_seen } from "../src/page/output_lines.ts";
import { from_fragment, to_fragment } from "../src/page/share.ts";
import { read_application, sample, sample_client, target } from "../src/scenario/application.ts";
import { pretty_body } from "../src/scenario/inline_json.ts";
import { answer_of, ending_of, seen_lines } from "../src/scenario/seen.ts";

const components = { schemas: {
  Order: { type: "object", properties: { what: { type: "string", minLength: 5 }, tables: { type: "integer", exclusiveMinimum: 2 }, at: { anyOf: [{ type: "null" }, { type: "string", format: "date" }] },
                                         kind: { $ref: "#/components/schemas/Kind" }, more: { type: "array", items: { $ref: "#/components/schemas/Order" } } } },
  Kind: { enum: ["tea", "coffee"], type: "string" } } };

test("a sample fits its schema, also one that holds itself", () => {
  const made = sample({ $ref: "#/components/schemas/Order" }, components) as Record<string, unknown>;
  assert.equal(made["what"], "abcab");
  assert.equal(made["tables"], 3);
  assert.equal(made["at"], "2024-01-31");
  assert.equal(made["kind"], "tea");
  assert.ok(Array.isArray(made["more"]));
  assert.equal(sample({ type: "integer", maximum: 0, exclusiveMinimum: -9 }, {}), -8);
  assert.equal(sample({ default: 0 }, {}), 0);
  assert.equal(sample({ $ref: "#/components/schemas/Gone" }, {}), "abc");
});

const application = read_application({ title: "Shops", endpoints: [
  { method: "GET", path: "/shops/{shop}/files/{name}", parameters: [{ name: "shop", in: "path", required: true, schema: { type: "integer" } }, { name: "name", in: "path", required: true, schema: { type: "string" } },
    { name: "q", in: "query", required: false, schema: { type: "string" } }, { name: "tags", in: "query", required: true, schema: { type: "array", items: { type: "string" } } }, { name: "x-token", in: "header", required: true, schema: { type: "string" } }] },
  { method: "POST", path: "/orders", requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Order" } } } } },
  { method: "POST", path: "/login", requestBody: { content: { "application/x-www-form-urlencoded": { schema: { type: "object", properties: { user: { type: "string" }, age: { type: "integer" } } } } } } },
  { method: "WS", path: "/ws/{name}", parameters: [{ name: "name", in: "path", required: true, schema: {} }] }], components });

test("a client is made for each kind of endpoint", () => {
  assert.ok(application !== null);
  const clients = application.endpoints.map((endpoint) => sample_client(endpoint, application, [], 1.5));
  assert.deepEqual(clients[0], { name: "Table 1", at: 1.5, request: "GET /shops/1/files/abc?tags=%5B%22abc%22%5D", headers: { "x-token": "abc" } });
  assert.equal(clients[1]?.["request"], "POST /orders");
  assert.equal((clients[1]?.["json"] as { kind: string }).kind, "tea");
  assert.deepEqual(clients[2]?.["form"], { user: "abc", age: "1" });
  assert.deepEqual(clients[3], { name: "Table 1", at: 1.5, websocket: "/ws/abc" });
  assert.equal(read_application(null), null);
});

test("values are quoted for the address", () => {
  const endpoint = application?.endpoints[0];
  assert.ok(endpoint !== undefined);
  const values = new Map([["path shop", "7"], ["path name", "a b/c&d"], ["query q", "ü?"], ["query tags", "x, y"]]);
  assert.equal(target(endpoint, values), "/shops/7/files/a%20b/c%26d?q=%C3%BC%3F&tags=x&tags=y");
});

function seen(name: string, log: SeenEntry[], more: Partial<ClientSeen> = {}): ClientSeen {
  return { name, websocket: "", streams: false, headers: [["Content-Type", "application/json"]], log, more: 0, ...more };
}
const entry = (t: number, kind: SeenEntry["kind"], more: Partial<SeenEntry> = {}): SeenEntry => ({ t, event: 0, kind, ...more });

test("an answer is one line, a stream one for each chunk, a talk one for each message", () => {
  const table = seen("Table 1", [entry(0, "sent"), entry(1.5, "head", { code: 200 }), entry(1.5, "piece", { text: "{\"a\":" }), entry(1.5, "piece", { text: "1}" }), entry(1.5, "done")]);
  const reader = seen("Reader", [entry(0, "sent"), entry(0.1, "head", { code: 200 }), entry(0.1, "piece", { text: "data: 1\n\n", streams: true }), entry(2, "left")],
                      { headers: [["content-type", "text/event-stream; charset=utf-8"]], streams: true });
  const ann = seen("Ann", [entry(0, "sent"), entry(0, "accepted"), entry(1, "said", { text: "hi" }), entry(1, "heard", { text: "hi\nthere" }), entry(3, "closed", { code: 1000, by_client: true })], { websocket: "/ws" });
  assert.deepEqual(seen_lines([table, reader, ann]).map((line) => `${line.t} ${line.text}`), [
    "0.1 Reader ← 200 text/event-stream", "0.1 Reader ← data: 1", "1 Ann → hi", "1 Ann ← hi there", "1.5 Table 1 ← 200 {\"a\":1}", "2 Reader leaves before the end", "3 Ann closes: 1000"]);
  assert.deepEqual([table, reader, ann].map((client) => ending_of(client).word), ["200", "left", "closed 1000"]);
  assert.deepEqual(answer_of(table), { status: 200, content_type: "application/json", body: "{\"a\":1}", done: 1.5, sent: 0 });
});

test("what went wrong is said to be so", () => {
  const lost = seen("A", [entry(0, "sent"), entry(0, "head", { code: 404 }), entry(0, "done")]);
  const refused = seen("B", [entry(0, "sent"), entry(0, "refused", { code: 403 }), entry(0, "closed", { code: 1006 })], { websocket: "/ws" });
  const broken = seen("C", [entry(0, "sent"), entry(0, "broken")]);
  assert.deepEqual([lost, refused, broken].map((client) => ending_of(client)), [{ word: "404", bad: true }, { word: "refused 403", bad: true }, { word: "broken off", bad: true }]);
  assert.ok(seen_lines([lost])[0]?.bad);
  assert.equal(answer_of(broken), null);
  assert.equal(ending_of(seen("D", [])).word, "");
});

test("the newest of several answers is shown, and each has its line", () => {
  const twice = seen("A", [entry(0, "sent", { text: "GET /a" }), entry(1, "head", { code: 503 }), entry(1, "done"), entry(2, "sent", { text: "GET /a" }), entry(3, "head", { code: 200 }), entry(3, "piece", { text: "ok" }), entry(3, "done")]);
  assert.deepEqual(seen_lines([twice]).map((line) => line.text), ["A ← 503", "A ← 200 ok"]);
  assert.equal(answer_of(twice)?.body, "ok");
});

test("clients' lines stand among the program's by time, after what was printed then", () => {
  const lines = with_seen([{ t: 0, text: "a", error: false, source_line: 1, lane: "x" }, { t: 1, text: "b", error: false, source_line: 1, lane: "x" }],
                          [{ t: 0, text: "A ← 200", client: "A", bad: false }, { t: 0.5, text: "A ← 404", client: "A", bad: true }]);
  assert.deepEqual(lines.map((line) => line.text), ["a", "A ← 200", "A ← 404", "b"]);
  assert.deepEqual(lines.map((line) => line.client === true), [false, true, true, false]);
});

test("a body is shown indented only if it is JSON", () => {
  assert.equal(pretty_body('{"a":1}', "application/json"), '{\n  "a": 1\n}');
  assert.equal(pretty_body('{"a":1}', "text/plain"), '{"a":1}');
  assert.equal(pretty_body("{", "application/json"), "{");
});

test("a link holds the clients where they are not the step's own", async () => {
  const run = { lesson: "a", step: 1, program: "x", seed: 0, t: 1 };
  assert.deepEqual(await from_fragment(await to_fragment({ ...run, scenario: '{"clients": []}' })), { ...run, scenario: '{"clients": []}' });
  assert.deepEqual(await from_fragment(await to_fragment(run)), run);
});
