#include "playground/supported_table.h"

#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "world/simulation.h"

namespace waiter::playground {
namespace {

using Json = nlohmann::ordered_json;

/// Of the simulation of an empty program: every floor has registered its modules with it.
python::SupportedTable table() { return world::Simulation({{{"main.py", ""}}}, {}, 0, {}).supported(); }

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    out.emplace_back(text.substr(0, space));
    text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
  }
  return out;
}

Json refused(const std::vector<python::NotRun>& list) {
  Json rows = Json::array();
  for (const python::NotRun& each : list) rows.push_back({{"name", each.name}, {"instead", each.instead}});
  return rows;
}

std::string quoted(const std::vector<std::string>& names, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < most; ++i) text += fmt::format("{}`{}`", i == 0 ? "" : ", ", names[i]);
  if (names.size() > most) text += fmt::format(" and {} more", names.size() - most);
  return text;
}

void rows(std::string& text, std::string_view heading, const std::vector<python::NotRun>& list) {
  text += fmt::format("\n| {} | Instead |\n| --- | --- |\n", heading);
  for (const python::NotRun& each : list) text += fmt::format("| `{}` | {} |\n", each.name, each.instead);
}

}  // namespace

Json supported_json() {
  const python::SupportedTable known = table();
  Json modules = Json::array();
  for (const python::SupportedModule& module : known.modules)
    modules.push_back({{"name", module.name}, {"not_run", words(module.names_not_run)}});
  return {{"syntax", {{"not_run", refused(known.syntax_not_run)}}},
          {"builtins", {{"run", known.builtins}, {"exceptions", known.exceptions}, {"not_run", refused(known.builtins_not_run)}}},
          {"modules", {{"run", std::move(modules)}, {"not_run", refused(known.modules_not_run)}}}};
}

std::string supported_markdown() {
  constexpr std::size_t kAll = static_cast<std::size_t>(-1);
  constexpr std::size_t kNames = 10;  // of one module's: `waiter supported --json` has them all
  const python::SupportedTable known = table();
  std::string text = fmt::format("All of Python 3.11's syntax but what the second table names. Builtins: {}, and all exceptions.\n",
                                 quoted(known.builtins, kAll));
  std::vector<std::string> whole;
  for (const python::SupportedModule& module : known.modules)
    if (module.names_not_run.empty()) whole.push_back(module.name);
  text += fmt::format("\nModules with every public name: {}.\n\n| Other modules | Names that are not run yet |\n| --- | --- |\n", quoted(whole, kAll));
  for (const python::SupportedModule& module : known.modules)
    if (!module.names_not_run.empty()) text += fmt::format("| `{}` | {} |\n", module.name, quoted(words(module.names_not_run), kNames));
  std::vector<python::NotRun> refused = known.syntax_not_run;
  refused.insert(refused.end(), known.builtins_not_run.begin(), known.builtins_not_run.end());
  rows(text, "Syntax and builtins that are not run", refused);
  rows(text, "Modules that are not run", known.modules_not_run);
  return text;
}

}  // namespace waiter::playground
