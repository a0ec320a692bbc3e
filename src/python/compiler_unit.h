#pragma once
// The compiler's inside: one Unit for each code object in the making, and the Compiler that walks the tree. Its methods are
// spread over compile_*.cpp by what they compile. Private to src/python.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "python/code_builder.h"
#include "python/compiler.h"
#include "python/not_run.h"

namespace waiter::python {

/// A region that break, continue, return and exceptions have to leave in good order (CPython's fblockinfo).
struct Block {
  enum class Kind : std::uint8_t {
    WhileLoop, ForLoop, TryExcept, FinallyTry, FinallyEnd, With, AsyncWith, HandlerCleanup, PopValue, ExceptionGroup,
  };
  Kind kind;
  Label start, exit;
  int outer_handler = -1;                      ///< what is current outside of it
  const ast::Statements* final_body = nullptr;  ///< FinallyTry
  std::string_view name;                       ///< HandlerCleanup: the `as` name
  Span span;                                   ///< With: where the manager stands
};

/// The code object that is being made.
struct Unit {
  Unit(std::unique_ptr<Code> code, const Scope* scope_, Unit* parent_)
      : builder(std::move(code)), scope(scope_), parent(parent_) {}
  CodeBuilder builder;
  const Scope* scope;
  Unit* parent;
  std::string_view class_name;  ///< for __private names
  std::vector<Block> blocks;
  bool is_async = false;        ///< await may stand here
  [[nodiscard]] bool is_function() const { return scope->kind == ScopeKind::kFunction; }
};

class Compiler {
 public:
  Compiler(Vm& vm, const SymbolResult& symbols, std::uint16_t file, Arena& arena)
      : vm_(vm), symbols_(symbols), arena_(arena), file_(file) {}

  const Code* module(const ast::Module& module);
  [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  // compile_statement.cpp
  void body(const ast::Statements& statements);
  void statement(const ast::Statement* node);
  void assign_target(const ast::Expression* target);
  void delete_target(const ast::Expression* target);
  void augmented(const ast::AugAssign* node);
  void annotated(const ast::AnnAssign* node);
  void if_statement(const ast::If* node);
  void while_loop(const ast::While* node);
  void for_loop(const ast::For* node);
  void async_for_loop(const ast::AsyncFor* node);
  void import(const ast::Import* node);
  void import_from(const ast::ImportFrom* node);
  void return_statement(const ast::Return* node);
  void break_or_continue(const ast::Statement* node, bool is_break);
  void assert_statement(const ast::Assert* node);

  // compile_exception.cpp
  void try_statement(const ast::TryBase* node, bool star);
  void try_finally(const ast::TryBase* node, bool star);
  void try_except(const ast::TryBase* node);
  void try_star(const ast::TryBase* node);
  void with_item(const ast::WithBase* node, std::size_t index, bool is_async);
  void call_exit_with_nones();
  void unwind(const Block& block, bool keep_top);
  /// Leaves all blocks down to and without the innermost loop (or all). Returns the loop, if one was asked for; null after
  /// an error.
  const Block* unwind_blocks(bool keep_top, bool to_loop);
  void reraise_cleanup(Label cleanup, int depth);
  void store_none_and_delete(std::string_view name);

  // compile_expression.cpp
  void expression(const ast::Expression* node);
  void jump_if(const ast::Expression* node, bool condition, Label target);
  void binary(ast::Operator op, bool in_place);
  void bool_op(const ast::BoolOp* node);
  void compare(const ast::Compare* node);
  void compare_op(ast::CompareOperator op);
  void call(const ast::Call* node);
  void check_keywords(const Seq<ast::keyword*>& keywords);
  void call_arguments(const ast::Expressions& args, const Seq<ast::keyword*>& keywords, unsigned already);
  void list_like(const ast::Expressions& elements, Op build, Op add, Op extend);
  void tuple_display(const ast::Expressions& elements);
  void dict_display(const ast::Dict* node);
  void joined_string(const ast::JoinedStr* node);
  void formatted_value(const ast::FormattedValue* node);
  void subscript(const ast::Expression* slice);
  void slice(const ast::Slice* node);
  void constant(const ast::Constant* node);
  Ref constant_value(const ast::Constant* node);
  Ref constant_tuple(const ast::Expressions& elements);
  void unpack(const ast::Expressions& targets, const Span& span);
  void await_value(std::uint8_t where);  ///< [awaitable] -> [result]
  void yield_from(const ast::Expression* value);
  void add_yield_from();                 ///< [iterator, None] -> [result]

  // compile_comprehension.cpp
  void comprehension(const ast::ComprehensionBase* node, const ast::Expression* value, const char* name);
  void comprehension_loop(const ast::ComprehensionBase* node, const ast::Expression* value, std::size_t index, int depth);

  // compile_function.cpp
  void function(const ast::FunctionBase* node, bool is_async);
  void lambda(const ast::Lambda* node);
  void class_definition(const ast::ClassDef* node);
  void check_parameters(const ast::arguments* args);
  std::uint8_t defaults(const ast::arguments* args);
  bool annotations(const ast::arguments* args, const ast::Expression* returns);
  void annotation(const ast::Expression* node);
  void make_function(std::unique_ptr<Unit> unit, std::uint8_t flags);
  std::unique_ptr<Unit> enter(const ast::Node* node, std::string_view name, const Span& span);
  const Code* leave(Unit& unit);
  void set_parameters(Code& code, const ast::arguments* args);
  void docstring(const ast::Statements& statements, Code& code);

  // compile_pattern.cpp
  struct PatternContext {
    std::vector<std::string_view> stores;  ///< captured names whose values wait on the stack, the top one first
    bool allow_irrefutable = false;
    std::vector<Label> fail_pop;           ///< fail_pop[n]: n values to drop, then fail
    int on_top = 0;                        ///< values above the captured ones
  };
  void match_statement(const ast::Match* node);
  void pattern(const ast::Pattern* node, PatternContext& context);
  void pattern_as(const ast::MatchAs* node, PatternContext& context);
  void pattern_or(const ast::MatchOr* node, PatternContext& context);
  void same_stores(const std::vector<std::string_view>& names, PatternContext& context);
  void pattern_sequence(const ast::MatchSequence* node, PatternContext& context);
  void pattern_items(const ast::Patterns& patterns, std::size_t star, PatternContext& context);
  void pattern_unpacked(const ast::Patterns& first, const ast::Patterns& second, PatternContext& context);
  void pattern_mapping(const ast::MatchMapping* node, PatternContext& context);
  void mapping_keys(const ast::MatchMapping* node);
  void pattern_class(const ast::MatchClass* node, PatternContext& context);
  void pattern_capture(std::string_view name, PatternContext& context);
  void pattern_subpattern(const ast::Pattern* node, PatternContext& context);
  Label fail_label(PatternContext& context, std::size_t pops);
  void jump_to_fail(PatternContext& context, Op op);
  void emit_fail_pops(PatternContext& context);
  void rotate(int count);

  /// While it lives, what is compiled may never run: nothing is refused beforehand.
  class Condition {
   public:
    explicit Condition(Compiler& compiler, bool is_one = true) : compiler_(compiler), added_(is_one ? 1 : 0) { compiler_.conditions_ += added_; }
    ~Condition() { compiler_.conditions_ -= added_; }
    Condition(const Condition&) = delete;
    Condition& operator=(const Condition&) = delete;

   private:
    Compiler& compiler_;
    int added_;
  };

  // compile_refusals.cpp: what CPython runs and we do not, where the program's text tells that it will be asked for.
  void not_supported(const Span& span, std::string message);
  [[nodiscard]] static bool is_main_test(const ast::Expression* test);
  [[nodiscard]] static bool may_suppress(const ast::With* node);
  void not_run(const Span& span, SyntaxNotRun what);
  void refuse_call(const ast::Name* callee);
  void refuse_attribute(const ast::Attribute* node);
  void refuse_import(const ast::Import* node);
  void refuse_import_from(const ast::ImportFrom* node);
  [[nodiscard]] bool is_program_module(std::string_view module) const;
  [[nodiscard]] bool refuses() const;
  [[nodiscard]] std::string refusal_of_missing(std::string_view module, std::string_view name, const Span& span);
  [[nodiscard]] std::string module_meant(const ast::Expression* node);

  // compile_warnings.cpp
  void warn(const Span& span, std::string_view message);
  void warn_of_identity(const ast::Compare* node);
  void warn_of_assertion(const ast::Assert* node);
  void warn_of_call(const ast::Call* node);
  void warn_of_subscript(const ast::Subscript* node);

  // compiler.cpp
  enum class Access : std::uint8_t { Load, Store, Delete };
  void name(std::string_view id, Access access);
  void forbid_debug(std::string_view id, Access access, const Span& span);
  void error(const Span& span, std::string message);
  void nest(const Span& span, Block block);
  [[nodiscard]] std::uint32_t name_constant(std::string_view id);
  [[nodiscard]] std::string_view mangled(std::string_view id);
  [[nodiscard]] bool is_global(std::string_view id);
  [[nodiscard]] static Span name_of_attribute(const ast::Attribute* node);
  [[nodiscard]] std::uint16_t slot_of(std::string_view mangled_name);
  [[nodiscard]] CodeBuilder& out() { return unit_->builder; }

  Vm& vm_;
  const SymbolResult& symbols_;
  Arena& arena_;
  std::uint16_t file_;
  Unit* unit_ = nullptr;
  std::vector<Diagnostic> diagnostics_;
  /// Within statements that may never run, or that are ready for what they ask for not to be there: `if`, `try`, `match`.
  int conditions_ = 0;
  bool has_star_import_ = false;                         ///< any name may come from there
  std::map<std::string, std::string, std::less<>> imports_;  ///< module-level name -> the module that an import bound it to
};

}  // namespace waiter::python
