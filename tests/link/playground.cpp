#include "playground/run.h"

int main() {
  waiter::playground::Run run({{{"main.py", "print('hello')\n"}}}, {}, 0);
  while (run.advance(1000)) {
  }
  return run.finished() ? 0 : 1;
}
