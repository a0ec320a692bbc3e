#include "trace/event.h"

#include "trace/assert.h"

namespace waiter::trace {

const char* kind_name(EventKind kind) {
  switch (kind) {
#define WAITER_KIND(name, meaning) \
  case EventKind::name: return #name;
    WAITER_EVENT_KINDS(WAITER_KIND)
#undef WAITER_KIND
  }
  WAITER_ASSERT(false, "every kind of event has a name");
}

}  // namespace waiter::trace
