#pragma once
// The grammar of Python 3.11, one method a rule. Only parser*.cpp, fstring*.cpp and syntax_error*.cpp include this.
//
// 1. A rule that does not match returns null (or false) and puts mark_ back where it was.
// 2. Rules are tried in the order of CPython's grammar, and look no further ahead than they do there: where "invalid
//    syntax" points to is the furthest token that was asked for. Binary operators, which have no error rules of their
//    own, are climbed by precedence instead.
// 3. A program that does not parse is parsed a second time with explaining_ set. Only then are the invalid_ rules
//    (syntax_error_*.cpp) tried, and they may ask for tokens further ahead.
// 4. The first error stands: after it nothing matches, so that every rule ends soon.
// 5. Recursion is counted; at kNestingMax the program is refused.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "python/arena.h"
#include "python/ast.h"
#include "python/diagnostic.h"
#include "python/lexer.h"
#include "python/parser.h"
#include "python/token.h"

namespace waiter::python {

/// The deepest nesting of expressions, operators, lambdas, `elif`s and blocks: what fits the C++ stack of a WebAssembly
/// page (5 MB) many times over. CPython gives up with a MemoryError near 6000; no program that people read comes near.
inline constexpr int kNestingMax = 1000;

class Parser {
 public:
  enum class Start { kFile, kFormatted };

  /// `source` must be normalised. `depth` is how deep the parser stands already, for an expression within an f-string.
  Parser(std::string_view source, Lexer::Origin origin, Start start, int depth, Arena& arena);

  /// The module, or null with an error.
  ast::Module* parse_file();
  /// `(expression)` as it stands between the braces of an f-string, or null with an error.
  ast::Expression* parse_formatted();

  const LexerError& error() const { return error_; }

 private:
  using Kind = TokenKind;
  using Statement = ast::Statement;
  using Expression = ast::Expression;
  using Expressions = ast::Expressions;
  using Pattern = ast::Pattern;
  using Mark = std::size_t;

  // --- tokens (parser.cpp) ---
  const Token& peek();
  bool at(Kind kind) { return peek().kind == kind; }
  bool at_any(std::initializer_list<Kind> kinds);
  const Token* accept(Kind kind);
  const Token* accept_any(std::initializer_list<Kind> kinds);
  const Token* accept_name() { return accept(Kind::kName); }
  const Token* accept_soft(std::string_view keyword);
  /// The token that must come here: an error at once if it does not, without a second pass.
  const Token* force(Kind kind);
  bool back_to(Mark mark) {
    mark_ = mark;
    return false;
  }
  std::nullptr_t back(Mark mark) {
    mark_ = mark;
    return nullptr;
  }
  Span span_from(Mark start) const;
  const Token& last_token() const { return *tokens_.back(); }
  const Token& token_before() const { return *tokens_[mark_ - 1]; }

  // --- nodes ---
  template <class T>
  T* make(Span span) {
    T node{};
    node.kind = T::kKind;
    node.span = span;
    return arena_.make(node);
  }
  template <class T>
  T* make_from(Mark start) {
    return make<T>(span_from(start));
  }
  static Span join(const Span& from, const Span& to) { return {from.line, from.column, to.end_line, to.end_column}; }
  std::string_view name_text(const Token* token) { return token->text; }
  ast::Name* name_node(const Token* token, ast::Context ctx = ast::Context::Load);
  Expression* constant(ast::ConstantKind kind, Span span);
  Expression* tuple_node(Mark start, const std::vector<Expression*>& elements, ast::Context ctx);
  Expression* with_context(Expression* node, ast::Context ctx);

  // --- remembering (what CPython's grammar marks as memo) ---
  enum class Rule : std::uint8_t {
    kSimpleStatement,
    kBlock,
    kExpression,
    kStarExpression,
    kDisjunction,
    kConjunction,
    kInversion,
    kBitwiseOr,
    kFactor,
    kAwaitPrimary,
    kPrimary,
    kTargetPrimary,
    kArguments,
    kStarTarget,
    kTargetWithStarAtom,
    kDeleteTarget,
    kStrings,
    kClosedPattern,
    kStarPattern,
    kGeneratorExpression,
    kInvalidNamedExpression,
  };
  struct Remembered {
    Rule rule;
    Mark end;
    void* result;
    int next;
  };
  bool recall(Rule rule, void** result);
  void remember(Rule rule, Mark start, void* result);
  /// A statement from `start` is whole: nobody comes back into it, and what was remembered since (all but the first `kept`) would
  /// only fill memory. Not while an error is looked for, where remembering shows.
  void forget(Mark start, std::size_t kept);
  template <class T, class F>
  T* memo(Rule rule, F parse) {
    void* known = nullptr;
    if (recall(rule, &known)) return static_cast<T*>(known);
    Mark start = mark_;
    T* result = parse();
    remember(rule, start, result);
    return result;
  }

  // --- errors (parser.cpp, syntax_error.cpp) ---
  bool failed() const { return failed_; }
  std::nullptr_t raise_place(DiagnosticType type, std::string message, ErrorPlace place);
  std::nullptr_t raise_lexer_error();
  std::nullptr_t raise(std::string message, DiagnosticType type = DiagnosticType::kSyntaxError);
  std::nullptr_t raise_indentation(std::string message) {
    return raise(std::move(message), DiagnosticType::kIndentationError);
  }
  std::nullptr_t raise_at(const Span& span, std::string message);
  std::nullptr_t raise_range(const Span& from, const Span& to, std::string message) {
    return raise_at(join(from, to), std::move(message));
  }
  std::nullptr_t raise_starting_from(const Span& span, std::string message);
  enum class Targets { kStar, kDelete, kFor };
  void raise_invalid_target(Targets targets, Expression* expression);
  static Expression* invalid_target(Targets targets, Expression* expression);
  static const char* describe(const Expression* expression);
  static std::string after_line(const char* what, const Token* token);
  void check_remaining_tokens();
  void explain(const Token* furthest);
  template <class F>
  auto run(F start_rule) -> decltype(start_rule());

  class Deeper;  // counts one level of recursion for as long as it lives

  // --- statements (parser_statements.cpp, parser_compound.cpp) ---
  ast::Module* file();
  using StatementList = std::vector<Statement*>;
  bool statements(StatementList* out);
  bool statement(StatementList* out);
  bool simple_statements(StatementList* out);
  Statement* simple_statement();
  Statement* simple_statement_body();
  Statement* assignment();
  Statement* annotated_assignment(Mark start, Expression* target, bool is_simple);
  Expression* annotated_value();
  bool augmented_operator(ast::Operator* op);
  Statement* return_statement();
  Statement* raise_statement();
  Statement* delete_statement();
  Statement* assert_statement();
  Statement* scope_statement();
  Statement* import_name();
  Statement* import_from();
  bool import_targets(std::vector<ast::alias*>* out);
  bool import_as_names(std::vector<ast::alias*>* out);
  ast::alias* import_as_name();
  ast::alias* dotted_as_name();
  bool dotted_name(std::string_view* out);

  Statement* compound_statement();
  using Block = ast::Statements;
  Block* block();
  Block* block_body();
  bool decorators(std::vector<Expression*>* out);
  Statement* decorated();
  Statement* function_definition(const std::vector<Expression*>& decorators);
  Statement* class_definition(const std::vector<Expression*>& decorators);
  Statement* if_statement(Kind keyword);
  Block* else_block();
  Statement* while_statement();
  Statement* for_statement();
  Statement* with_statement();
  Statement* finish_with(Mark start, bool is_async, const std::vector<ast::withitem*>& items);
  bool with_items(std::vector<ast::withitem*>* out);
  ast::withitem* with_item();
  Statement* try_statement();
  ast::ExceptHandler* except_block(bool is_star);
  Block* finally_block();
  static Block contents(const Block* block) { return block != nullptr ? *block : Block(); }

  // --- parameters (parser_parameters.cpp) ---
  // Parameters of `def` and of `lambda` differ in what ends them and in annotations.
  enum class Style { kDef, kLambda };
  struct Parameter {
    ast::arg* name = nullptr;
    Expression* default_value = nullptr;
  };
  struct StarParameters {
    ast::arg* vararg = nullptr;
    std::vector<Parameter> keyword_only;
    ast::arg* kwarg = nullptr;
  };
  static Kind closing(Style style) { return style == Style::kDef ? Kind::kRightParen : Kind::kColon; }
  ast::arguments* parameters(Style style);
  ast::arguments* parameters_body(Style style);
  ast::arguments* make_arguments(const std::vector<Parameter>& positional_only, const std::vector<Parameter>& plain,
                                 const StarParameters& star);
  bool star_etc(Style style, StarParameters* out);
  ast::arg* keywords_parameter(Style style);
  ast::arg* parameter(Style style, bool star_annotation = false);
  bool default_value(Expression** out);
  bool parameter_end(Style style);
  enum class Default { kNone, kRequired, kMaybe };
  bool one_parameter(Style style, Default has_default, Parameter* out, bool star_annotation = false);
  bool parameter_run(Style style, Default has_default, std::vector<Parameter>* out);
  bool slash_end(Style style);
  bool slash_no_default(Style style, std::vector<Parameter>* out);
  bool slash_with_default(Style style, std::vector<Parameter>* out);

  // --- expressions (parser_expressions.cpp, parser_atoms.cpp, parser_arguments.cpp) ---
  Expression* expression();
  Expression* expression_body();
  Expression* conditional();
  Expression* expression_without_invalid();
  Expression* comma_separated(Expression* (Parser::*element)());
  Expression* expressions() { return comma_separated(&Parser::expression); }
  Expression* star_expressions() { return comma_separated(&Parser::star_expression); }
  Expression* star_expression();
  bool star_named_expressions(std::vector<Expression*>* out);
  Expression* star_named_expression();
  Expression* starred_bitwise_or();
  Expression* assignment_expression();
  Expression* named_expression();
  Expression* yield_expression();
  Expression* lambda();
  Expression* disjunction();
  Expression* conjunction();
  Expression* inversion();
  Expression* comparison();
  bool compare_operator(ast::CompareOperator* op);
  Expression* bitwise_or();
  Expression* binary(int lowest);
  Expression* factor();
  Expression* factor_body();
  Expression* power();
  Expression* await_primary();
  Expression* primary();
  Expression* primary_body();
  Expression* attribute_of(Mark start, Expression* value, const Token* name);
  Expression* slices();
  Expression* slice();
  Expression* atom();
  Expression* parenthesised();
  Expression* group();
  Expression* tuple();
  Expression* generator_expression();
  Expression* generator_expression_body();
  Expression* generator_element();
  Expression* list();
  Expression* list_comprehension();
  Expression* dict();
  Expression* set();
  Expression* dict_comprehension();
  Expression* set_comprehension();
  bool double_starred_pair(Expression** key, Expression** value);
  bool pair(Expression** key, Expression** value);
  using Clauses = std::vector<ast::comprehension*>;
  bool for_if_clauses(Clauses* out);
  ast::comprehension* for_if_clause();
  Expression* number();
  Expression* strings();
  Expression* strings_body();

  ast::Call* arguments();
  ast::Call* arguments_body();
  ast::Call* args();
  bool keyword_arguments(std::vector<Expression*>* starred, std::vector<ast::keyword*>* keywords);
  enum class Star { kSingle, kDouble };
  bool keyword_or_starred(Star star, std::vector<Expression*>* starred, std::vector<ast::keyword*>* keywords);
  Expression* starred_expression();
  Expression* call(Mark start, Expression* function, ast::Call* arguments);

  // --- targets (parser_targets.cpp) ---
  Expression* star_targets();
  Expression* star_target();
  Expression* target_with_star_atom();
  Expression* star_atom();
  Expression* single_target();
  Expression* single_subscript_attribute_target();
  Expression* subscript_or_attribute_target(ast::Context ctx);
  Expression* target_primary();
  bool at_target_lookahead();
  bool delete_targets(std::vector<Expression*>* out);
  Expression* delete_target();
  Expression* delete_atom();

  // --- patterns (parser_patterns.cpp) ---
  Statement* match_statement();
  Expression* subject();
  ast::match_case* case_block();
  bool guard(Expression** out);
  Pattern* patterns();
  Pattern* pattern();
  Pattern* as_pattern();
  Pattern* or_pattern();
  Pattern* closed_pattern();
  Pattern* literal_pattern();
  Expression* literal_expression();
  Expression* signed_number();
  Expression* complex_number();
  const Token* capture_target();
  Expression* value_attribute();
  Expression* name_or_attribute();
  Pattern* value_pattern();
  Pattern* group_pattern();
  Pattern* sequence_pattern();
  bool open_sequence(std::vector<Pattern*>* out);
  bool maybe_sequence(std::vector<Pattern*>* out);
  Pattern* maybe_star_pattern();
  Pattern* star_pattern();
  Pattern* mapping_pattern();
  bool mapping_item(Expression** key, Pattern** value);
  Pattern* class_pattern();
  bool positional_patterns(std::vector<Pattern*>* out);
  bool keyword_patterns(std::vector<std::string_view>* names, std::vector<Pattern*>* values);

  // --- what is wrong (syntax_error_*.cpp), tried only when explaining_ ---
  void invalid_arguments();
  void invalid_keyword_argument();
  void invalid_legacy_expression();
  void invalid_expression();
  void invalid_named_expression();
  void invalid_assignment();
  Expression* invalid_annotation_target();
  void invalid_delete();
  void invalid_comprehension();
  void explain_argument_brackets();
  void invalid_dict_comprehension();
  void invalid_parameters(Style style);
  bool invalid_parameters_start(Style style);
  void invalid_default();
  void invalid_star_etc(Style style);
  void invalid_keywords_parameter(Style style);
  void invalid_with_item();
  void invalid_for_target();
  void invalid_group();
  void invalid_import_targets();
  void invalid_with();
  void invalid_with_indent();
  bool invalid_with_header(bool parenthesised);
  void invalid_try();
  void invalid_except();
  void invalid_except_indent(bool is_star);
  void invalid_finally();
  void invalid_match();
  void invalid_case();
  void invalid_as_pattern();
  void invalid_class_pattern();
  void invalid_test_statement(Kind keyword, const char* name);
  void invalid_else();
  void invalid_for();
  void invalid_def();
  void invalid_class();
  void invalid_double_starred_pairs();
  void invalid_pair();
  void block_expected(const char* what, const Token* keyword);
  bool optional_as_name();
  static bool is_legacy_statement(const Expression* expression);
  /// Tries one invalid_ rule and goes back to where it began.
  template <class F>
  void explain_with(F rule) {
    if (!explaining_ || failed_) return;
    Mark start = mark_;
    rule();
    mark_ = start;
  }

  // --- string literals (parser_strings.cpp, fstring.cpp) ---
  friend class FStringReader;
  void flush_text(std::string* text, Span span, bool is_u, std::vector<Expression*>* values);
  void adopt_error(const Parser& inner, int excerpt_column);
  bool decode(std::string_view body, bool is_bytes, std::string* out);
  bool decode_unicode(std::string_view body, std::string* out);
  bool decode_bytes(std::string_view body, std::string* out);

  Arena& arena_;
  std::string_view source_;
  Lexer lexer_;
  Lexer::Origin origin_;
  Start start_;
  std::vector<const Token*> tokens_;
  std::vector<int> memo_heads_;
  std::vector<Remembered> memo_;
  Mark mark_ = 0;
  int depth_ = 0;
  bool explaining_ = false;
  bool is_second_pass_ = false;
  bool failed_ = false;
  bool error_from_lexer_ = false;
  LexerError error_;
};

class Parser::Deeper {
 public:
  explicit Deeper(Parser& parser) : parser_(parser) { ++parser_.depth_; }
  ~Deeper() { --parser_.depth_; }
  Deeper(const Deeper&) = delete;
  Deeper& operator=(const Deeper&) = delete;
  bool is_too_deep();

 private:
  Parser& parser_;
};

}  // namespace waiter::python
