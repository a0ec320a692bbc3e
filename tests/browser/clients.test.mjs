// A pasted application and who comes to it: clients in a form and as JSON, their answers, the application's endpoints, a chat; and that
// nothing of it is lost.

import assert from "node:assert/strict";
import { page_url, reads } from "./reader.mjs";

const shop = `import asyncio
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

app = FastAPI(title="Shop")


class Order(BaseModel):
    what: str
    tables: int = 1


@app.get("/items/{item_id}")
async def read_item(item_id: int, q: str = ""):
    """One item."""
    await asyncio.sleep(1)
    if item_id == 404:
        raise HTTPException(404, "no such item")
    return {"item": item_id, "q": q}


@app.post("/orders", status_code=201)
async def order(order: Order):
    return order
`;

const chat = `from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()
people = []


@app.websocket("/ws/{name}")
async def talk(socket: WebSocket, name: str):
    await socket.accept()
    people.append(socket)
    try:
        while True:
            text = await socket.receive_text()
            for each in people:
                await each.send_text(f"{name}: {text}")
    except WebSocketDisconnect:
        people.remove(socket)
`;

const ticks = `import asyncio
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()


async def ticks():
    for i in range(3):
        yield f"data: {i}\\n\\n"
        await asyncio.sleep(0.5)


@app.get("/events")
async def events():
    return StreamingResponse(ticks(), media_type="text/event-stream")
`;

const lines = async (reader) => (await reader.output()).map((line) => line.join(" "));
const tab = (reader, name) => reader.page.click(`#${name}-tab`);
const field = (reader, label) => reader.page.locator("#clients-panel").getByLabel(label, { exact: true });

async function runs(reader) {
  await reader.frames(3);
  await reader.has_run();
}

/** Pastes the program and waits until the page knows its endpoints. */
async function paste(reader, program) {
  await reader.type_program(program);
  await reader.page.waitForSelector("#api-tab:not([hidden])");
}

async function set_json(reader, text) {
  await tab(reader, "clients");
  if (!await reader.visible("textarea.raw")) await reader.page.getByRole("button", { name: "JSON", exact: true }).click();
  await reader.page.fill("textarea.raw", text);
  await runs(reader);
}

reads("a pasted application is offered a client for each endpoint, and one click brings its answer", {}, async (reader) => {
  await paste(reader, shop);
  await tab(reader, "clients");
  assert.deepEqual(await reader.page.$$eval(".offer", (all) => all.map((one) => one.textContent.replace(/\s+/g, " "))),
                   ["Add a client for GET /items/{item_id}", "Add a client for POST /orders"]);
  await reader.page.locator(".offer").first().click();
  await runs(reader);
  assert.equal(await reader.text("#clients-count"), "1");
  assert.equal(await reader.text(".client-state"), "200");
  assert.deepEqual(await lines(reader), ['1.000 Table 1 ← 200 {"item":1,"q":""}']);
  assert.equal(await reader.ended(), 1);
});

reads("a client is added, changed and removed in a form, and each change runs at once", {}, async (reader) => {
  await paste(reader, shop);
  await tab(reader, "clients");
  await reader.page.getByRole("button", { name: "Add a client", exact: true }).click();
  await runs(reader);
  await field(reader, "Path").fill("/items/404?q=x");
  await runs(reader);
  assert.equal(await reader.text(".client-state"), "404");
  assert.ok(await reader.page.$(".client-state .status.bad") !== null);
  await field(reader, "Arrives at (s)").fill("0.5");
  await field(reader, "Name").fill("Ann");
  await runs(reader);
  assert.deepEqual(await lines(reader), ['1.500 Ann ← 404 {"detail":"no such item"}']);
  assert.match(await reader.text(".answer"), /^404 at 1\.500 s, after 1\.000 s/);
  await field(reader, "Method").selectOption("POST");
  await field(reader, "Path").fill("/orders");
  await field(reader, "Body").selectOption("json");
  await field(reader, "JSON").fill('{"what": "tea"}');
  await runs(reader);
  assert.deepEqual(await lines(reader), ['0.500 Ann ← 201 {"what":"tea","tables":1}']);
  await field(reader, "Kind").selectOption("crowd");
  await field(reader, "How many").fill("3");
  await runs(reader);
  assert.equal(await reader.text(".client-state"), "3 × 201");
  await reader.page.getByRole("button", { name: "Remove", exact: true }).click();
  await runs(reader);
  assert.deepEqual(await lines(reader), []);
  await reader.page.locator("#clients-panel").getByRole("button", { name: "Undo" }).click();
  await runs(reader);
  assert.equal(await reader.text(".client-state"), "3 × 201");
});

reads("a wrong field says what is expected, and the clients that ran go on", {}, async (reader) => {
  await paste(reader, shop);
  await tab(reader, "clients");
  await reader.page.locator(".offer").first().click();
  await reader.page.locator(".client-row").click();
  await field(reader, "Path").fill("items");
  await field(reader, "Arrives at (s)").fill("soon");
  await runs(reader);
  const problems = await reader.page.$$eval(".field-problem", (all) => all.map((one) => one.textContent).filter((text) => text !== ""));
  assert.deepEqual(problems, ["A number of seconds, 0 or more.", "A path begins with /, such as /items/3."]);
  assert.equal(await field(reader, "Path").getAttribute("aria-invalid"), "true");
  assert.deepEqual(await lines(reader), ['1.000 Table 1 ← 200 {"item":1,"q":""}']);
});

reads("form and JSON are the same thing, and a text that is wrong names the place", {}, async (reader) => {
  await paste(reader, shop);
  await set_json(reader, '{\n  "clients": [\n    {"name": "A", "request": "GET /items/5"}\n  ]\n}');
  assert.deepEqual(await lines(reader), ['1.000 A ← 200 {"item":5,"q":""}']);
  await set_json(reader, '{\n  "clients": [\n    {"name": "A" "request": "GET /items/6"}\n  ]\n}');
  assert.match(await reader.text("#raw-problem"), /^Line 3, column 18: here a comma or \} is missing/);
  assert.deepEqual(await lines(reader), ['1.000 A ← 200 {"item":5,"q":""}']);
  await set_json(reader, '{\n  "clients": [\n    {"name": "A", "request": "get it"}\n  ]\n}');
  assert.match(await reader.text("#raw-problem"), /^Line 3: must be a method and a path/);
  assert.match(await reader.text(".scenario-problem"), /\/clients\/0\/request/);
  assert.ok(await reader.page.$("#clients-tab.bad") !== null);
  assert.deepEqual(await lines(reader), ['1.000 A ← 200 {"item":5,"q":""}'], "the last clients that were right go on");
  await set_json(reader, '{"clients": [{"name": "B", "request": "GET /items/7"}]}');
  assert.ok(!await reader.visible(".scenario-problem"));
  await reader.page.getByRole("button", { name: "JSON", exact: true }).click();
  assert.equal(await reader.text(".client-name"), "B");
  await reader.page.locator(".client-row").click();
  await field(reader, "Path").fill("/items/8");
  await runs(reader);
  assert.match(await reader.page.inputValue("textarea.raw"), /"request": "GET \/items\/8"/);
});

reads("the API's page shows the endpoints, and a try comes at the playhead and shows its answer", {}, async (reader) => {
  await paste(reader, shop);
  await set_json(reader, '{"clients": [{"name": "A", "request": "GET /items/5"}]}');
  await reader.page.locator(".output-lines li").first().click();
  await reader.frames(3);
  await tab(reader, "api");
  assert.deepEqual(await reader.page.$$eval(".endpoint-row", (all) => all.map((one) => [...one.children].map((part) => part.textContent).join(" "))),
                   ["GET /items/{item_id} Read Item", "POST /orders Order"]);
  await reader.page.locator(".endpoint-row").first().click();
  const panel = reader.page.locator(".endpoint").first();
  assert.match(await panel.innerText(), /One item\./);
  await panel.getByLabel(/^item_id/).fill("404");
  await panel.getByRole("button", { name: "Try at 1.000 s" }).click();
  await runs(reader);
  assert.match(await reader.text(".endpoint .answer"), /^404 at 2\.000 s, after 1\.000 s/);
  assert.match(await reader.text(".endpoint .answer-body"), /"detail": "no such item"/);
  assert.deepEqual(await lines(reader), ['1.000 A ← 200 {"item":5,"q":""}', '2.000 Try 1 ← 404 {"detail":"no such item"}']);
  assert.equal(await reader.time(), 1, "the playhead stays");
  await panel.getByLabel(/^item_id/).fill("");
  await panel.getByRole("button", { name: "Try at 1.000 s" }).click();
  assert.match(await panel.innerText(), /It needs a value\./);
});

reads("a learner types into a chat", {}, async (reader) => {
  await paste(reader, chat);
  await set_json(reader, '{"until": 9, "clients": [{"name": "Ann", "websocket": "/ws/ann"}, {"name": "Bob", "websocket": "/ws/bob", "at": 0.5, "script": [{"at": 2, "send": "hi Ann"}]}]}');
  await reader.page.getByRole("button", { name: "JSON", exact: true }).click();
  await reader.page.locator(".output-lines li", { hasText: "Bob → hi Ann" }).click();
  await reader.frames(3);
  await reader.page.locator(".client-row").first().click();
  const box = reader.page.getByLabel("Say something as Ann");
  await box.fill("hello Bob");
  await box.press("Enter");
  await runs(reader);
  assert.deepEqual((await lines(reader)).filter((line) => line.includes("hello")), ["2.000 Ann → hello Bob", "2.000 Ann ← ann: hello Bob", "2.000 Bob ← ann: hello Bob"]);
  const bubbles = () => reader.page.$$eval(".bubble.in, .bubble.out", (all) => all.map((one) => `${one.classList.contains("out") ? "out" : "in"} ${one.querySelector(".bubble-text").textContent}`));
  assert.deepEqual((await bubbles()).sort(), ["in ann: hello Bob", "in bob: hi Ann", "out hello Bob"]);
  assert.ok(await reader.page.evaluate(() => document.activeElement?.classList.contains("chat-text")), "one can go on typing");
  assert.equal(await reader.time(), 2);
  await reader.page.getByRole("button", { name: "Close the connection" }).click();
  await runs(reader);
  assert.equal(await reader.page.locator(".client-state").first().textContent(), "closed 1000");
  await box.fill("too late");
  await box.press("Enter");
  assert.match(await reader.text(".chat"), /The connection is closed at 2\.000 s/);
});

reads("chunks of a stream are seen one by one, on the timeline too", {}, async (reader) => {
  await paste(reader, ticks);
  await set_json(reader, '{"clients": [{"name": "Reader", "request": "GET /events"}]}');
  assert.deepEqual(await lines(reader), ["0.000 Reader ← 200 text/event-stream", "0.000 Reader ← data: 0", "0.500 Reader ← data: 1", "1.000 Reader ← data: 2"]);
  assert.equal(await reader.page.$eval(".output-lines li", (row) => row.classList.contains("wire")), true);
});

reads("clients are kept over a reload and by a link, and Reset gives back the lesson's", {}, async (reader) => {
  await paste(reader, shop);
  await set_json(reader, '{"clients": [{"name": "Kept", "request": "GET /items/5"}]}');
  await reader.open();
  assert.deepEqual(await lines(reader), ['1.000 Kept ← 200 {"item":5,"q":""}']);
  await reader.page.click("#share");
  await reader.page.waitForSelector(".notice");
  const fragment = new URL(reader.page.url()).hash;

  const other = await reader.context.browser().newContext({ viewport: { width: 1440, height: 900 } });
  const page = await other.newPage();
  await page.goto(`${page_url()}/${fragment}`);
  await page.waitForFunction(() => document.querySelector(".output-text")?.textContent.startsWith("Kept ← 200"));
  await page.click("#clients-tab");
  assert.equal(await page.textContent(".client-name"), "Kept");
  await other.close();

  await tab(reader, "clients");
  await reader.page.locator("#clients-panel").getByRole("button", { name: "Reset" }).click();
  await runs(reader);
  assert.equal(await reader.text("#clients-count"), "");
  await reader.page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await runs(reader);
  assert.equal(await reader.text(".client-name"), "Kept");
});

reads("a link's clients do not take the reader's own away", { do_not_open: true }, async (reader) => {
  await reader.open();
  await paste(reader, shop);
  await set_json(reader, '{"clients": [{"name": "Theirs", "request": "GET /items/5"}]}');
  await reader.page.click("#share");
  await reader.page.waitForSelector(".notice");
  const fragment = new URL(reader.page.url()).hash;
  await set_json(reader, '{"clients": [{"name": "Mine", "request": "GET /items/6"}]}');
  await reader.page.goto("about:blank");
  await reader.open(fragment);
  await reader.page.waitForFunction(() => document.querySelector(".output-text")?.textContent.startsWith("Theirs"));
  await reader.page.getByRole("button", { name: "Back to my own" }).click();
  await reader.page.waitForFunction(() => document.querySelector(".output-text")?.textContent.startsWith("Mine"));
});

reads("the tabs go by arrow keys, and every field has a name", {}, async (reader) => {
  await paste(reader, shop);
  await reader.page.focus("#program-tab");
  await reader.page.keyboard.press("ArrowRight");
  assert.equal(await reader.page.getAttribute("#clients-tab", "aria-selected"), "true");
  assert.ok(await reader.visible("#clients-panel"));
  await reader.page.locator(".offer").first().click();
  await reader.page.locator(".client-row").click();
  const nameless = await reader.page.$$eval("#clients-panel :is(input, select, textarea)", (all) =>
    all.filter((one) => (one.labels?.length ?? 0) === 0 && !one.getAttribute("aria-label")).map((one) => one.outerHTML));
  assert.deepEqual(nameless, []);
  assert.ok(await reader.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
reads("on a phone clients and API fit the screen", phone, async (reader) => {
  await reader.page.locator("#tabs button", { hasText: "Code" }).tap();
  await paste(reader, shop);
  for (const name of ["clients", "api"]) {
    await reader.page.locator(`#${name}-tab`).tap();
    if (name === "clients") {
      await reader.page.locator(".offer").first().tap();
      await reader.page.locator(".client-row").tap();
    } else {
      await reader.page.locator(".endpoint-row").first().tap();
    }
    const wide = await reader.page.$eval(`#${name}-panel`, (panel) => panel.scrollWidth - panel.clientWidth);
    assert.ok(wide <= 0, `${name} is ${wide} px too wide`);
    assert.equal(await reader.page.evaluate(() => document.documentElement.scrollWidth), 390);
  }
});
