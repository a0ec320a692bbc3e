#include "world/visitor.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace waiter::world {

using trace::Time;

namespace {

constexpr int kRedirectsMax = 20;  // as Fetch, and every browser, has it
constexpr std::string_view kOrigin = "http://127.0.0.1:8000";

bool is_redirect(int status) { return status == 301 || status == 302 || status == 303 || status == 307 || status == 308; }

/// The path that a Location names, seen from `target`; empty: it is on another server, which nobody plays.
std::string resolved(const std::string& target, std::string location) {
  location = location.substr(0, location.find('#'));
  if (location.rfind(kOrigin, 0) == 0) {
    location.erase(0, kOrigin.size());
    return location.empty() || location[0] != '/' ? "/" + location : location;
  }
  if (location.find("://") != std::string::npos || location.rfind("//", 0) == 0) return {};
  if (!location.empty() && location[0] == '/') return location;
  const std::string path = target.substr(0, target.find('?'));
  if (location.empty()) return target;
  if (location[0] == '?') return path + location;
  return path.substr(0, path.rfind('/') + 1) + location;
}

}  // namespace

// --- one request ---

Attempt::Attempt(Visitor& visitor, const Client& plan, std::size_t which, std::string method, std::string target, fastapi::Headers headers, std::string body)
    : Line(visitor.clients_, plan, visitor.client, visitor.chance_), planned(which), visitor_(visitor) {
  record_.request = method + " " + target;
  opening_.method = std::move(method);
  opening_.target = std::move(target);
  opening_.headers = std::move(headers);
  opening_.body = std::move(body);
}

void Attempt::begin() {
  record_.sent = moment();
  record_.lane = visitor_.lane_;
  log(WireEntry::Kind::Sent, 0, record_.request);
  to_server([this] { arrives(); });
  if (plan_.timeout) at(moment() + *plan_.timeout, [this] { gives_up(); });
}

void Attempt::arrives() {
  if (!record_.left && !came_and_went()) server().arrives(*this);
}

void Attempt::leaves() {
  record_.left = moment();
  log(WireEntry::Kind::Left);
  to_server([this] {
    server().disconnects(*this);
    over = true;
  });
}

void Attempt::vanishes(Time noticed) {
  record_.left = moment();
  log(WireEntry::Kind::Left);
  clients_.at_server(noticed, *this, [this] {
    server().disconnects(*this);
    over = true;
  });
}

void Attempt::gives_up() {
  if (!is_open()) return;
  timed_out_ = true;
  leaves();
  visitor_.finished(*this);
}

void Attempt::start_response(int status, const fastapi::Headers& headers) {
  to_client([this, status, headers] { sees_start(status, headers); });
}

void Attempt::send_body(std::string_view bytes, bool is_last) {
  if (is_last && plan_.vanishes && record_.left) over = true;  // the server is through with it, and need not learn that nobody read it
  read_by_client(bytes.size(), [this, body = std::string(bytes), is_last] { sees_body(body, is_last); });
}

void Attempt::break_off() {
  to_client([this] {
    if (!is_open()) return;
    record_.broken = over = true;
    log(WireEntry::Kind::Broken);
    visitor_.finished(*this);
  });
}

void Attempt::sees_start(int status, const fastapi::Headers& headers) {
  if (!is_open()) return;
  record_.status = status;
  record_.headers = headers;
  log(WireEntry::Kind::Head, status);
  for (const auto& [name, value] : headers) {
    const std::string key = lower(name);
    if (key == "content-type") record_.content_type = value;
    if (key == "content-length") length_ = std::strtoull(value.c_str(), nullptr, 10);
    if (key == "location") location = value;
  }
  record_.streams = !length_;
  if (length_ && (*length_ == 0 || opening_.method == "HEAD")) done();
}

void Attempt::sees_body(const std::string& body, bool is_last) {
  if (!is_open()) return;
  if (!body.empty()) {
    seen_ += body.size();
    log_received(WireEntry::Kind::Piece, body);
    if (record_.streams) hears(body);
  }
  if (length_ ? seen_ >= *length_ : is_last) done();
}

void Attempt::done() {
  record_.done = moment();
  log(WireEntry::Kind::Done);
  over = true;
  visitor_.finished(*this);
}

// --- all of them ---

Visitor::Visitor(Clients& clients, const Client& plan, std::size_t index)
    : Guest(index), clients_(clients), plan_(plan), chance_(clients.scenario.shake != 0 ? clients.scenario.shake : clients.scenario.seed, index),
      browser_(plan.browser.empty() ? nullptr : &clients.browser(plan.browser)) {}

void Visitor::plan_ahead() {
  clients_.at(plan_.at, *this, [this] {
    clients_.recorder.set_now(clients_.now());
    const std::string& first = plan_.requests.front().request;
    lane_ = clients_.recorder.make_lane(trace::LaneKind::Client, plan_.name, first, trace::kNoLane, {});
    go_on();
  });
  const auto goes = [this](Time time, auto how) {
    clients_.at(time, *this, [this, how] {
      next_ = plan_.requests.size();
      for (std::size_t i = 0; i < attempts_.size(); ++i) {
        Attempt& attempt = *attempts_[i];
        if (!attempt.is_open()) continue;
        if (!attempt.record().sent) {  // it still waits for a connection
          attempt.over = true;
          continue;
        }
        how(attempt);
        gives_back();
      }
      is_over(trace::EventKind::LaneCancelled);
    });
  };
  if (plan_.leaves) goes(*plan_.leaves, [](Attempt& attempt) { attempt.leaves(); });
  if (plan_.vanishes) goes(*plan_.vanishes, [noticed = plan_.noticed](Attempt& attempt) { attempt.vanishes(noticed); });
}

void Visitor::go_on() {
  while (next_ < plan_.requests.size() && under_way_ < plan_.connections) {
    ++under_way_;
    begin(first_of(next_++));
  }
}

void Visitor::begin(std::unique_ptr<Attempt> attempt) {
  Attempt* const one = attempt.get();
  const bool is_first = attempts_.empty();
  attempts_.push_back(std::move(attempt));
  const auto send = [this, one, is_first] {
    if (!is_first) waits_for(one->record().request);
    one->begin();
  };
  if (browser_ == nullptr) return send();
  if (browser_->open >= Browser::kConnections) waits_for("a free connection");
  browser_->take(*this, send);
}

std::unique_ptr<Attempt> Visitor::first_of(std::size_t planned) {
  const PlannedRequest& request = plan_.requests[planned];
  const std::size_t blank = request.request.find(' ');
  return std::make_unique<Attempt>(*this, plan_, planned, request.request.substr(0, blank), request.request.substr(blank + 1),
                                   headers_of(request.headers, &request), request.body.value_or(""));
}

std::unique_ptr<Attempt> Visitor::again(const Attempt& attempt) {
  const fastapi::Opening& opening = attempt.opening();
  auto next = std::make_unique<Attempt>(*this, plan_, attempt.planned, opening.method, opening.target, opening.headers, opening.body);
  next->redirects = attempt.redirects;
  next->retries = attempt.retries + 1;
  return next;
}

std::unique_ptr<Attempt> Visitor::redirected(const Attempt& attempt) {
  const ClientRecord& record = attempt.record();
  if (!plan_.follows_redirects || !record.done || !is_redirect(record.status.value_or(0)) || attempt.location.empty()) return nullptr;
  if (attempt.redirects >= kRedirectsMax) return nullptr;
  const fastapi::Opening& opening = attempt.opening();
  const std::string target = resolved(opening.target, attempt.location);
  if (target.empty()) return nullptr;
  // Fetch, "HTTP-redirect fetch", step 12: what becomes a GET loses its body and what described it.
  const int status = *record.status;
  const bool becomes_get = (status == 303 && opening.method != "GET" && opening.method != "HEAD") ||
                           ((status == 301 || status == 302) && opening.method == "POST");
  fastapi::Headers headers = opening.headers;
  if (becomes_get) {
    const auto is_of_body = [](const auto& header) { return header.first == "content-type" || header.first == "content-length"; };
    headers.erase(std::remove_if(headers.begin(), headers.end(), is_of_body), headers.end());
  }
  auto next = std::make_unique<Attempt>(*this, plan_, attempt.planned, becomes_get ? "GET" : opening.method, target, std::move(headers),
                                        becomes_get ? "" : opening.body);
  next->redirects = attempt.redirects + 1;
  next->retries = attempt.retries;
  return next;
}

bool Visitor::tries_again(const Attempt& attempt) const {
  const Retries& retries = plan_.retries;
  if (attempt.retries >= retries.times) return false;
  if (attempt.timed_out()) return retries.on_timeout;
  const ClientRecord& record = attempt.record();
  if (record.broken) return retries.on_broken;
  return std::find(retries.statuses.begin(), retries.statuses.end(), record.status.value_or(0)) != retries.statuses.end();
}

void Visitor::gives_back() {
  if (browser_ != nullptr) browser_->give_back();
}

void Visitor::finished(Attempt& attempt) {
  if (auto next = redirected(attempt)) {
    gives_back();
    begin(std::move(next));
    return;
  }
  if (tries_again(attempt)) {
    const double delay = static_cast<double>(plan_.retries.delay) * std::pow(plan_.retries.factor, attempt.retries);
    const Time time = clients_.moment() + static_cast<Time>(std::llround(std::fmin(delay, 1e18)));
    gives_back();
    if (time > clients_.moment()) waits_for("before it tries again");
    clients_.at(time, *this, [this, &attempt] { begin(again(attempt)); });
    return;
  }
  --under_way_;
  gives_back();
  if (next_ < plan_.requests.size()) {
    const Time pause = chance_.between(plan_.think.least, plan_.think.most);
    if (pause == 0) return go_on();
    if (under_way_ == 0) waits_for("thinks");
    clients_.at(clients_.moment() + pause, *this, [this] { go_on(); });
  } else if (under_way_ == 0) {
    is_over(attempt.record().done ? trace::EventKind::LaneDone : trace::EventKind::LaneCancelled);
  }
}

void Visitor::is_over(trace::EventKind how) {
  if (std::exchange(over, true)) return;
  clients_.recorder.set_now(clients_.now());
  if (lane_ != trace::kNoLane) clients_.recorder.record(how, lane_, {});
}

void Visitor::waits_for(std::string_view what) {
  if (!clients_.recorder.keeps_events() || lane_ == trace::kNoLane) return;
  clients_.recorder.set_now(clients_.now());
  clients_.recorder.record(trace::EventKind::Await, lane_, {}, clients_.recorder.name(what));
}

void Visitor::append_records(std::vector<ClientRecord>& records) const {
  for (std::size_t planned = 0; planned < plan_.requests.size(); ++planned) {
    bool is_begun = false;
    for (const auto& attempt : attempts_) {
      if (attempt->planned != planned) continue;
      is_begun = true;
      records.push_back(attempt->record());
      if (planned == 0 && attempt == attempts_.front() && !attempt->record().sent && plan_.at <= clients_.now()) records.back().sent = plan_.at;
    }
    if (is_begun) continue;
    ClientRecord waiting;
    waiting.name = plan_.name;
    waiting.request = plan_.requests[planned].request;
    if (planned == 0 && plan_.at <= clients_.now()) waiting.sent = plan_.at;  // the application has not started yet
    records.push_back(std::move(waiting));
  }
}

}  // namespace waiter::world
