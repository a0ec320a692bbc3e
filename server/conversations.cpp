#include "server/conversations.h"

#include <utility>

namespace waiter::server {

void Conversations::finish(std::function<void()> when_empty) {
  finishing_ = true;
  when_empty_ = std::move(when_empty);
  for (Conversation* conversation : all_) {
    if (conversation->waiting_) conversation->cut_();
  }
  if (all_.empty()) std::exchange(when_empty_, nullptr)();
}

void Conversations::cut() {
  for (Conversation* conversation : all_) conversation->cut_();
}

Conversation::Conversation(Conversations& all, std::function<void()> cut)
    : all_(all), place_(all.all_.insert(all.all_.end(), this)), cut_(std::move(cut)) {}

Conversation::~Conversation() {
  all_.all_.erase(place_);
  if (all_.all_.empty() && all_.when_empty_) std::exchange(all_.when_empty_, nullptr)();
}

}  // namespace waiter::server
