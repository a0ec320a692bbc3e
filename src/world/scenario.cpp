#include "world/scenario.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include <fmt/format.h>

#include "world/json_place.h"

namespace waiter::world {
namespace {

// All clients together: more than one picture can hold. A limit only against a typing mistake, which would take memory.
constexpr std::int64_t kClientsMax = 10'000;

std::string compact(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

trace::Time time_or(const JsonPlace& place, std::string_view key, trace::Time otherwise) {
  const auto member = place.find(key);
  return member ? member->time() : otherwise;
}

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
  place.only_keys({"at", "send", "send_json", "send_bytes", "close"});
  ScriptedMessage message;
  if (const auto at = place.need("at")) message.at = at->time();
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
void read_body(const JsonPlace& place, bool is_websocket, Client& client) {
  int given = 0;
  for (const char* key : {"json", "form", "body"}) {
    const auto body = place.find(key);
    if (!body) continue;
    if (is_websocket) body->fail("goes with \"request\"; a WebSocket's messages stand in \"script\"");
    if (++given > 1) body->fail("is a second body: give one of \"json\", \"form\" and \"body\"");
    if (key == std::string_view("json")) {
      client.body = compact(body->value());
      client.content_type = "application/json";
    } else if (key == std::string_view("form")) {
      client.body = form_body(*body);
      client.content_type = "application/x-www-form-urlencoded";
    } else {
      client.body = body->string();
    }
  }
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

Client read_client(const JsonPlace& place) {
  place.only_keys({"name", "at", "request", "websocket", "json", "form", "body", "headers", "leaves", "script", "count", "every"});
  Client client;
  if (const auto name = place.need("name")) client.name = name->text();
  client.at = time_or(place, "at", 0);
  const auto request = place.find("request");
  const auto websocket = place.find("websocket");
  if (place.value().is_object() && request.has_value() == websocket.has_value()) {
    place.fail("needs either \"request\" or \"websocket\"");
  }
  if (request) client.request = read_request(*request);
  if (websocket) {
    client.websocket = websocket->string();
    if (websocket->value().is_string() && client.websocket.rfind('/', 0) != 0) websocket->fail("must be a path, such as \"/ws\"");
  }
  read_body(place, websocket.has_value(), client);
  if (const auto headers = place.find("headers")) read_headers(*headers, client.headers);
  if (const auto leaves = place.find("leaves")) {
    client.leaves = leaves->time();
    if (*client.leaves < client.at) leaves->fail("is before the client comes");
  }
  if (const auto script = place.find("script")) {
    if (request) script->fail("goes with \"websocket\"");
    for (const JsonPlace& message : script->items()) client.script.push_back(read_message(message));
    std::stable_sort(client.script.begin(), client.script.end(),
                     [](const ScriptedMessage& a, const ScriptedMessage& b) { return a.at < b.at; });
  }
  return client;
}

// One client of the file is one client, or `count` of them.
void read_clients(const JsonPlace& place, std::vector<Client>& out) {
  const Client client = read_client(place);
  const auto count = place.find("count");
  const auto every = place.find("every");
  if (!count) {
    if (every) every->fail("goes with \"count\"");
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
    if (one.leaves && *one.leaves < one.at) {
      place.fail(fmt::format("lets \"{}\" leave before it comes", one.name));
      return;
    }
    out.push_back(std::move(one));
  }
}

Service read_service(const JsonPlace& place) {
  place.only_keys({"url", "method", "latency", "status", "json", "text", "headers", "failure_rate", "failure_status"});
  Service service;
  if (const auto url = place.need("url")) {
    service.url = url->string();
    const bool web = service.url.rfind("http://", 0) == 0 || service.url.rfind("https://", 0) == 0;
    if (url->value().is_string() && !web) url->fail("must begin with http:// or https://");
  }
  service.latency = time_or(place, "latency", 0);
  if (const auto status = place.find("status")) service.status = static_cast<int>(status->integer(100, 599));
  if (const auto method = place.find("method")) service.method = method->text();
  const auto json = place.find("json");
  if (json) {
    service.body = compact(json->value());
    service.content_type = "application/json";
  }
  if (const auto text = place.find("text")) {
    if (json) text->fail("is a second body: give either \"json\" or \"text\"");
    service.body = text->string();
    service.content_type = "text/plain; charset=utf-8";
  }
  if (const auto headers = place.find("headers")) read_headers(*headers, service.headers);
  if (const auto rate = place.find("failure_rate")) {
    service.failure_rate = rate->number();
    if (service.failure_rate < 0 || service.failure_rate > 1) rate->fail("must be from 0 to 1: a share of the calls");
  }
  if (const auto failure = place.find("failure_status")) service.failure_status = static_cast<int>(failure->integer(100, 599));
  return service;
}

}  // namespace

ScenarioResult read_scenario(std::string_view json_text) {
  JsonErrors errors;
  const Json value = parse_json(json_text, errors);
  ScenarioResult result;
  if (errors.empty()) result.scenario = read_scenario(JsonPlace(value, "", errors));
  if (!errors.empty()) {
    result.error = ScenarioError{errors.front().pointer, errors.front().message};
    result.scenario = {};
  }
  return result;
}

Scenario read_scenario(const JsonPlace& place) {
  place.only_keys({"seed", "until", "network", "clients", "services"});
  Scenario scenario;
  if (const auto seed = place.find("seed")) scenario.seed = seed->unsigned_integer();
  if (const auto until = place.find("until")) scenario.until = until->time();
  if (const auto network = place.find("network")) {
    network->only_keys({"latency"});
    scenario.latency = time_or(*network, "latency", 0);
  }
  if (const auto clients = place.find("clients")) {
    for (const JsonPlace& client : clients->items()) {
      read_clients(client, scenario.clients);
      if (scenario.clients.size() <= static_cast<std::size_t>(kClientsMax)) continue;
      client.fail(fmt::format("makes more than {} clients in all", kClientsMax));
      break;
    }
  }
  if (const auto services = place.find("services")) {
    for (const JsonPlace& service : services->items()) scenario.services.push_back(read_service(service));
  }
  return scenario;
}

}  // namespace waiter::world
