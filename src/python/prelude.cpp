#include "python/prelude.h"

#include <map>
#include <string>

#include "python/prelude_files.h"

namespace waiter::python {
namespace {

using Table = std::map<std::string, std::string_view, std::less<>>;

Table& sources() {
  static Table table = [] {
    Table made;
    for (const prelude::EmbeddedFile& file : prelude::embedded_files()) {
      // "prelude/contextlib.py" is the module contextlib.
      const std::size_t begin = file.name.rfind('/') + 1;
      made.emplace(file.name.substr(begin, file.name.size() - begin - 3), file.text);
    }
    return made;
  }();
  return table;
}

}  // namespace

std::string_view prelude_source(std::string_view module) {
  const auto found = sources().find(module);
  return found == sources().end() ? std::string_view() : found->second;
}

bool has_prelude_below(std::string_view package) {
  const std::string prefix = std::string(package) + ".";
  const auto found = sources().lower_bound(prefix);
  return found != sources().end() && found->first.compare(0, prefix.size(), prefix) == 0;
}

std::vector<std::string> prelude_modules() {
  std::vector<std::string> names;
  for (const auto& [name, text] : sources()) names.push_back(name);
  return names;
}

void add_prelude(std::string_view module, std::string_view source) { sources().insert_or_assign(std::string(module), source); }

}  // namespace waiter::python
