#include "view/time_scale.h"

int main() {
  const auto window = waiter::view::whole(waiter::trace::kSecond);
  return window.to >= waiter::trace::kSecond ? 0 : 1;
}
