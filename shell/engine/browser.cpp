#include "browser.h"

#include <emscripten.h>

// clang-format off
EM_JS(void, waiter_wake, (void), {
  if (Module["onWaiterWake"]) Module["onWaiterWake"]();
});

EM_JS(void, waiter_set_pointer, (const char* selector, int hand), {
  var canvas = document.querySelector(UTF8ToString(selector));
  if (canvas) canvas.style.cursor = hand ? "pointer" : "default";
});
// clang-format on
