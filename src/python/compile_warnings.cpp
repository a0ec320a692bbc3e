// SyntaxWarnings: what compiles, but hardly means what its author wrote (Python/compile.c: check_caller, check_subscripter,
// check_index, check_compare, compiler_assert). They are said when the compiler meets them, before the program's first line runs.

#include "python/compiler_unit.h"
#include "python/vm.h"

namespace waiter::python {

using ast::as;
using ast::NodeKind;
using ast::try_as;

namespace {

std::string_view type_of_constant(ast::ConstantKind kind) {
  using enum ast::ConstantKind;
  switch (kind) {
    case None: return "NoneType";
    case True:
    case False: return "bool";
    case Ellipsis: return "ellipsis";
    case Int: return "int";
    case Float: return "float";
    case Imaginary: return "complex";
    case Str: return "str";
    case Bytes: return "bytes";
  }
  return {};
}

/// The type that the text alone tells (compile.c, infer_type). Empty if it does not.
std::string_view told_type(const ast::Expression* node) {
  switch (node->kind) {
    case NodeKind::Tuple: return "tuple";
    case NodeKind::List:
    case NodeKind::ListComp: return "list";
    case NodeKind::Dict:
    case NodeKind::DictComp: return "dict";
    case NodeKind::Set:
    case NodeKind::SetComp: return "set";
    case NodeKind::GeneratorExp: return "generator";
    case NodeKind::Lambda: return "function";
    case NodeKind::JoinedStr:
    case NodeKind::FormattedValue: return "str";
    case NodeKind::Constant: return type_of_constant(as<ast::Constant>(node)->type);
    default: return {};
  }
}

/// Numbers with a sign and tuples of constants are constants, too: CPython's compiler sees them folded (ast_opt.c).
bool is_folded_constant(const ast::Expression* node) {
  if (node->kind == NodeKind::Constant) return true;
  if (const auto* unary = try_as<ast::UnaryOp>(node)) return unary->op != ast::UnaryOperator::Not && is_folded_constant(unary->operand);
  const auto* tuple = try_as<ast::Tuple>(node);
  if (tuple == nullptr) return false;
  for (const ast::Expression* element : tuple->elts)
    if (!is_folded_constant(element)) return false;
  return true;
}

/// None, True, False and ... are each one object: `is` is the way to ask for them.
bool is_literal(const ast::Expression* node) {
  const auto* constant = try_as<ast::Constant>(node);
  if (constant == nullptr) return is_folded_constant(node);
  using enum ast::ConstantKind;
  return constant->type != None && constant->type != True && constant->type != False && constant->type != Ellipsis;
}

bool is_text_constant(const ast::Expression* node) {
  const auto* constant = try_as<ast::Constant>(node);
  return constant != nullptr && (constant->type == ast::ConstantKind::Str || constant->type == ast::ConstantKind::Bytes);
}

}  // namespace

void Compiler::warn(const Span& span, std::string_view message) {
  if (vm_.sources[file_].is_prelude) return;
  vm_.warn_at(vm_.types.SyntaxWarning, message, {file_, static_cast<std::uint16_t>(span.column), span.line});
}

void Compiler::warn_of_assert(const ast::Assert* node) {
  const auto* tuple = try_as<ast::Tuple>(node->test);
  if (tuple != nullptr && tuple->elts.size() > 0) warn(node->span, "assertion is always true, perhaps remove parentheses?");
}

void Compiler::warn_of_identity(const ast::Compare* node) {
  const ast::Expression* left = node->left;
  for (std::size_t i = 0; i < node->ops.size(); ++i) {
    const ast::Expression* right = node->comparators[i];
    const bool is = node->ops[i] == ast::CompareOperator::Is;
    if ((is || node->ops[i] == ast::CompareOperator::IsNot) && (is_literal(left) || is_literal(right)))
      return warn(node->span, is ? "\"is\" with a literal. Did you mean \"==\"?" : "\"is not\" with a literal. Did you mean \"!=\"?");
    left = right;
  }
}

void Compiler::warn_of_call(const ast::Call* node) {
  const std::string_view type = told_type(node->func);
  if (type.empty() || node->func->kind == NodeKind::Lambda) return;
  warn(node->span, fmt::format("'{}' object is not callable; perhaps you missed a comma?", type));
}

void Compiler::warn_of_subscript(const ast::Subscript* node) {
  const std::string_view type = told_type(node->value);
  if (type.empty()) return;
  switch (node->value->kind) {
    case NodeKind::Constant:
      if (is_text_constant(node->value)) break;
      [[fallthrough]];
    case NodeKind::Set:
    case NodeKind::SetComp:
    case NodeKind::GeneratorExp:
    case NodeKind::Lambda: return warn(node->span, fmt::format("'{}' object is not subscriptable; perhaps you missed a comma?", type));
    case NodeKind::Dict:
    case NodeKind::DictComp: return;
    default: break;
  }
  const std::string_view index = told_type(node->slice);
  if (index.empty() || index == "int" || index == "bool") return;
  warn(node->span, fmt::format("{} indices must be integers or slices, not {}; perhaps you missed a comma?", type, index));
}

}  // namespace waiter::python
