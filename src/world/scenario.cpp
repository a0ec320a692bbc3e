#include "world/scenario.h"

#include <utility>

#include <fmt/format.h>

#include "world/chance.h"
#include "world/client_plan.h"
#include "world/json_place.h"

namespace waiter::world {
namespace {

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
    network->only_keys({"latency", "jitter"});
    scenario.latency = time_or(*network, "latency", 0);
    scenario.jitter = time_or(*network, "jitter", 0);
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

void draw_arrivals(Scenario& scenario) {
  // Streams of the crowds; those of the clients begin at 0 (clients.cpp).
  constexpr std::uint64_t kFirstStream = std::uint64_t{1} << 32;
  std::optional<Chance> chance;
  trace::Time latest = 0;
  for (std::size_t i = 0; i < scenario.clients.size(); ++i) {
    Client& client = scenario.clients[i];
    if (client.rate <= 0) continue;
    if (client.number == 0) {
      chance.emplace(scenario.seed, kFirstStream + i);
      latest = client.at;
    }
    latest += chance->until_next(client.rate);
    client.at = latest;
  }
}

}  // namespace waiter::world
