// What CPython runs and One Waiter does not (not_run.h), refused before the program begins wherever the text alone tells
// that it will be asked for. What stands under a condition is left to the run: an `if` may not be taken, a `try` may be
// ready for it. A function's body counts as run, since a program that defines it means to call it.

#include "python/compiler_unit.h"
#include "python/operations.h"
#include "python/vm.h"

namespace waiter::python {

using ast::try_as;

void Compiler::not_supported(const Span& span, std::string message) {
  diagnostics_.push_back({DiagnosticType::kNotSupported, std::move(message), span, {}, {}});
}

void Compiler::not_run(const Span& span, SyntaxNotRun what) {
  const NotRun& known = not_run_syntax()[static_cast<std::size_t>(what)];
  not_supported(span, refusal(known.name, known.instead, span.line));
}

/// `if __name__ == "__main__"`: the program's own file takes it.
bool Compiler::is_main_test(const ast::Expression* test) {
  const auto* compare = try_as<ast::Compare>(test);
  const auto* name = compare == nullptr ? nullptr : try_as<ast::Name>(compare->left);
  return name != nullptr && name->id == "__name__";
}

/// contextlib.suppress: ready for what it asks for not to be there.
bool Compiler::may_suppress(const ast::With* node) {
  for (const ast::withitem* item : node->items) {
    const auto* call = try_as<ast::Call>(item->context_expr);
    if (call == nullptr) continue;
    const auto* name = try_as<ast::Name>(call->func);
    const auto* attribute = try_as<ast::Attribute>(call->func);
    if ((name != nullptr && name->id == "suppress") || (attribute != nullptr && attribute->attr == "suppress")) return true;
  }
  return false;
}

/// A file of the program has its name, and is what an import finds.
bool Compiler::is_program_module(std::string_view module) const { return vm_.find_source && vm_.find_source(module).has_value(); }

/// Ours may use what programs may not, and know why.
bool Compiler::refuses() const { return conditions_ == 0 && !vm_.sources[file_].is_prelude; }

/// A listed name that a module has all the same runs: the list may be older than the module.
std::string Compiler::refusal_of_missing(std::string_view module, std::string_view name, const Span& span) {
  std::string words = refusal_of_name(module, name, span.line);
  if (words.empty()) return {};
  const Ref loaded = vm_.import_module(intern(vm_, module));
  const Ref found = loaded ? find_attribute(vm_, loaded, intern(vm_, name)) : Ref();
  if (vm_.has_error()) (void)vm_.take_error();
  return found ? std::string() : words;
}

/// A call of a builtin that is not run. The name may mean something else: the program's own, or one from `import *`.
void Compiler::refuse_call(const ast::Name* callee) {
  if (!refuses() || has_star_import_) return;
  const Symbol* own = symbols_.module->find(callee->id);
  if (own != nullptr && own->scope != SymbolScope::kGlobalImplicit) return;
  if (std::string words = refusal_of_builtin(callee->id, callee->span.line); !words.empty()) not_supported(callee->span, std::move(words));
}

/// The module that an expression means for certain: `json`, `os.path`. Empty if it is none.
std::string Compiler::module_meant(const ast::Expression* node) {
  if (const auto* name = try_as<ast::Name>(node)) {
    const auto found = imports_.find(name->id);
    return found != imports_.end() && is_global(name->id) ? found->second : std::string();
  }
  const auto* attribute = try_as<ast::Attribute>(node);
  if (attribute == nullptr) return {};
  std::string module = module_meant(attribute->value);
  if (module.empty()) return {};
  module += '.';
  module += attribute->attr;
  return vm_.knows_module(module) ? module : std::string();
}

void Compiler::refuse_attribute(const ast::Attribute* node) {
  if (!refuses() || imports_.empty()) return;
  const std::string module = module_meant(node->value);
  if (module.empty() || is_program_module(module)) return;
  if (std::string words = refusal_of_missing(module, node->attr, node->span); !words.empty()) not_supported(node->span, std::move(words));
}

void Compiler::refuse_import(const ast::Import* node) {
  for (const ast::alias* alias : node->names) {
    if (unit_->scope->kind == ScopeKind::kModule) {
      const std::string_view top = alias->name.substr(0, alias->name.find('.'));
      const std::string_view bound = alias->asname.empty() ? top : alias->asname;
      imports_.insert_or_assign(std::string(bound), std::string(alias->asname.empty() ? top : alias->name));
    }
    if (!refuses() || vm_.knows_module(alias->name)) continue;
    if (std::string words = refusal_of_module(alias->name, node->span.line); !words.empty()) not_supported(node->span, std::move(words));
  }
}

void Compiler::refuse_import_from(const ast::ImportFrom* node) {
  if (node->level > 0) return;
  for (const ast::alias* alias : node->names) has_star_import_ = has_star_import_ || alias->name == "*";
  if (!refuses()) return;
  if (!vm_.knows_module(node->module)) {
    if (std::string words = refusal_of_module(node->module, node->span.line); !words.empty()) not_supported(node->span, std::move(words));
    return;
  }
  if (is_program_module(node->module)) return;
  for (const ast::alias* alias : node->names)
    if (std::string words = refusal_of_missing(node->module, alias->name, alias->span); !words.empty())
      not_supported(alias->span, std::move(words));
}

}  // namespace waiter::python
