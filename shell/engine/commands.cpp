// The page's commands, one by one (BRIDGE.md). A command that is not understood is answered with a sentence, never an
// abort: what arrives here was written by a page that may be older or newer than this engine.
#include <utility>

#include "playground/chrome_trace.h"
#include "playground/supported_table.h"
#include "playground/transcript.h"
#include "session.h"
#include "theme_json.h"
#include "view/navigation.h"

namespace waiter::engine {
namespace {

using playground::Direction;
using playground::StepUnit;

const Json kOk = {{"ok", true}};

Json refusal(std::string sentence) {
  return {{"error", std::move(sentence)}};
}

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<double> number_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number()) return std::nullopt;
  return found->get<double>();
}

std::optional<bool> flag_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_boolean()) return std::nullopt;
  return found->get<bool>();
}

std::optional<world::Program> program_of(const Json& command) {
  const auto files = command.find("program");
  if (files == command.end() || !files->is_array() || files->empty()) return std::nullopt;
  world::Program program;
  for (const Json& file : *files) {
    const auto text = file.is_object() ? file.find("text") : file.end();
    if (!file.is_object() || text == file.end() || !text->is_string()) return std::nullopt;
    std::string name = text_of(file, "name");
    program.files.push_back({name.empty() ? "main.py" : std::move(name), text->get<std::string>()});
  }
  return program;
}

Json seek(const playground::Run& run, view::ViewState& view, const Json& command) {
  view.playing = false;
  if (const auto t = number_of(command, "t")) {
    view::seek_time(run, view, trace::from_seconds(*t));
  } else if (const auto event = number_of(command, "event"); event && *event >= 1 && *event < 4e9) {
    view::seek_event(run, view, static_cast<std::uint32_t>(*event) - 1);
  } else {
    return refusal("seek needs a time \"t\" in seconds or an \"event\" from 1.");
  }
  return kOk;
}

Json step(const playground::Run& run, view::ViewState& view, const Json& command) {
  const std::string unit = text_of(command, "unit");
  const double direction = number_of(command, "direction").value_or(1);
  StepUnit by = StepUnit::Event;
  if (unit == "line") {
    by = StepUnit::Line;
  } else if (unit == "turn") {
    by = StepUnit::Turn;
  } else if (unit != "event" && !unit.empty()) {
    return refusal("step knows the units \"event\", \"line\" and \"turn\".");
  }
  view::step(run, view, by, direction < 0 ? Direction::Backwards : Direction::Forwards);
  return kOk;
}

Json look(const playground::Run& run, view::ViewState& view, const std::string& op) {
  const trace::Time at = view::middle_of_interest(view);
  if (op == "zoom_in") {
    view::zoom(run, view, 1 / 1.4, at);
  } else if (op == "zoom_out") {
    view::zoom(run, view, 1.4, at);
  } else if (op == "left") {
    view::pan(run, view, -0.2);
  } else if (op == "right") {
    view::pan(run, view, 0.2);
  } else if (op == "fit") {
    view::fit_all(run, view);
  } else if (op == "fit_span") {
    view::fit_span(run, view);
  } else if (op == "next_span") {
    view::step_span(run, view, Direction::Forwards);
  } else if (op == "previous_span") {
    view::step_span(run, view, Direction::Backwards);
  } else {
    return refusal("view does not know \"" + op + "\".");
  }
  return kOk;
}

}  // namespace

Json Session::edit(const Json& command) {
  auto program = program_of(command);
  if (!program) return refusal("edit needs \"program\": a list of files, each with \"name\" and \"text\".");
  world::Scenario scenario;
  const auto given = command.find("scenario");
  if (given != command.end() && !given->is_null()) {
    const std::string text =
        given->is_string() ? given->get<std::string>() : given->dump(-1, ' ', false, Json::error_handler_t::replace);
    world::ScenarioResult read = world::read_scenario(text);
    if (read.error) {
      Json refused = refusal("scenario" + read.error->pointer + ": " + read.error->message);
      refused["pointer"] = read.error->pointer;
      refused["message"] = read.error->message;
      return refused;
    }
    scenario = std::move(read.scenario);
  }
  const std::uint64_t seed = static_cast<std::uint64_t>(number_of(command, "seed").value_or(0));
  const double start = clock_ms_();
  world::Limits limits;
  // A page that is asked for an endless loop says so within a second or two, also on a slow machine: 0.8 s of virtual
  // work.
  limits.instructions = 40'000'000;
  next_ = std::make_unique<playground::Run>(std::move(*program), std::move(scenario), seed, limits);
  engine_ms_ = clock_ms_() - start;
  running_ = next_.get();
  reported_ms_ = start;
  return kOk;
}

Json Session::dispatch(const std::string& type, const Json& command) {
  if (type == "edit") return edit(command);
  if (type == "resize") {
    const auto width = number_of(command, "width");
    const auto height = number_of(command, "height");
    if (!width || !height) return refusal("resize needs \"width\" and \"height\" in CSS pixels.");
    resize(*width, *height, number_of(command, "dpr").value_or(dpr_));
    return kOk;
  }
  if (type == "theme") {
    view_.dark = flag_of(command, "dark").value_or(view_.dark);
    if (const auto font_px = number_of(command, "font_px")) set_font_px(*font_px);
    report_due_ = true;  // parked lines carry colours
    return {{"ok", true}, {"theme", theme_json(view::theme(view_.dark))}};
  }
  if (type == "motion") {
    view_.reduced_motion = flag_of(command, "reduced_motion").value_or(false);
    return kOk;
  }
  if (type == "mode") {
    const std::string words = text_of(command, "words");
    if (words != "asyncio" && words != "analogy") return refusal("mode knows the words \"asyncio\" and \"analogy\".");
    view_.words = words == "asyncio" ? view::Words::Asyncio : view::Words::Analogy;
    return kOk;
  }
  if (type == "speed") {
    const double factor = number_of(command, "factor").value_or(0);
    if (!(factor > 0) || factor > 1e6) return refusal("speed needs a \"factor\" above 0.");
    view_.speed = factor;
    speed_chosen_ = true;
    return kOk;
  }
  if (type == "lesson") return open_lesson(command);
  if (type == "lesson_step") return enter_step(command);
  if (type == "predict") return predict(command);
  if (type == "hover_line") {
    const auto line = number_of(command, "line");
    view_.outlined_line =
        line && *line >= 1 && *line < 4e9 ? std::optional(static_cast<std::uint32_t>(*line)) : std::nullopt;
    return kOk;
  }
  if (shown_ == nullptr) return refusal("Nothing has run yet.");
  if (type == "seek") return seek(*shown_, view_, command);
  if (type == "step") return step(*shown_, view_, command);
  if (type == "view") return look(*shown_, view_, text_of(command, "op"));
  if (type == "jump") {
    const bool to_end = text_of(command, "to") == "end";
    view_.playing = false;
    if (to_end) {
      view::to_end(*shown_, view_);
    } else {
      view::to_start(*shown_, view_);
    }
    return kOk;
  }
  if (type == "play") {
    view::set_playing(*shown_, view_, flag_of(command, "on").value_or(!view_.playing));
    return kOk;
  }
  if (type == "lesson_state") return lesson_state();
  if (type == "describe") {
    const std::optional<std::string> text = world::Simulation::describe(shown_->program());
    return {{"ok", true}, {"application", text ? Json::parse(*text, nullptr, /*allow_exceptions=*/false) : Json(nullptr)}};
  }
  if (type == "transcript") return {{"ok", true}, {"transcript", playground::transcript(*shown_)}};
  if (type == "chrome_trace") return {{"ok", true}, {"trace", playground::chrome_trace(*shown_)}};
  if (type == "spans") return spans_in_words();
  if (type == "supported") return {{"ok", true}, {"table", playground::supported_json()}};
  if (type == "layout") return layout_in_css();
  return refusal("The engine does not know the command \"" + type + "\".");
}

Json Session::call(const Json& command) {
  if (!command.is_object()) return refusal("A command is a JSON object.");
  if (shown_ != nullptr) view::catch_up(*shown_, view_);
  Json answer = dispatch(text_of(command, "type"), command);
  changed_ = true;
  report_moment();
  return answer;
}

}  // namespace waiter::engine
