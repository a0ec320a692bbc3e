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

Json seconds(const std::optional<trace::Time>& time) { return time ? Json(trace::to_seconds(*time)) : Json(nullptr); }

/// A chunk may end within a character, or be no text at all: what is not UTF-8 becomes U+FFFD, as a reader of the page sees it.
std::string as_text(std::string_view bytes) {
  const std::string quoted = Json(bytes).dump(-1, ' ', false, Json::error_handler_t::replace);
  return Json::parse(quoted).get<std::string>();
}

Json texts_json(const std::vector<world::SeenText>& texts) {
  Json out = Json::array();
  for (const world::SeenText& seen : texts) out.push_back({{"t", trace::to_seconds(seen.time)}, {"text", as_text(seen.text)}});
  return out;
}

Json request_json(const world::ClientRecord& client) {
  std::string body;
  for (const world::SeenText& chunk : client.received) body += chunk.text;
  Json out{{"name", client.name},
           {"request", client.request},
           {"sent", seconds(client.sent)},
           {"status", client.status ? Json(*client.status) : Json(nullptr)},
           {"content_type", client.content_type ? Json(as_text(*client.content_type)) : Json(nullptr)},
           {"body", as_text(body)},
           {"done", seconds(client.done)}};
  if (client.streams) out["chunks"] = texts_json(client.received);
  if (client.left) out["left"] = seconds(client.left);
  if (client.broken) out["broken"] = true;
  return out;
}

Json websocket_json(const world::ClientRecord& client) {
  Json out{{"name", client.name}, {"websocket", client.websocket}, {"accepted", seconds(client.accepted)}};
  if (client.status) out["status"] = *client.status;
  out["received"] = texts_json(client.received);
  out["closed"] = nullptr;
  if (client.closed)
    out["closed"] = {{"t", trace::to_seconds(client.closed->time)}, {"code", client.closed->code}, {"by", client.closed->by_client ? "client" : "server"}};
  return out;
}

}  // namespace

Json transcript(const trace::Trace& trace, const std::optional<world::ProgramError>& error, const std::vector<world::ClientRecord>& clients) {
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
  Json seen = Json::array();
  for (const world::ClientRecord& client : clients) seen.push_back(client.websocket.empty() ? request_json(client) : websocket_json(client));
  return Json{{"output", std::move(output)},
              {"clients", std::move(seen)},
              {"ended", trace::to_seconds(trace.ended)},
              {"error", error_json(error)}};
}

}  // namespace waiter::playground
