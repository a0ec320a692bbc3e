#include "trace/assert.h"
#include "trace/trace.h"

namespace waiter::trace {

NameId Names::intern(std::string_view text) {
  const std::size_t last = text.empty() ? 0 : static_cast<unsigned char>(text.back());
  NameId& lately = lately_[(text.size() * 7 + last) % lately_.size()];
  if (lately < texts_.size() && texts_[lately] == text) return lately;
  if (const auto known = ids_.find(text); known != ids_.end()) return lately = known->second;
  WAITER_ASSERT(texts_.size() < UINT32_MAX, "a name's id fits into 32 bits");
  lately = static_cast<NameId>(texts_.size());
  texts_.emplace_back(text);
  ids_.emplace(texts_.back(), lately);
  return lately;
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
