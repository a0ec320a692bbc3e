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
  trace::Time at = 0;                ///< absolute; unless `after` is given
  std::optional<trace::Time> after;  ///< the step before it, or the accept
  std::optional<std::string> hears;  ///< with `after`: first a message that contains this is waited for
  std::string text;     ///< SendText, SendBytes: the text; SendJson: compact JSON
  int close_code = 1000;
};

struct PlannedRequest {
  std::string request;              ///< "GET /path"
  std::optional<std::string> body;  ///< `json` and `form` as they are sent
  std::string content_type;         ///< of the body; empty: it says none
  std::vector<std::pair<std::string, std::string>> headers;  ///< the client's own, then the request's
};

/// From `least` to `most`; which, is drawn from the seed.
struct TimeRange {
  trace::Time least = 0, most = 0;
};

struct Retries {
  int times = 0;
  std::vector<int> statuses;  ///< on which
  bool on_broken = false;     ///< when the server broke the response off
  bool on_timeout = false;    ///< when the client gave up waiting
  trace::Time delay = 0;      ///< before the first; each further one waits `factor` times as long
  double factor = 1;
};

struct Client {
  std::string name;
  trace::Time at = 0;
  std::vector<PlannedRequest> requests;  ///< empty for a WebSocket
  std::string websocket;                 ///< "/ws/chat"; empty for requests
  std::vector<std::pair<std::string, std::string>> headers;  ///< of a WebSocket
  std::vector<ScriptedMessage> script;
  std::optional<trace::Time> leaves;
  std::optional<trace::Time> vanishes;  ///< without closing anything
  trace::Time noticed = 0;              ///< when the server learns that it vanished
  double rate = 0;                      ///< of a crowd: how many come in a second, by chance (Poisson); 0: the times are given
  std::size_t number = 0;               ///< of a crowd: which one of it, from 0
  TimeRange think;                         ///< between an answer and the next request
  int connections = 1;                  ///< requests that may be under way at once; 1: it waits for each answer
  std::string browser;                  ///< clients of one browser share its six connections to a server; empty: it has its own
  bool follows_redirects = false;
  Retries retries;
  std::optional<trace::Time> timeout;   ///< of each request
  std::optional<double> reads;          ///< bytes in a second; none: as fast as they come
  std::int64_t buffer = 65536;          ///< bytes that wait for a slow reader before the server's sending waits, too
  std::optional<trace::Time> latency, jitter;  ///< its own; else the network's
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
  trace::Time jitter = 0;  ///< how much longer a message may take, drawn from the seed
  std::vector<Client> clients;  ///< `count` already expanded, `rate` not yet
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

/// Draws what is left to chance of when the clients come: those of a rate. For a seed that is final.
void draw_arrivals(Scenario& scenario);

class JsonPlace;
/// The same for a scenario that stands within other JSON (a lesson's step); mistakes are recorded there.
[[nodiscard]] Scenario read_scenario(const JsonPlace& place);

}  // namespace waiter::world
