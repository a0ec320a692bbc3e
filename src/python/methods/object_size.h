#pragma once
// sys.getsizeof: how many bytes CPython 3.11 of 64 bits has in an object. Nothing of ours is measured.

#include "python/object.h"

namespace waiter::python {

class Vm;

struct ObjectSize {
  std::int64_t own = 0;     ///< object.__sizeof__()
  std::int64_t before = 0;  ///< what stands before the object: for the collector, and for a __dict__ that is made late
};
[[nodiscard]] ObjectSize object_size_in_cpython(Vm& vm, Value value);

}  // namespace waiter::python
