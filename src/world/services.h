#pragma once
// What the program's outgoing HTTP calls reach: the scenario's services, as the module `_services` that httpx, requests and aiohttp
// (prelude/*.py) ask. It says what a service answers and after how long; the waiting is theirs.

#include <cstdint>
#include <string_view>

#include "python/vm.h"
#include "world/scenario.h"

namespace waiter::world {

class Services {
 public:
  /// Registers the module and the preludes. `scenario` must outlive the VM's last use.
  Services(python::Vm& vm, const Scenario& scenario);
  /// REQUIRES: the scenario is the run's.
  void begin() { chance_ = scenario_.seed; }
  Services(const Services&) = delete;
  Services& operator=(const Services&) = delete;

  /// The service at this URL; one without a query answers every query. Null: nobody listens there.
  [[nodiscard]] const Service* find(std::string_view method, std::string_view url) const;
  /// Does this call fail? Drawn from the scenario's seed, apart from the program's own chance.
  [[nodiscard]] bool fails(const Service& service);

 private:
  const Scenario& scenario_;
  std::uint64_t chance_ = 0;
};

}  // namespace waiter::world
