#include "world/leading_imports.h"

#include "python/operations.h"

namespace waiter::world {

using namespace python;

namespace {

/// An application will be served (fastapi::Server).
bool brings_application(std::string_view module) {
  const std::string_view top = module.substr(0, module.find('.'));
  return top == "fastapi" || top == "starlette";
}

}  // namespace

std::vector<LeadingImport> leading_imports(const ast::Module& program) {
  std::vector<LeadingImport> imports;
  bool will_serve = false;
  const auto add = [&](LeadingImport import) {
    const bool brings = brings_application(import.module);
    imports.push_back(std::move(import));
    if (brings && !std::exchange(will_serve, true)) imports.push_back({"_serve", {}});
  };
  for (const ast::Statement* statement : program.body) {
    if (const auto* plain = ast::try_as<ast::Import>(statement)) {
      for (const ast::alias* alias : plain->names) {
        if (alias->name == "__main__") return imports;
        add({std::string(alias->name), {}});
      }
    } else if (const auto* from = ast::try_as<ast::ImportFrom>(statement)) {
      if (from->level != 0 || from->module == "__main__" || from->names[0]->name == "*") return imports;
      LeadingImport import{std::string(from->module), {}};
      for (const ast::alias* alias : from->names) import.names.emplace_back(alias->name);
      add(std::move(import));
    } else if (const auto* text = ast::try_as<ast::Expr>(statement); text == nullptr || ast::try_as<ast::Constant>(text->value) == nullptr) {
      return imports;
    }
  }
  return imports;
}

bool import_ahead(Vm& vm, const LeadingImport& import) {
  Ref from_list = kNone;
  if (!import.names.empty()) {
    std::vector<Value> names;
    for (const std::string& name : import.names) names.push_back(intern(vm, name));
    from_list = tuple_of(vm, names);
  }
  ++vm.native_depth;
  const Ref module = import_name(vm, nullptr, import.module, from_list, 0);
  bool done = static_cast<bool>(module);
  for (const std::string& name : import.names) done = done && import_from(vm, module, intern(vm, name));
  --vm.native_depth;
  vm.clear_error();
  return done;
}

}  // namespace waiter::world
