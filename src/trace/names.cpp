#include "trace/assert.h"
#include "trace/trace.h"

namespace waiter::trace {

NameId Names::intern(std::string_view text) {
  if (const auto known = ids_.find(text); known != ids_.end()) return known->second;
  WAITER_ASSERT(texts_.size() < UINT32_MAX, "a name's id fits into 32 bits");
  const auto id = static_cast<NameId>(texts_.size());
  texts_.emplace_back(text);
  ids_.emplace(texts_.back(), id);
  return id;
}

const std::string& Names::text(NameId id) const {
  WAITER_ASSERT(id < texts_.size(), "the name was interned here");
  return texts_[id];
}

std::string Trace::title(LaneId lane) const {
  const Title& title = lanes[lane].title;
  return title.number == Title::kNoNumber ? names.text(title.words) : names.text(title.words) + std::to_string(title.number);
}

std::string Trace::full_title(LaneId lane) const {
  return lanes[lane].subtitle == 0 ? title(lane) : title(lane) + " " + subtitle(lane);
}

}  // namespace waiter::trace
