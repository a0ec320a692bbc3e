#include "asyncio/runtime.h"

#include "python/environment.h"
#include "python/vm.h"

namespace {

// A world in which nothing happens.
class Stillness : public waiter::asyncio::Host, public waiter::python::Environment {
 public:
  waiter::trace::Time now() override { return 0; }
  Waited wait_until(waiter::trace::Time) override { return Waited::Never; }
  void work(waiter::trace::Time) override {}
  void block(waiter::trace::Time, std::string_view, waiter::trace::SourcePosition) override {}
  void write(waiter::python::Stream, std::string_view, std::uint32_t) override {}
};

}  // namespace

int main() {
  Stillness stillness;
  waiter::trace::Recorder recorder(1000);
  waiter::python::Vm vm(stillness, {}, 0);
  waiter::asyncio::Runtime runtime{vm, stillness, recorder};
  waiter::asyncio::install(runtime);
  return runtime.task_type != nullptr ? 0 : 1;
}
