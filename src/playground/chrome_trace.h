#pragma once
// A run as Chrome trace-event JSON, which Perfetto and chrome://tracing open: a thread for each lane, a complete event for
// each span, a flow for each arrow, an instant for each write, and the counters. Microseconds, with nanoseconds as decimals.

#include <nlohmann/json_fwd.hpp>

#include "playground/run.h"

namespace waiter::playground {

[[nodiscard]] nlohmann::ordered_json chrome_trace(const Run& run);
[[nodiscard]] nlohmann::ordered_json chrome_trace(const trace::Trace& trace, const trace::SpanIndex& spans,
                                                  const trace::Counters& counters);

}  // namespace waiter::playground
