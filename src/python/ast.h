#pragma once
// The syntax tree: the nodes of Python 3.11's own abstract grammar, with its names and its fields.
//
// 1. Every node lives in an Arena and is trivially destructible; text is a view into the same arena (or into a
// literal).
// 2. A node's kind says its type. `as<T>(node)` is the checked cast, `try_as<T>(node)` gives null instead.
// 3. Spans are CPython's, except that columns count code points. `arguments`, `comprehension`, `withitem` and
//    `match_case` have no span in CPython; here theirs is empty.
// 4. `ctx` is kept (Load, Store, Del), as CPython has it.
// 5. Strings are unescaped UTF-8. A lone surrogate ('\ud800') is kept in the three bytes that UTF-8 would give it.
//    Names are as written: they are not brought into normal form NFKC.
// 6. A null pointer is CPython's None in an optional field; an empty view is None for an optional name.
// The tree knows nothing of scopes, bytecode or errors.

#include <cstdint>
#include <string_view>
#include <type_traits>

#include "python/arena.h"
#include "python/source.h"
#include "trace/assert.h"

namespace waiter::python::ast {

// Statements, expressions, patterns and the rest, in the order of the abstract grammar.
// clang-format off
#define WAITER_AST_STATEMENTS(X)                                                                               \
  X(FunctionDef) X(AsyncFunctionDef) X(ClassDef) X(Return) X(Delete) X(Assign) X(AugAssign) X(AnnAssign)        \
  X(For) X(AsyncFor) X(While) X(If) X(With) X(AsyncWith) X(Match) X(Raise) X(Try) X(TryStar) X(Assert)          \
  X(Import) X(ImportFrom) X(Global) X(Nonlocal) X(Expr) X(Pass) X(Break) X(Continue)
#define WAITER_AST_EXPRESSIONS(X)                                                                              \
  X(BoolOp) X(NamedExpr) X(BinOp) X(UnaryOp) X(Lambda) X(IfExp) X(Dict) X(Set) X(ListComp) X(SetComp)           \
  X(DictComp) X(GeneratorExp) X(Await) X(Yield) X(YieldFrom) X(Compare) X(Call) X(FormattedValue)               \
  X(JoinedStr) X(Constant) X(Attribute) X(Subscript) X(Starred) X(Name) X(List) X(Tuple) X(Slice)
#define WAITER_AST_PATTERNS(X)                                                                                 \
  X(MatchValue) X(MatchSingleton) X(MatchSequence) X(MatchMapping) X(MatchClass) X(MatchStar) X(MatchAs) X(MatchOr)
#define WAITER_AST_PARTS(X)                                                                                    \
  X(Module) X(comprehension) X(ExceptHandler) X(arguments) X(arg) X(keyword) X(alias) X(withitem) X(match_case)
// clang-format on

enum class NodeKind : std::uint8_t {
#define WAITER_AST_KIND(name) name,
  WAITER_AST_STATEMENTS(WAITER_AST_KIND) WAITER_AST_EXPRESSIONS(WAITER_AST_KIND) WAITER_AST_PATTERNS(WAITER_AST_KIND)
      WAITER_AST_PARTS(WAITER_AST_KIND)
#undef WAITER_AST_KIND
};

/// "FunctionDef", "Name", ...
const char* name_of(NodeKind kind);

enum class Context : std::uint8_t { Load, Store, Del };
enum class BoolOperator : std::uint8_t { And, Or };
enum class Operator : std::uint8_t {
  Add,
  Sub,
  Mult,
  MatMult,
  Div,
  Mod,
  Pow,
  LShift,
  RShift,
  BitOr,
  BitXor,
  BitAnd,
  FloorDiv,
};
enum class UnaryOperator : std::uint8_t { Invert, Not, UAdd, USub };
enum class CompareOperator : std::uint8_t { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };
enum class ConstantKind : std::uint8_t { None, True, False, Ellipsis, Int, Float, Imaginary, Str, Bytes };

struct Node {
  NodeKind kind;
  Span span;
};

struct Statement : Node {};
struct Expression : Node {};
struct Pattern : Node {};

using Statements = Seq<Statement*>;
using Expressions = Seq<Expression*>;
using Patterns = Seq<Pattern*>;
using Names = Seq<std::string_view>;

template <class T, class N>
auto as(N* node) {
  using Result = std::conditional_t<std::is_const_v<N>, const T*, T*>;
  WAITER_ASSERT(node != nullptr && node->kind == T::kKind, "a node is cast to the type that its kind names");
  return static_cast<Result>(node);
}

template <class T, class N>
auto try_as(N* node) {
  using Result = std::conditional_t<std::is_const_v<N>, const T*, T*>;
  return node != nullptr && node->kind == T::kKind ? static_cast<Result>(node) : nullptr;
}

#define WAITER_AST_IS(name) static constexpr NodeKind kKind = NodeKind::name

struct Module : Node {
  WAITER_AST_IS(Module);
  Statements body;
};

// --- the parts of statements and expressions ---

struct arg : Node {
  WAITER_AST_IS(arg);
  std::string_view name;
  Expression* annotation;
};

struct arguments : Node {
  WAITER_AST_IS(arguments);
  Seq<arg*> posonlyargs;
  Seq<arg*> args;
  arg* vararg;
  Seq<arg*> kwonlyargs;
  Expressions kw_defaults;  ///< one for each of kwonlyargs; null where there is none
  arg* kwarg;
  Expressions defaults;  ///< for the last of posonlyargs + args
};

struct keyword : Node {
  WAITER_AST_IS(keyword);
  std::string_view arg;  ///< empty for **value
  Expression* value;
};

struct alias : Node {
  WAITER_AST_IS(alias);
  std::string_view name;    ///< dotted, or "*"
  std::string_view asname;  ///< empty if none
};

struct withitem : Node {
  WAITER_AST_IS(withitem);
  Expression* context_expr;
  Expression* optional_vars;
};

struct comprehension : Node {
  WAITER_AST_IS(comprehension);
  Expression* target;
  Expression* iter;
  Expressions ifs;
  bool is_async;
};

struct ExceptHandler : Node {
  WAITER_AST_IS(ExceptHandler);
  Expression* type;
  std::string_view name;  ///< empty if none
  Statements body;
};

struct match_case : Node {
  WAITER_AST_IS(match_case);
  Pattern* pattern;
  Expression* guard;
  Statements body;
};

// --- statements ---

/// FunctionDef and AsyncFunctionDef have the same fields.
struct FunctionBase : Statement {
  std::string_view name;
  arguments* args;
  Statements body;
  Expressions decorator_list;
  Expression* returns;
};
struct FunctionDef : FunctionBase {
  WAITER_AST_IS(FunctionDef);
};
struct AsyncFunctionDef : FunctionBase {
  WAITER_AST_IS(AsyncFunctionDef);
};

struct ClassDef : Statement {
  WAITER_AST_IS(ClassDef);
  std::string_view name;
  Expressions bases;
  Seq<keyword*> keywords;
  Statements body;
  Expressions decorator_list;
};

struct Return : Statement {
  WAITER_AST_IS(Return);
  Expression* value;
};

struct Delete : Statement {
  WAITER_AST_IS(Delete);
  Expressions targets;
};

struct Assign : Statement {
  WAITER_AST_IS(Assign);
  Expressions targets;
  Expression* value;
};

struct AugAssign : Statement {
  WAITER_AST_IS(AugAssign);
  Expression* target;
  Operator op;
  Expression* value;
};

struct AnnAssign : Statement {
  WAITER_AST_IS(AnnAssign);
  Expression* target;
  Expression* annotation;
  Expression* value;
  bool simple;  ///< a plain name without parentheses
};

struct ForBase : Statement {
  Expression* target;
  Expression* iter;
  Statements body;
  Statements orelse;
};
struct For : ForBase {
  WAITER_AST_IS(For);
};
struct AsyncFor : ForBase {
  WAITER_AST_IS(AsyncFor);
};

struct While : Statement {
  WAITER_AST_IS(While);
  Expression* test;
  Statements body;
  Statements orelse;
};

/// `elif` is an If that is the only statement of orelse, so a chain of them is as deep as it is long.
struct If : Statement {
  WAITER_AST_IS(If);
  Expression* test;
  Statements body;
  Statements orelse;
};

struct WithBase : Statement {
  Seq<withitem*> items;
  Statements body;
};
struct With : WithBase {
  WAITER_AST_IS(With);
};
struct AsyncWith : WithBase {
  WAITER_AST_IS(AsyncWith);
};

struct Match : Statement {
  WAITER_AST_IS(Match);
  Expression* subject;
  Seq<match_case*> cases;
};

struct Raise : Statement {
  WAITER_AST_IS(Raise);
  Expression* exc;
  Expression* cause;
};

struct TryBase : Statement {
  Statements body;
  Seq<ExceptHandler*> handlers;
  Statements orelse;
  Statements finalbody;
};
struct Try : TryBase {
  WAITER_AST_IS(Try);
};
struct TryStar : TryBase {
  WAITER_AST_IS(TryStar);
};

struct Assert : Statement {
  WAITER_AST_IS(Assert);
  Expression* test;
  Expression* msg;
};

struct Import : Statement {
  WAITER_AST_IS(Import);
  Seq<alias*> names;
};

struct ImportFrom : Statement {
  WAITER_AST_IS(ImportFrom);
  std::string_view module;  ///< empty for `from . import x`
  Seq<alias*> names;
  int level;  ///< the number of leading dots
};

struct Global : Statement {
  WAITER_AST_IS(Global);
  Names names;
};

struct Nonlocal : Statement {
  WAITER_AST_IS(Nonlocal);
  Names names;
};

struct Expr : Statement {
  WAITER_AST_IS(Expr);
  Expression* value;
};

struct Pass : Statement {
  WAITER_AST_IS(Pass);
};
struct Break : Statement {
  WAITER_AST_IS(Break);
};
struct Continue : Statement {
  WAITER_AST_IS(Continue);
};

// --- expressions ---

struct BoolOp : Expression {
  WAITER_AST_IS(BoolOp);
  BoolOperator op;
  Expressions values;
};

struct NamedExpr : Expression {
  WAITER_AST_IS(NamedExpr);
  Expression* target;
  Expression* value;
};

struct BinOp : Expression {
  WAITER_AST_IS(BinOp);
  Expression* left;
  Operator op;
  Expression* right;
};

struct UnaryOp : Expression {
  WAITER_AST_IS(UnaryOp);
  UnaryOperator op;
  Expression* operand;
};

struct Lambda : Expression {
  WAITER_AST_IS(Lambda);
  arguments* args;
  Expression* body;
};

struct IfExp : Expression {
  WAITER_AST_IS(IfExp);
  Expression* test;
  Expression* body;
  Expression* orelse;
};

struct Dict : Expression {
  WAITER_AST_IS(Dict);
  Expressions keys;  ///< null for **value
  Expressions values;
};

struct Set : Expression {
  WAITER_AST_IS(Set);
  Expressions elts;
};

struct ComprehensionBase : Expression {
  Expression* elt;  ///< the key, for DictComp
  Seq<comprehension*> generators;
};
struct ListComp : ComprehensionBase {
  WAITER_AST_IS(ListComp);
};
struct SetComp : ComprehensionBase {
  WAITER_AST_IS(SetComp);
};
struct GeneratorExp : ComprehensionBase {
  WAITER_AST_IS(GeneratorExp);
};
struct DictComp : ComprehensionBase {
  WAITER_AST_IS(DictComp);
  Expression* value;
};

struct Await : Expression {
  WAITER_AST_IS(Await);
  Expression* value;
};

struct Yield : Expression {
  WAITER_AST_IS(Yield);
  Expression* value;
};

struct YieldFrom : Expression {
  WAITER_AST_IS(YieldFrom);
  Expression* value;
};

struct Compare : Expression {
  WAITER_AST_IS(Compare);
  Expression* left;
  Seq<CompareOperator> ops;
  Expressions comparators;
};

struct Call : Expression {
  WAITER_AST_IS(Call);
  Expression* func;
  Expressions args;
  Seq<keyword*> keywords;
};

struct FormattedValue : Expression {
  WAITER_AST_IS(FormattedValue);
  Expression* value;
  int conversion;           ///< -1, 's', 'r' or 'a'
  Expression* format_spec;  ///< a JoinedStr, or null
};

struct JoinedStr : Expression {
  WAITER_AST_IS(JoinedStr);
  Expressions values;  ///< Constant (Str) and FormattedValue
};

struct Constant : Expression {
  WAITER_AST_IS(Constant);
  ConstantKind type;
  bool u_prefix = false;     ///< Str: written u'...' (CPython's kind='u')
  bool fits_int64 = false;   ///< Int: `integer` holds the value
  std::uint8_t base = 10;    ///< Int: the base of `text`: 2, 8, 10 or 16
  std::int64_t integer = 0;  ///< Int
  double number = 0;         ///< Float, Imaginary
  std::string_view text;     ///< Str, Bytes: the value. Int: its digits, without prefix and underscores
};

struct Attribute : Expression {
  WAITER_AST_IS(Attribute);
  Expression* value;
  std::string_view attr;
  Context ctx;
};

struct Subscript : Expression {
  WAITER_AST_IS(Subscript);
  Expression* value;
  Expression* slice;
  Context ctx;
};

struct Starred : Expression {
  WAITER_AST_IS(Starred);
  Expression* value;
  Context ctx;
};

struct Name : Expression {
  WAITER_AST_IS(Name);
  std::string_view id;
  Context ctx;
};

struct List : Expression {
  WAITER_AST_IS(List);
  Expressions elts;
  Context ctx;
};

struct Tuple : Expression {
  WAITER_AST_IS(Tuple);
  Expressions elts;
  Context ctx;
};

struct Slice : Expression {
  WAITER_AST_IS(Slice);
  Expression* lower;
  Expression* upper;
  Expression* step;
};

// --- patterns ---

struct MatchValue : Pattern {
  WAITER_AST_IS(MatchValue);
  Expression* value;
};

struct MatchSingleton : Pattern {
  WAITER_AST_IS(MatchSingleton);
  ConstantKind value;  ///< None, True or False
};

struct MatchSequence : Pattern {
  WAITER_AST_IS(MatchSequence);
  Patterns patterns;
};

struct MatchMapping : Pattern {
  WAITER_AST_IS(MatchMapping);
  Expressions keys;
  Patterns patterns;
  std::string_view rest;  ///< empty if none
};

struct MatchClass : Pattern {
  WAITER_AST_IS(MatchClass);
  Expression* cls;
  Patterns patterns;
  Names kwd_attrs;
  Patterns kwd_patterns;
};

struct MatchStar : Pattern {
  WAITER_AST_IS(MatchStar);
  std::string_view name;  ///< empty for *_
};

struct MatchAs : Pattern {
  WAITER_AST_IS(MatchAs);
  Pattern* pattern;       ///< null for a bare name or _
  std::string_view name;  ///< empty for _
};

struct MatchOr : Pattern {
  WAITER_AST_IS(MatchOr);
  Patterns patterns;
};

#undef WAITER_AST_IS

}  // namespace waiter::python::ast
