#include "world/services.h"

#include "python/methods/helpers.h"
#include "python/prelude.h"
#include "world/prelude_files.h"

namespace waiter::world {

using namespace python;

namespace {

const char kServicesKey = 0;

/// find(method, url): (latency in seconds, status, body, [(header name, value)]), or None: connection refused.
Ref find_service(Arguments& args) {
  Vm& vm = args.vm;
  auto& services = *static_cast<Services*>(vm.extensions.at(&kServicesKey));
  if (!is_str(args[0]) || !is_str(args[1])) return vm.raise(vm.types.TypeError, "find() takes a method and a URL");
  const Service* service = services.find(str_view(args[0]), str_view(args[1]));
  if (service == nullptr) return kNone;
  const bool fails = services.fails(*service);
  if (fails && !service->failure_status) return kNone;
  const Ref headers = make_list(vm);
  const auto add = [&](std::string_view name, std::string_view value) {
    const Ref name_text = make_str(vm, name), value_text = make_str(vm, value);
    const Value both[] = {name_text, value_text};
    list_append(vm, cast<List>(headers), tuple_of(vm, both));
  };
  const std::string body = fails ? "" : service->body;
  if (!fails && !service->content_type.empty()) add("content-type", service->content_type);
  add("content-length", std::to_string(body.size()));
  if (!fails)
    for (const auto& [name, value] : service->headers) add(name, value);
  const Ref latency = make_float(vm, trace::to_seconds(service->latency));
  const Ref bytes = make_bytes(vm, body);
  const Value items[] = {latency, Value::from_int(fails ? *service->failure_status : service->status), bytes, headers};
  return tuple_of(vm, items);
}

constexpr NativeDef kFunctions[] = {{"find", find_service, 2, 2}};

Ref make_services_module(Vm& vm) {
  Ref module = make_module(vm, "_services");
  install(vm, cast<Module>(module), kFunctions);
  return module;
}

}  // namespace

Services::Services(Vm& vm, const Scenario& scenario) : scenario_(scenario) {
  vm.extensions[&kServicesKey] = this;
  vm.register_module("_services", make_services_module);
  for (const prelude::EmbeddedFile& file : prelude::embedded_files()) {
    const std::size_t begin = file.name.rfind('/') + 1;
    add_prelude(file.name.substr(begin, file.name.size() - begin - 3), file.text);
  }
}

const Service* Services::find(std::string_view method, std::string_view url) const {
  const auto matching = [&](std::string_view wanted) -> const Service* {
    for (const Service& service : scenario_.services)
      if (service.url == wanted && (service.method.empty() || service.method == method)) return &service;
    return nullptr;
  };
  const Service* exact = matching(url);
  if (exact != nullptr) return exact;
  std::string_view bare = url.substr(0, url.find('?'));
  if (const Service* found = matching(bare)) return found;
  // "https://a.b" is "https://a.b/".
  if (!bare.empty() && bare.back() == '/') bare.remove_suffix(1);
  return bare.find('/', bare.find("://") + 3) == std::string_view::npos ? matching(bare) : nullptr;
}

bool Services::fails(const Service& service) {
  if (service.failure_rate <= 0) return false;
  // SplitMix64 (Steele, Lea, Flood 2014): one step is enough for a coin.
  chance_ += 0x9e3779b97f4a7c15ULL;
  std::uint64_t mixed = chance_;
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
  mixed ^= mixed >> 31;
  return static_cast<double>(mixed >> 11) * 0x1p-53 < service.failure_rate;
}

}  // namespace waiter::world
