#include "lesson/lint.h"

int main() { return waiter::lesson::lint({}).complaints.empty() ? 0 : 1; }
