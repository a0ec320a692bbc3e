// The page's three functions (BRIDGE.md). Texts go both ways as JSON; an answer lives until the next call.
//   page -> waiter_start  -> Session, Canvas
//   page -> waiter_call   -> Session::call
//   page -> waiter_frame  -> Session::advance -> Canvas::draw -> events
#include <memory>
#include <string>

#include <emscripten.h>
#include <nlohmann/json.hpp>

#include "canvas.h"
#include "session.h"
#include "theme_json.h"

namespace {

using waiter::engine::Canvas;
using waiter::engine::Json;
using waiter::engine::Session;

struct Engine {
  Session session{[] { return emscripten_get_now(); }};
  Canvas canvas{session};
};

// Lives as long as the page.
Engine& engine() {
  static auto* const the_engine = new Engine;
  return *the_engine;
}

const char* answer(const Json& json) {
  static std::string text;
  // Programs may print bytes that are no text; they are replaced, since a page can show nothing else.
  text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  return text.c_str();
}

Json parsed(const char* text) {
  return Json::parse(text, nullptr, /*allow_exceptions=*/false);
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE const char* waiter_start(const char* text) {
  Json options = parsed(text);
  if (!options.is_object()) options = Json::object();
  Session& session = engine().session;
  const auto command = [&](const char* type) {
    Json copy = options;
    copy["type"] = type;
    return session.call(copy);
  };
  const Json themed = command("theme");
  (void)command("motion");
  (void)command("resize");
  const auto canvas = options.find("canvas");
  const bool named = canvas != options.end() && canvas->is_string();
  const bool webgl = engine().canvas.open(named ? canvas->get<std::string>() : "#picture");
  return answer({{"webgl", webgl}, {"theme", themed["theme"]}, {"version", WAITER_VERSION}});
}

EMSCRIPTEN_KEEPALIVE const char* waiter_call(const char* text) {
  const Json command = parsed(text);
  if (command.is_discarded()) return answer({{"error", "The command is not JSON."}});
  return answer(engine().session.call(command));
}

EMSCRIPTEN_KEEPALIVE const char* waiter_frame(double now_ms) {
  Session& session = engine().session;
  session.advance(now_ms);
  const bool more = engine().canvas.draw(session.take_changed(), now_ms);
  Json events = session.take_events();
  return answer({{"again", more || session.busy()}, {"events", std::move(events)}});
}

}  // extern "C"
