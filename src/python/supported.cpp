#include "python/supported.h"

#include <algorithm>
#include <set>

#include "python/operations.h"
#include "python/prelude.h"

namespace waiter::python {
namespace {

/// A part that begins with an underscore is a module's own affair: `_json`, `json._scanner`.
bool is_public(std::string_view module) { return !module.starts_with('_') && module.find("._") == std::string_view::npos; }

bool is_among(std::span<const NotRun> list, std::string_view name) {
  return std::any_of(list.begin(), list.end(), [&](const NotRun& each) { return each.name == name; });
}

}  // namespace

SupportedTable supported(Vm& vm) {
  SupportedTable table;
  for (std::uint32_t i = 0; i < vm.builtins->filled; ++i) {
    const DictEntry& entry = vm.builtins->entries[i];
    if (entry.key.is_empty()) continue;
    const std::string text(str_view(entry.key));
    const Value value = entry.value;
    if (text.starts_with("__") || is_among(not_run_builtins(), text)) continue;
    const bool is_exception = value.is_kind(Kind::Type) && is_subtype(cast<Type>(value), vm.types.BaseException);
    (is_exception ? table.exceptions : table.builtins).push_back(text);
  }
  std::set<std::string> modules;
  for (std::string& name : vm.registered_modules()) modules.insert(std::move(name));
  for (std::string& name : prelude_modules()) modules.insert(std::move(name));
  for (const std::string& name : modules)
    if (is_public(name)) table.modules.push_back({name, names_not_run(name)});
  std::sort(table.builtins.begin(), table.builtins.end());
  std::sort(table.exceptions.begin(), table.exceptions.end());
  table.syntax_not_run.assign(not_run_syntax().begin(), not_run_syntax().end());
  table.builtins_not_run.assign(not_run_builtins().begin(), not_run_builtins().end());
  for (const NotRun& each : not_run_modules())
    if (!modules.contains(std::string(each.name))) table.modules_not_run.push_back(each);
  return table;
}

}  // namespace waiter::python
