#pragma once
// The two passes behind analyse(): symbols_walk.cpp notes, symbols.cpp settles. Nobody else includes this.

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "python/symbols.h"

namespace waiter::python {

class SymbolBuilder {
 public:
  SymbolBuilder(SymbolResult* result, Arena& arena);
  void build(const ast::Module& module);

 private:
  /// A `global` or `nonlocal` that names something: where an error about it is shown.
  struct Directive {
    std::string_view name;
    Span span;
  };
  /// A scope while it is being walked.
  struct Block {
    Scope* scope = nullptr;
    bool is_annotation = false;
    bool is_iteration_target = false;                     ///< within the target of a comprehension's `for`
    int iterable_depth = 0;                               ///< within so many iterables of comprehensions
    ast::NodeKind comprehension = ast::NodeKind::Module;  ///< Module: it is none
    std::vector<Directive> directives;
  };
  using Visible = std::set<std::string_view>;

  void fail(DiagnosticType type, std::string message, const Span& span);
  void fail(std::string message, const Span& span) { fail(DiagnosticType::kSyntaxError, std::move(message), span); }
  bool is_too_deep(const ast::Node* node);

  void enter(ScopeKind kind, std::string_view name, const ast::Node* node, bool is_annotation);
  void leave();
  Block& block() { return blocks_.back(); }
  Scope& scope() { return *blocks_.back().scope; }
  std::uint16_t flags_in(const Scope& scope, std::string_view name) const;
  std::uint16_t flags_here(std::string_view name);
  void define(std::string_view name, int flags, const Span& span) { define_in(block(), name, flags, span); }
  void define_in(Block& block, std::string_view name, int flags, const Span& span);
  static Symbol& symbol_in(Scope& scope, std::string_view mangled);
  void note_directive(std::string_view name, const Span& span);

  // symbols_walk.cpp
  void statements(const ast::Statements& list);
  void statement(const ast::Statement* node);
  void function(const ast::FunctionBase* node, bool is_async);
  void class_definition(const ast::ClassDef* node);
  void annotated_assignment(const ast::AnnAssign* node);
  void scope_directive(const ast::Statement* node, const ast::Names& names, int flag);
  void attempt(const ast::TryBase* node);
  void import(const Seq<ast::alias*>& names);
  void defaults(const ast::arguments& args);
  void parameters(const ast::arguments& args);
  void parameter(const ast::arg* node);
  void annotations(const ast::FunctionBase* node);
  void annotation(const ast::Expression* node);
  void expressions(const ast::Expressions& list);
  void expression(const ast::Expression* node);
  void keywords(const Seq<ast::keyword*>& list);
  void name(const ast::Name* node);
  void yielded(const ast::Expression* node, const ast::Expression* value);
  void named_expression(const ast::NamedExpr* node);
  void bind_outside_comprehension(const ast::Name* target);
  void comprehension(const ast::ComprehensionBase* node, std::string_view name, const ast::Expression* value);
  void clause_target(const ast::comprehension* clause);
  void pattern(const ast::Pattern* node);
  void patterns(const ast::Patterns& list);
  bool refuse_in_annotation(const char* what, const ast::Node* node);

  // symbols.cpp
  void read_future(const ast::Module& module);
  void settle(Scope& scope, Visible* bound, Visible* free, Visible* global);
  void settle_name(Scope& scope, Symbol& symbol, Visible* bound, Visible* local, Visible* free, Visible* global);
  void pass_through(Scope& scope, const Visible* bound, const Visible& from_children);
  void list_closure(Scope& scope, std::string_view class_cell);
  void fail_at_directive(const Scope& scope, std::string_view name, std::string message);

  SymbolResult& result_;
  Arena& arena_;
  std::vector<Block> blocks_;
  std::unordered_map<const Scope*, std::vector<Directive>> directives_;  // for looking up, never for walking
  std::string_view class_name_;
  int depth_ = 0;
  bool failed_ = false;
};

}  // namespace waiter::python
