#pragma once
// The scenario: what surrounds a program in one run, as CONTRACT.md writes it in JSON. Plain values; it knows nothing of
// the loop. What the clients do with it stands in clients.h.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "trace/time.h"

namespace waiter::world {

struct ScriptedMessage {
  enum class Kind : std::uint8_t { SendText, SendJson, SendBytes, Close };
  Kind kind = Kind::SendText;
  trace::Time at = 0;
  std::string text;     ///< SendText, SendBytes: the text; SendJson: compact JSON
  int close_code = 1000;
};

struct Client {
  std::string name;
  trace::Time at = 0;
  std::string request;    ///< "GET /path"; empty for a WebSocket
  std::string websocket;  ///< "/ws/chat"; empty for a request
  std::optional<std::string> body;  ///< of the request; `json` and `form` as they are sent
  std::string content_type;         ///< of the body; empty: it says none
  std::vector<std::pair<std::string, std::string>> headers;
  std::optional<trace::Time> leaves;
  std::vector<ScriptedMessage> script;
};

struct Service {
  std::string url;
  std::string method;  ///< empty: any
  trace::Time latency = 0;
  int status = 200;
  std::string body;          ///< `json` compact, or `text`
  std::string content_type;  ///< of the body; empty: it says none
  std::vector<std::pair<std::string, std::string>> headers;
  double failure_rate = 0;   ///< share of the calls that fail
  std::optional<int> failure_status;  ///< how; none: the connection is refused
};

struct Scenario {
  std::uint64_t seed = 0;
  std::uint64_t shake = 0;  ///< decides what is really undefined (python/shake.h); 0: nothing is shaken. Not in the JSON
  std::optional<trace::Time> until;
  trace::Time latency = 0;
  std::vector<Client> clients;  ///< `count` already expanded
  std::vector<Service> services;
};

/// What is wrong with a scenario and where: a JSON pointer ("/clients/0/at") and one sentence.
struct ScenarioError {
  std::string pointer;
  std::string message;
};

/// Reads a scenario; unknown keys, wrong types and negative times are errors. Returns the scenario, or the error.
struct ScenarioResult {
  Scenario scenario;
  std::optional<ScenarioError> error;
};
[[nodiscard]] ScenarioResult read_scenario(std::string_view json_text);

class JsonPlace;
/// The same for a scenario that stands within other JSON (a lesson's step); mistakes are recorded there.
[[nodiscard]] Scenario read_scenario(const JsonPlace& place);

}  // namespace waiter::world
