#include "recorded_run.h"

#include <cstdio>
#include <vector>

#include "world/simulation.h"

namespace waiter::world {
namespace {

using trace::EventKind;
using trace::kMillisecond;
using trace::kSecond;
using trace::LaneId;
using trace::LaneKind;
using trace::ReadyReason;
using trace::Recorder;
using trace::SourcePosition;
using trace::Time;

SourcePosition at(std::uint32_t line) {
  SourcePosition where;
  where.line = line;
  return where;
}

// Writes what an event loop would, one call for each thing that happens to a task.
class Script {
 public:
  explicit Script(Recorder& recorder) : r_(recorder) {}

  LaneId task(const char* function, LaneId maker, std::uint32_t line) {
    const LaneId lane = r_.make_lane(LaneKind::Task, "Task-" + std::to_string(++tasks_), function, maker, at(line));
    ready(lane, ReadyReason::Created, maker, line);
    return lane;
  }
  void ready(LaneId lane, ReadyReason reason, LaneId by, std::uint32_t line) {
    r_.record(EventKind::HandleReady, lane, at(line), static_cast<std::int64_t>(reason), by);
  }
  void turn() { r_.record(EventKind::TurnBegin, trace::kLoopLane, {}, ++turns_); }
  void begin(LaneId lane, std::uint32_t line) { r_.record(EventKind::StepBegin, lane, at(line), 1); }
  void end(LaneId lane, std::uint32_t line) { r_.record(EventKind::StepEnd, lane, at(line), 0); }
  void sleep(LaneId lane, Time length, const char* words, std::uint32_t line) {
    r_.record(EventKind::TimerSet, lane, at(line), r_.now() + length);
    await(lane, words, line);
  }
  void await(LaneId lane, const char* words, std::uint32_t line) {
    r_.record(EventKind::Await, lane, at(line), r_.name(words));
    end(lane, line);
  }
  void fire(LaneId lane, std::uint32_t line) {
    r_.record(EventKind::TimerFired, lane, at(line), r_.now());
    ready(lane, ReadyReason::Timer, trace::kNoLane, line);
  }
  void done(LaneId lane, std::uint32_t line) {
    r_.record(EventKind::LaneDone, lane, at(line));
    end(lane, line);
  }
  void over() { r_.record(EventKind::RunEnded, trace::kLoopLane, {}); }

 private:
  Recorder& r_;
  int tasks_ = 0;
  std::int64_t turns_ = 0;
};

void lesson(Recorder& r) {
  Script s(r);
  s.turn();
  const LaneId main = s.task("main", trace::kNoLane, 12);
  s.begin(main, 12);
  const LaneId coffee = s.task("coffee", main, 12);
  const LaneId sandwich = s.task("sandwich", main, 12);
  r.record(EventKind::Gather, main, at(12), 2, coffee);
  r.record(EventKind::Gather, main, at(12), 2, sandwich);
  s.await(main, "gather of 2", 12);
  s.turn();
  s.begin(coffee, 4);
  s.sleep(coffee, kSecond, "sleep 1.0", 5);
  s.begin(sandwich, 8);
  s.sleep(sandwich, kSecond * 3 / 2, "sleep 1.5", 9);
  r.set_now(kSecond);
  s.fire(coffee, 5);
  s.turn();
  s.begin(coffee, 5);
  s.done(coffee, 6);
  s.turn();
  r.record(EventKind::GatherChild, main, at(12), 1, coffee);
  r.set_now(kSecond * 3 / 2);
  s.fire(sandwich, 9);
  s.turn();
  s.begin(sandwich, 9);
  s.done(sandwich, 10);
  s.turn();
  r.record(EventKind::GatherChild, main, at(12), 2, sandwich);
  s.ready(main, ReadyReason::Future, sandwich, 12);
  s.turn();
  s.begin(main, 12);
  s.done(main, 13);
  s.over();
}

void blocked(Recorder& r) {
  Script s(r);
  s.turn();
  const LaneId main = s.task("main", trace::kNoLane, 9);
  s.begin(main, 9);
  std::vector<LaneId> tables;
  for (int i = 0; i < 3; ++i) tables.push_back(s.task("serve", main, 10));
  s.await(main, "gather of 3", 10);
  s.turn();
  for (const LaneId table : {tables[0], tables[1]}) {
    s.begin(table, 4);
    r.record(EventKind::BlockBegin, table, at(5), r.name("time.sleep(2)"));
    r.set_now(r.now() + 2 * kSecond);
    r.record(EventKind::BlockEnd, table, at(5), 2 * kSecond);
    s.done(table, 6);
  }
  s.begin(tables[2], 4);
  s.sleep(tables[2], kSecond, "sleep 1", 6);
  s.over();
}

void crowd(Recorder& r, int tasks, int rounds) {
  Script s(r);
  s.turn();
  const LaneId main = s.task("main", trace::kNoLane, 9);
  s.begin(main, 9);
  std::vector<LaneId> lanes;
  for (int i = 0; i < tasks; ++i) lanes.push_back(s.task("customer", main, 10));
  s.await(main, "gather", 10);
  for (int round = 0; round < rounds; ++round) {
    s.turn();
    for (const LaneId lane : lanes) {
      if (round > 0) s.fire(lane, 5);
      s.begin(lane, 5);
      s.sleep(lane, 100 * kMillisecond, "sleep 0.1", 5);
    }
    r.set_now(r.now() + 100 * kMillisecond);
  }
  s.over();
}

}  // namespace

struct Simulation::Engine {
  Program program;
  Recorder recorder{400'000};
  std::optional<ProgramError> error;
  State state = State::Advancing;
};

Simulation::Simulation(Program program, Scenario, std::uint64_t, Limits) : engine_(std::make_unique<Engine>()) {
  engine_->program = std::move(program);
}

Simulation::~Simulation() = default;

Simulation::State Simulation::advance(std::uint64_t) {
  Engine& e = *engine_;
  if (e.state == State::Finished) return e.state;
  const std::string& name = e.program.files.front().text;
  int tasks = 0;
  int rounds = 0;
  if (name == "advancing") {
    e.recorder.set_now(e.recorder.now() + kMillisecond);
    e.recorder.record(EventKind::TurnBegin, trace::kLoopLane, {}, 1);
    return e.state;
  }
  if (name == "lesson") {
    lesson(e.recorder);
  } else if (name == "clients") {
    e.recorder.make_lane(LaneKind::Client, "Table 1", "GET /shops/7/details", trace::kNoLane, {});
    lesson(e.recorder);
  } else if (name == "computing") {
    e.recorder.set_now(4 * kSecond);
    e.recorder.record(EventKind::Work, trace::kLoopLane, {}, 4 * kSecond);
    Script(e.recorder).over();
  } else if (name == "blocked") {
    blocked(e.recorder);
  } else if (std::sscanf(name.c_str(), "crowd %d %d", &tasks, &rounds) == 2) {
    crowd(e.recorder, tasks, rounds);
  } else if (name == "refused") {
    e.error.emplace();
    e.error->kind = ProgramError::Kind::Syntax;
    e.error->type = "SyntaxError";
    e.error->message = "invalid syntax";
    e.error->line = 3;
  } else {
    Script(e.recorder).over();
  }
  e.state = State::Finished;
  return e.state;
}

Simulation::State Simulation::state() const {
  return engine_->state;
}
const trace::Trace& Simulation::trace() const {
  return engine_->recorder.trace();
}
const std::optional<ProgramError>& Simulation::error() const {
  return engine_->error;
}
const Program& Simulation::program() const {
  return engine_->program;
}
std::vector<ClientRecord> Simulation::clients() const {
  return {};
}
std::optional<std::string> Simulation::describe(Program) {
  return std::nullopt;
}
void Simulation::prepare(const Program&, std::uint64_t, const Limits&) {}
bool Simulation::prepare_on() {
  return false;
}
python::SupportedTable Simulation::supported() {
  return {};
}

std::uint64_t Simulation::instructions_run() const {
  return 0;
}

}  // namespace waiter::world

namespace waiter::view_test {

std::unique_ptr<playground::Run> recorded_run(const std::string& name) {
  world::Program program;
  program.files.push_back({"main.py", name});
  auto run = std::make_unique<playground::Run>(std::move(program), world::Scenario{}, 0);
  run->advance(1000);
  return run;
}

}  // namespace waiter::view_test
