#pragma once
// A client that sends requests: one, or several, so many at a time, with time to think between them; it follows redirects and
// tries again where its plan says so. Each thing that it sends is an Attempt, and one entry of the transcript.

#include <memory>
#include <optional>
#include <vector>

#include "world/line.h"

namespace waiter::world {

class Visitor;

/// One request on its way, and what comes back.
class Attempt : public Line {
 public:
  Attempt(Visitor& visitor, const Client& plan, std::size_t planned, std::string method, std::string target, fastapi::Headers headers, std::string body);

  void begin();
  /// The client goes away from it and tells the server so.
  void leaves();
  /// The client is gone; the server learns of it at this time.
  void vanishes(trace::Time noticed);

  void start_response(int status, const fastapi::Headers& headers) override;
  void send_body(std::string_view bytes, bool is_last) override;
  void break_off() override;

  [[nodiscard]] const ClientRecord& record() const { return record_; }
  [[nodiscard]] bool is_open() const { return !over && !record_.left; }
  [[nodiscard]] bool timed_out() const { return timed_out_; }

  const std::size_t planned;  ///< which of the plan's requests it is, or follows from
  int redirects = 0, retries = 0;
  std::string location;  ///< of the answer; empty: none

 private:
  void arrives();
  void gives_up();
  void sees_start(int status, const fastapi::Headers& headers);
  void sees_body(const std::string& body, bool is_last);
  void done();

  Visitor& visitor_;
  std::optional<std::uint64_t> length_;
  std::uint64_t seen_ = 0;
  bool timed_out_ = false;
};

class Visitor : public Guest {
 public:
  Visitor(Clients& clients, const Client& plan, std::size_t index);

  void plan_ahead() override;
  void append_records(std::vector<ClientRecord>& records) const override;

 private:
  friend class Attempt;
  /// Begins as many of the plan's requests as may be under way.
  void go_on();
  void begin(std::unique_ptr<Attempt> attempt);
  void finished(Attempt& attempt);
  [[nodiscard]] std::unique_ptr<Attempt> first_of(std::size_t planned);
  [[nodiscard]] std::unique_ptr<Attempt> again(const Attempt& attempt);
  /// The request that the answer sends it on to; null: none.
  [[nodiscard]] std::unique_ptr<Attempt> redirected(const Attempt& attempt);
  [[nodiscard]] bool tries_again(const Attempt& attempt) const;
  void gives_back();
  void is_over(trace::EventKind how);
  void waits_for(std::string_view what);

  Clients& clients_;
  const Client& plan_;
  Chance chance_;
  Browser* const browser_;  ///< null: none
  std::vector<std::unique_ptr<Attempt>> attempts_;
  std::size_t next_ = 0;
  int under_way_ = 0;
  trace::LaneId lane_ = trace::kNoLane;
};

}  // namespace waiter::world
