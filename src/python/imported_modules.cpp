#include "python/imported_modules.h"

namespace waiter::python {

namespace {

using ast::as;
using ast::NodeKind;
using ast::try_as;

bool names_import_error(const ast::Expression* type) {
  if (type == nullptr) return true;
  if (const auto* tuple = try_as<ast::Tuple>(type)) {
    for (const ast::Expression* element : tuple->elts)
      if (names_import_error(element)) return true;
    return false;
  }
  const auto* name = try_as<ast::Name>(type);
  if (name == nullptr) return false;
  for (const std::string_view known : {"ImportError", "ModuleNotFoundError", "Exception", "BaseException"})
    if (name->id == known) return true;
  return false;
}

bool is_type_checking(const ast::Expression* test) {
  if (const auto* name = try_as<ast::Name>(test)) return name->id == "TYPE_CHECKING";
  const auto* attribute = try_as<ast::Attribute>(test);
  return attribute != nullptr && attribute->attr == "TYPE_CHECKING";
}

class Walk {
 public:
  std::vector<ImportedModule> found;

  void statements(const ast::Statements& list) {
    for (const ast::Statement* node : list) statement(node);
  }

 private:
  bool is_guarded_ = false;

  void guarded(const ast::Statements& list, bool guard) {
    const bool before = is_guarded_;
    is_guarded_ = is_guarded_ || guard;
    statements(list);
    is_guarded_ = before;
  }

  void attempt(const ast::TryBase* node) {
    bool catches = false;
    for (const ast::ExceptHandler* handler : node->handlers) catches = catches || names_import_error(handler->type);
    guarded(node->body, catches);
    for (const ast::ExceptHandler* handler : node->handlers) statements(handler->body);
    statements(node->orelse);
    statements(node->finalbody);
  }

  void statement(const ast::Statement* node) {
    switch (node->kind) {
      case NodeKind::Import:
        for (const ast::alias* part : as<ast::Import>(node)->names) found.push_back({std::string(part->name), 0, {}, part->span, is_guarded_});
        break;
      case NodeKind::ImportFrom: {
        const auto* import = as<ast::ImportFrom>(node);
        ImportedModule imported{std::string(import->module), import->level, {}, node->span, is_guarded_};
        for (const ast::alias* part : import->names) imported.names.emplace_back(part->name);
        found.push_back(std::move(imported));
        break;
      }
      case NodeKind::FunctionDef: statements(as<ast::FunctionDef>(node)->body); break;
      case NodeKind::AsyncFunctionDef: statements(as<ast::AsyncFunctionDef>(node)->body); break;
      case NodeKind::ClassDef: statements(as<ast::ClassDef>(node)->body); break;
      case NodeKind::For:
        statements(as<ast::For>(node)->body);
        statements(as<ast::For>(node)->orelse);
        break;
      case NodeKind::AsyncFor:
        statements(as<ast::AsyncFor>(node)->body);
        statements(as<ast::AsyncFor>(node)->orelse);
        break;
      case NodeKind::While:
        statements(as<ast::While>(node)->body);
        statements(as<ast::While>(node)->orelse);
        break;
      case NodeKind::If:
        guarded(as<ast::If>(node)->body, is_type_checking(as<ast::If>(node)->test));
        statements(as<ast::If>(node)->orelse);
        break;
      case NodeKind::With: statements(as<ast::With>(node)->body); break;
      case NodeKind::AsyncWith: statements(as<ast::AsyncWith>(node)->body); break;
      case NodeKind::Match:
        for (const ast::match_case* part : as<ast::Match>(node)->cases) statements(part->body);
        break;
      case NodeKind::Try: attempt(as<ast::Try>(node)); break;
      case NodeKind::TryStar: attempt(as<ast::TryStar>(node)); break;
      default: break;
    }
  }
};

}  // namespace

std::vector<ImportedModule> imported_modules(const ast::Module& module) {
  Walk walk;
  walk.statements(module.body);
  return std::move(walk.found);
}

std::vector<std::string> candidates_of(const ImportedModule& imported, std::string_view package) {
  std::string base;
  if (imported.level > 0) {
    base = package;
    for (int i = 1; i < imported.level; ++i) base.resize(base.rfind('.') == std::string::npos ? 0 : base.rfind('.'));
    if (base.empty()) return {};
  }
  std::string full = base;
  if (!imported.module.empty()) full += (base.empty() ? "" : ".") + imported.module;
  std::vector<std::string> names;
  for (std::size_t dot = full.find('.'); dot != std::string::npos; dot = full.find('.', dot + 1)) names.push_back(full.substr(0, dot));
  names.push_back(full);
  for (const std::string& name : imported.names)
    if (name != "*") names.push_back(full + "." + name);
  return names;
}

}  // namespace waiter::python
