#include "world/client_plan.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

namespace waiter::world {
namespace {

constexpr std::int64_t kRequestsMax = 1'000;  // of one client; against a typing mistake
/// How long a server goes without noticing that a client is gone: uvicorn asks WebSockets every 20 s, and waits 20 s for the answer.
constexpr trace::Time kNoticedAfter = 40 * trace::kSecond;

// "GET /path?query": a method in capitals, one blank, a path.
std::string read_request(const JsonPlace& place) {
  std::string request = place.string();
  const std::size_t blank = request.find(' ');
  const bool method = blank != std::string::npos && blank > 0 &&
                      std::all_of(request.begin(), request.begin() + static_cast<std::ptrdiff_t>(blank),
                                  [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool path = blank + 1 < request.size() && request[blank + 1] == '/' && request.find(' ', blank + 1) == std::string::npos;
  if (place.value().is_string() && !(method && path)) {
    place.fail("must be a method and a path, such as \"GET /items/3\"");
  }
  return request;
}

ScriptedMessage read_message(const JsonPlace& place) {
  place.only_keys({"at", "after", "hears", "send", "send_json", "send_bytes", "close"});
  ScriptedMessage message;
  const auto after = place.find("after");
  const auto hears = place.find("hears");
  if (after || hears) {
    if (const auto at = place.find("at")) at->fail(fmt::format("stands beside \"{}\": a step has either a time or what it follows", after ? "after" : "hears"));
    message.after = after ? after->time() : 0;
    if (hears) message.hears = hears->string();
  } else if (const auto at = place.need("at")) {
    message.at = at->time();
  }
  const auto text = place.find("send");
  const auto json = place.find("send_json");
  const auto bytes = place.find("send_bytes");
  const auto close = place.find("close");
  const int given = (text ? 1 : 0) + (json ? 1 : 0) + (bytes ? 1 : 0) + (close ? 1 : 0);
  if (place.value().is_object() && given != 1) place.fail("needs exactly one of \"send\", \"send_json\", \"send_bytes\" and \"close\"");
  if (bytes) {
    message.kind = ScriptedMessage::Kind::SendBytes;
    message.text = bytes->string();
  }
  if (text) message.text = text->string();
  if (json) {
    message.kind = ScriptedMessage::Kind::SendJson;
    message.text = compact(json->value());
  }
  if (close) {
    message.kind = ScriptedMessage::Kind::Close;
    message.close_code = static_cast<int>(close->integer(1000, 4999));
  }
  return message;
}

void read_script(const JsonPlace& place, std::vector<ScriptedMessage>& script) {
  bool has_times = false, follows = false;
  for (const JsonPlace& message : place.items()) {
    script.push_back(read_message(message));
    (script.back().after ? follows : has_times) = true;
    if (has_times && follows) message.fail("mixes \"at\" with \"after\": a script has either times or steps that follow one another");
  }
  if (follows) return;
  std::stable_sort(script.begin(), script.end(), [](const ScriptedMessage& a, const ScriptedMessage& b) { return a.at < b.at; });
}

// As a browser's form sends it (application/x-www-form-urlencoded).
std::string form_quoted(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.' || c == '~') result += c;
    else if (c == ' ') result += '+';
    else result += fmt::format("%{:02X}", byte);
  }
  return result;
}

std::string form_body(const JsonPlace& place) {
  std::string body;
  if (!place.value().is_object()) {
    place.only_keys({});
    return body;
  }
  for (const auto& [key, value] : place.value().items())
    body += fmt::format("{}{}={}", body.empty() ? "" : "&", form_quoted(key), form_quoted(place.find(key)->string()));
  return body;
}

// A request has one body at most: "json", "form" or "body", a text as it is.
void read_body(const JsonPlace& place, PlannedRequest& request) {
  int given = 0;
  for (const char* key : {"json", "form", "body"}) {
    const auto body = place.find(key);
    if (!body) continue;
    if (++given > 1) body->fail("is a second body: give one of \"json\", \"form\" and \"body\"");
    if (key == std::string_view("json")) {
      request.body = compact(body->value());
      request.content_type = "application/json";
    } else if (key == std::string_view("form")) {
      request.body = form_body(*body);
      request.content_type = "application/x-www-form-urlencoded";
    } else {
      request.body = body->string();
    }
  }
}

PlannedRequest read_one_of_several(const JsonPlace& place, const std::vector<std::pair<std::string, std::string>>& headers) {
  PlannedRequest request;
  request.headers = headers;
  if (place.value().is_string()) {
    request.request = read_request(place);
    return request;
  }
  place.only_keys({"request", "json", "form", "body", "headers"});
  if (const auto line = place.need("request")) request.request = read_request(*line);
  read_body(place, request);
  if (const auto own = place.find("headers")) read_headers(*own, request.headers);
  return request;
}

TimeRange read_range(const JsonPlace& place) {
  if (!place.value().is_array()) {
    const trace::Time time = place.time();
    return {time, time};
  }
  const auto ends = place.items();
  if (ends.size() != 2) {
    place.fail("must be a time in seconds, or a list of the least and the most");
    return {};
  }
  const TimeRange range{ends[0].time(), ends[1].time()};
  if (range.most < range.least) place.fail("has its most below its least");
  return range;
}

Retries read_retries(const JsonPlace& place) {
  Retries retries;
  if (!place.value().is_object()) {
    retries.times = static_cast<int>(place.integer(1, 100));
  } else {
    place.only_keys({"times", "on", "delay", "factor"});
    if (const auto times = place.need("times")) retries.times = static_cast<int>(times->integer(1, 100));
    retries.delay = time_or(place, "delay", 0);
    if (const auto factor = place.find("factor")) {
      retries.factor = factor->number();
      if (retries.factor < 1 || retries.factor > 100) factor->fail("must be from 1 to 100: each delay is so many times the one before it");
    }
  }
  const auto on = place.find("on");
  if (!on) {
    retries.statuses = {429, 500, 502, 503, 504};
    retries.on_broken = retries.on_timeout = true;
    return retries;
  }
  for (const JsonPlace& one : on->items()) {
    if (one.value().is_number()) {
      retries.statuses.push_back(static_cast<int>(one.integer(100, 599)));
      continue;
    }
    const std::string word = one.string();
    if (word == "broken") retries.on_broken = true;
    else if (word == "timeout") retries.on_timeout = true;
    else if (one.value().is_string()) one.fail("must be a status, \"broken\" or \"timeout\"");
  }
  return retries;
}

void read_requests(const JsonPlace& place, Client& client) {
  const auto request = place.find("request");
  const auto requests = place.find("requests");
  if (request) {
    PlannedRequest one;
    one.request = read_request(*request);
    one.headers = client.headers;
    read_body(place, one);
    client.requests.push_back(std::move(one));
  }
  if (requests) {
    for (const char* key : {"json", "form", "body"})
      if (const auto body = place.find(key)) body->fail("goes with \"request\"; of several requests each has its own");
    for (const JsonPlace& one : requests->items()) client.requests.push_back(read_one_of_several(one, client.headers));
    if (requests->value().is_array() && requests->value().empty()) requests->fail("must not be empty");
    if (client.requests.size() > kRequestsMax) requests->fail(fmt::format("has more than {} requests", kRequestsMax));
  }
  if (const auto think = place.find("think")) client.think = read_range(*think);
  if (const auto connections = place.find("connections")) client.connections = static_cast<int>(connections->integer(1, 1000));
  if (!requests) {
    for (const char* key : {"think", "connections"})
      if (const auto found = place.find(key)) found->fail("goes with \"requests\"");
  }
  if (const auto browser = place.find("browser")) client.browser = browser->text();
  if (const auto follows = place.find("follow_redirects")) client.follows_redirects = follows->boolean();
  if (const auto retries = place.find("retries")) client.retries = read_retries(*retries);
  if (const auto timeout = place.find("timeout")) {
    client.timeout = timeout->time();
    if (timeout->value().is_number() && client.timeout == 0) timeout->fail("must be more than 0");
  }
}

void read_websocket(const JsonPlace& place, const JsonPlace& websocket, Client& client) {
  client.websocket = websocket.string();
  if (websocket.value().is_string() && client.websocket.rfind('/', 0) != 0) websocket.fail("must be a path, such as \"/ws\"");
  for (const char* key : {"json", "form", "body"})
    if (const auto body = place.find(key)) body->fail("goes with \"request\"; a WebSocket's messages stand in \"script\"");
  for (const char* key : {"think", "connections", "browser", "follow_redirects", "retries", "timeout"})
    if (const auto found = place.find(key)) found->fail("goes with \"request\" or \"requests\"");
  if (const auto script = place.find("script")) read_script(*script, client.script);
}

// When and how it goes before its time.
void read_end(const JsonPlace& place, Client& client) {
  const auto leaves = place.find("leaves");
  const auto vanishes = place.find("vanishes");
  const auto noticed = place.find("noticed");
  if (leaves) {
    client.leaves = leaves->time();
    if (*client.leaves < client.at) leaves->fail("is before the client comes");
  }
  if (vanishes) {
    client.vanishes = vanishes->time();
    if (*client.vanishes < client.at) vanishes->fail("is before the client comes");
    if (leaves) vanishes->fail("stands beside \"leaves\": a client goes in one way");
    client.noticed = noticed ? noticed->time() : *client.vanishes + kNoticedAfter;
    if (client.noticed < *client.vanishes) noticed->fail("is before the client vanishes");
  } else if (noticed) {
    noticed->fail("goes with \"vanishes\"");
  }
}

void read_line(const JsonPlace& place, Client& client) {
  if (const auto latency = place.find("latency")) client.latency = latency->time();
  if (const auto jitter = place.find("jitter")) client.jitter = jitter->time();
  const auto buffer = place.find("buffer");
  if (const auto reads = place.find("reads")) {
    client.reads = reads->number();
    if (reads->value().is_number() && (*client.reads < 0.001 || *client.reads > 1e12)) reads->fail("must be more than 0: bytes in a second");
    if (buffer) client.buffer = buffer->integer(1, 1'000'000'000);
  } else if (buffer) {
    buffer->fail("goes with \"reads\"");
  }
}

Client read_client(const JsonPlace& place) {
  place.only_keys({"name",    "at",          "request", "requests", "websocket",        "json",    "form",    "body",    "headers", "leaves",  "script", "count",
                   "every",   "rate",        "think",   "browser",  "follow_redirects", "retries", "timeout", "reads",   "buffer",  "latency", "jitter", "vanishes",
                   "noticed", "connections"});
  Client client;
  if (const auto name = place.need("name")) client.name = name->text();
  client.at = time_or(place, "at", 0);
  const auto request = place.find("request");
  const auto requests = place.find("requests");
  const auto websocket = place.find("websocket");
  const int given = (request ? 1 : 0) + (requests ? 1 : 0) + (websocket ? 1 : 0);
  if (place.value().is_object() && given != 1) {
    place.fail(requests ? "needs exactly one of \"request\", \"requests\" and \"websocket\"" : "needs either \"request\" or \"websocket\"");
    return client;
  }
  if (const auto headers = place.find("headers")) read_headers(*headers, client.headers);
  if (websocket) read_websocket(place, *websocket, client);
  else read_requests(place, client);
  if (const auto script = place.find("script"); script && !websocket) script->fail("goes with \"websocket\"");
  read_end(place, client);
  read_line(place, client);
  return client;
}

}  // namespace

std::string compact(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

trace::Time time_or(const JsonPlace& place, std::string_view key, trace::Time otherwise) {
  const auto member = place.find(key);
  return member ? member->time() : otherwise;
}

void read_headers(const JsonPlace& place, std::vector<std::pair<std::string, std::string>>& headers) {
  if (!place.value().is_object()) {
    place.only_keys({});
    return;
  }
  for (const auto& [key, value] : place.value().items()) {
    headers.emplace_back(key, place.find(key)->string());
  }
}

void read_clients(const JsonPlace& place, std::vector<Client>& out) {
  Client client = read_client(place);
  const auto count = place.find("count");
  const auto every = place.find("every");
  const auto rate = place.find("rate");
  if (rate) {
    client.rate = rate->number();
    if (rate->value().is_number() && (client.rate < 0.000001 || client.rate > 1e6)) rate->fail("must be more than 0: how many come in a second");
    if (every) every->fail("stands beside \"rate\": a crowd comes in one way");
    for (const char* key : {"leaves", "vanishes"})
      if (const auto found = place.find(key)) found->fail("has no place where \"rate\" leaves open when each one comes; \"timeout\" lets it give up");
  }
  if (!count) {
    if (every) every->fail("goes with \"count\"");
    if (rate) rate->fail("goes with \"count\"");
    out.push_back(client);
    return;
  }
  const std::int64_t number = count->integer(1, kClientsMax);
  const trace::Time apart = every ? every->time() : 0;
  if (apart > (kJsonTimeMax - client.at) / number) {
    every->fail(fmt::format("brings the last client later than {} s", kJsonTimeMax / trace::kSecond));
    return;
  }
  for (std::int64_t i = 0; i < number; ++i) {
    Client one = client;
    one.name = fmt::format("{} {}", client.name, i + 1);
    one.at = client.at + i * apart;
    one.number = static_cast<std::size_t>(i);
    if ((one.leaves && *one.leaves < one.at) || (one.vanishes && *one.vanishes < one.at)) {
      place.fail(fmt::format("lets \"{}\" leave before it comes", one.name));
      return;
    }
    out.push_back(std::move(one));
  }
}

}  // namespace waiter::world
