#include "trace/time.h"
#include "trace/recorder.h"

int main() {
  waiter::trace::Recorder recorder(8);
  recorder.set_now(waiter::trace::kSecond);
  return recorder.trace().dropped == 0 ? 0 : 1;
}
