// A run that was prepared is equal to one that was not, to the byte, whatever was prepared.
#include <string>

#include <doctest/doctest.h>

#include "world/simulation.h"

namespace {

using namespace waiter;
using namespace waiter::world;

constexpr const char* kApplication = R"("""A shop."""
from __future__ import annotations
import asyncio, random
from fastapi import Depends, FastAPI
from pydantic import BaseModel
import sys, gc

app = FastAPI()
names = [name for name in sys.modules]
print(len(names), names)
print(id(app), random.random(), gc.collect())

class Order(BaseModel):
    dish: str
    count: int = 1

class Loud:
    def __del__(self):
        print("gone")

ring = Loud()
ring.itself = ring

@app.get("/{table}")
async def read(table: int, more: int = 3):
    await asyncio.sleep(0.1)
    return {"table": table, "more": more}

@app.post("/")
def order(given: Order):
    return given
)";

Program one(std::string text) { return {{{"main.py", std::move(text)}}}; }

Scenario clients() {
  return read_scenario(R"({"clients": [{"name": "a", "request": "GET /1"}, {"name": "b", "at": 0.05, "request": "POST /", "json": {"dish": "tea"}},
                                       {"name": "c", "at": 0.3, "request": "GET /x"}]})").scenario;
}

/// Every event and output of a run, and how much ran.
std::string told(const Program& program, std::uint64_t seed = 7) {
  Simulation simulation(program, clients(), seed, Limits{});
  while (simulation.advance(20'000) == Simulation::State::Advancing) {}
  const trace::Trace& trace = simulation.trace();
  std::string text = std::to_string(simulation.instructions_run()) + "\n";
  for (trace::LaneId lane = 0; lane < trace.lanes.size(); ++lane) text += trace.title(lane) + "/" + trace.subtitle(lane) + "\n";
  for (const trace::Event& event : trace.events) {
    text += std::string(trace::kind_name(event.kind)) + " " + std::to_string(event.time) + " " + std::to_string(event.lane) + " " +
            std::to_string(event.argument) + " " + std::to_string(event.where().line) + "\n";
  }
  for (const trace::Output& output : trace.outputs) text += std::to_string(output.time) + " " + output.text;
  if (simulation.error()) text += simulation.error()->type + simulation.error()->message + simulation.error()->traceback;
  return text;
}

/// Prepares a run of `before` as far as `steps`.
void prepare(const Program& before, int steps, std::uint64_t seed = 7) {
  Simulation::prepare(before, seed, Limits{});
  for (int i = 0; i < steps && Simulation::prepare_on(); ++i) {}
}

TEST_CASE("an edited program's run is the same after any preparation") {
  const Program program = one(kApplication);
  const std::string fresh = told(program);
  CHECK(fresh.find("gone") != std::string::npos);
  for (const int steps : {0, 1, 3, 100}) {
    prepare(program, steps);
    CHECK(told(program) == fresh);
  }
  prepare(one("import asyncio\n"), 100);
  CHECK(told(program) == fresh);  // it begins otherwise
  prepare(one("from __future__ import annotations\nimport asyncio\n"), 100);
  CHECK(told(program) == fresh);  // it goes on importing
  prepare(program, 100, 8);
  CHECK(told(program) == fresh);
}

TEST_CASE("a file of the program goes before a module of ours that was prepared") {
  Program program = one("import json\nimport random\nprint(random.__file__, json.dumps([1]))\n");
  const std::string without = told(program);
  program.files.push_back({"random.py", "print('mine')\n"});
  const std::string fresh = told(program);
  CHECK(fresh.find("mine") != std::string::npos);
  prepare(one(program.files[0].text), 100);
  CHECK(told(program) == fresh);
  CHECK(told(one(program.files[0].text)) == without);
}

TEST_CASE("an import that fails fails in the program's line") {
  const Program program = one("import asyncio\nfrom fastapi import FastAPI, Nothing\nimport json\n");
  const std::string fresh = told(program);
  CHECK(fresh.find("File \"main.py\", line 2, in <module>") != std::string::npos);
  prepare(program, 100);
  CHECK(told(program) == fresh);
}

TEST_CASE("what was prepared stays while a program is refused") {
  const Program program = one(kApplication), refused = one("import asyncio\nif\n");
  const std::string fresh = told(program), fresh_refused = told(refused);
  prepare(program, 100);
  CHECK(told(refused) == fresh_refused);
  Simulation::prepare(refused, 7, Limits{});
  CHECK(told(program) == fresh);
}

}  // namespace
