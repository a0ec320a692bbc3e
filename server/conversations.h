#pragma once
// The open connections, so that a stop can end them: those between two requests at once, those in the middle of one
// after its answer, and what is left at the deadline by force.
//
// Used from the server's thread only. A Conversation registers itself for exactly its lifetime.

#include <cstddef>
#include <functional>
#include <list>

namespace waiter::server {

class Conversation;

class Conversations {
 public:
  Conversations() = default;
  Conversations(const Conversations&) = delete;
  Conversations& operator=(const Conversations&) = delete;

  [[nodiscard]] std::size_t size() const { return all_.size(); }
  [[nodiscard]] bool finishing() const { return finishing_; }

  /// Cuts those that wait for a request, tells the others to end. `when_empty` is called once, when the last has gone;
  /// inside this call if there is none.
  void finish(std::function<void()> when_empty);
  /// Cuts all of them. Their ends are noticed later, never inside this call.
  void cut();

 private:
  friend class Conversation;
  std::list<Conversation*> all_;
  bool finishing_ = false;
  std::function<void()> when_empty_;
};

class Conversation {
 public:
  /// `cut` must make every pending operation of the connection fail soon, and must not destroy this object itself.
  Conversation(Conversations& all, std::function<void()> cut);
  ~Conversation();
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;

  /// Whether the connection lies between two requests, so that nobody misses anything when it is cut.
  void set_waiting(bool waiting) { waiting_ = waiting; }
  /// The present answer is to be the last.
  [[nodiscard]] bool should_end() const { return all_.finishing(); }

 private:
  friend class Conversations;
  Conversations& all_;
  std::list<Conversation*>::iterator place_;
  std::function<void()> cut_;
  bool waiting_ = false;
};

}  // namespace waiter::server
