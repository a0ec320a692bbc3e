#include "playground/transcript.h"

#include <nlohmann/json.hpp>

namespace waiter::playground {
namespace {

using Json = nlohmann::ordered_json;

// A double is exact enough: below 2^53 ns (104 days) its shortest form has the same decimals as the nanoseconds, and what
// sleeps longer than that asks for whole seconds.

Json error_json(const std::optional<world::ProgramError>& error) {
  if (!error) return nullptr;
  Json out{{"type", error->type}, {"message", error->message}};
  // CPython tells no line of a program that asked to end.
  if (error->type != "SystemExit") out["line"] = error->line == 0 ? Json(nullptr) : Json(error->line);
  return out;
}

}  // namespace

Json transcript(const trace::Trace& trace, const std::optional<world::ProgramError>& error) {
  Json output = Json::array();
  trace::Time latest = -1;
  for (const trace::Output& write : trace.outputs) {
    if (write.is_error || write.text.empty()) continue;
    if (write.time == latest) {
      output.back()["text"].get_ref<std::string&>() += write.text;
    } else {
      output.push_back({{"t", trace::to_seconds(write.time)}, {"text", write.text}});
    }
    latest = write.time;
  }
  return Json{{"output", std::move(output)},
              {"clients", Json::array()},
              {"ended", trace::to_seconds(trace.ended)},
              {"error", error_json(error)}};
}

}  // namespace waiter::playground
