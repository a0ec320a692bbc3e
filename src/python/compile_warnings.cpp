// What CPython's compiler warns of and compiles all the same (SyntaxWarning): `x is 5`, an assertion that cannot fail, and what a
// comma that was left out makes of two neighbours in a list. Said on stderr before the program's first line runs.

#include "python/compiler_unit.h"
#include "python/vm.h"

namespace waiter::python {

using ast::try_as;

namespace {

const ast::Constant* literal(const ast::Expression* node) {
  // The optimiser has folded -1 by the time CPython looks.
  if (const auto* unary = try_as<ast::UnaryOp>(node); unary != nullptr && unary->op == ast::UnaryOperator::USub) node = unary->operand;
  return try_as<ast::Constant>(node);
}

bool is_singleton(const ast::Constant* constant) {
  using enum ast::ConstantKind;
  return constant->type == None || constant->type == True || constant->type == False || constant->type == Ellipsis;
}

bool is_constant_tuple(const ast::Expression* node) {
  const auto* tuple = try_as<ast::Tuple>(node);
  if (tuple == nullptr) return false;
  for (const ast::Expression* item : tuple->elts)
    if (literal(item) == nullptr && !is_constant_tuple(item)) return false;
  return true;
}

/// compile.c, check_is_arg: whether asking for identity with it makes sense.
bool has_identity(const ast::Expression* node) {
  const ast::Constant* constant = literal(node);
  return constant == nullptr ? !is_constant_tuple(node) : is_singleton(constant);
}

/// compile.c, infer_type: the type's name; empty if the text does not tell.
std::string_view type_in_text(const ast::Expression* node) {
  if (try_as<ast::Tuple>(node) != nullptr) return "tuple";
  if (try_as<ast::List>(node) != nullptr || try_as<ast::ListComp>(node) != nullptr) return "list";
  if (try_as<ast::Dict>(node) != nullptr || try_as<ast::DictComp>(node) != nullptr) return "dict";
  if (try_as<ast::Set>(node) != nullptr || try_as<ast::SetComp>(node) != nullptr) return "set";
  if (try_as<ast::GeneratorExp>(node) != nullptr) return "generator";
  if (try_as<ast::Lambda>(node) != nullptr) return "function";
  if (try_as<ast::JoinedStr>(node) != nullptr || try_as<ast::FormattedValue>(node) != nullptr) return "str";
  const ast::Constant* constant = literal(node);
  if (constant == nullptr) return {};
  switch (constant->type) {
    case ast::ConstantKind::None: return "NoneType";
    case ast::ConstantKind::True:
    case ast::ConstantKind::False: return "bool";
    case ast::ConstantKind::Ellipsis: return "ellipsis";
    case ast::ConstantKind::Int: return "int";
    case ast::ConstantKind::Float: return "float";
    case ast::ConstantKind::Imaginary: return "complex";
    case ast::ConstantKind::Str: return "str";
    case ast::ConstantKind::Bytes: return "bytes";
  }
  return {};
}

}  // namespace

void Compiler::warn(const Span& span, std::string_view message) {
  const SourceText& source = vm_.sources[file_];
  if (source.is_prelude) return;
  std::string_view line = span.line >= 1 && span.line <= source.lines.size() ? std::string_view(source.lines[span.line - 1]) : std::string_view();
  const std::size_t first = line.find_first_not_of(" \t\f");
  line = first == std::string_view::npos ? std::string_view() : line.substr(first);
  vm_.write_error(fmt::format("{}:{}: SyntaxWarning: {}\n{}{}{}", source.name, span.line, message, line.empty() ? "" : "  ", line, line.empty() ? "" : "\n"));
}

/// check_compare.
void Compiler::warn_of_identity(const ast::Compare* node) {
  bool left = has_identity(node->left);
  for (std::size_t i = 0; i < node->ops.size(); ++i) {
    const bool right = has_identity(node->comparators[i]);
    const bool asks = node->ops[i] == ast::CompareOperator::Is || node->ops[i] == ast::CompareOperator::IsNot;
    if (asks && (!left || !right)) {
      warn(node->span, node->ops[i] == ast::CompareOperator::Is ? "\"is\" with a literal. Did you mean \"==\"?"
                                                                : "\"is not\" with a literal. Did you mean \"!=\"?");
      return;
    }
    left = right;
  }
}

void Compiler::warn_of_assertion(const ast::Assert* node) {
  const auto* tuple = try_as<ast::Tuple>(node->test);
  if (tuple != nullptr && tuple->elts.size() > 0) warn(node->span, "assertion is always true, perhaps remove parentheses?");
}

/// check_caller.
void Compiler::warn_of_call(const ast::Call* node) {
  if (try_as<ast::Lambda>(node->func) != nullptr) return;
  const std::string_view type = type_in_text(node->func);
  if (!type.empty()) warn(node->span, fmt::format("'{}' object is not callable; perhaps you missed a comma?", type));
}

/// check_subscripter and check_index.
void Compiler::warn_of_subscript(const ast::Subscript* node) {
  const std::string_view type = type_in_text(node->value);
  const bool takes_no_index = type == "NoneType" || type == "ellipsis" || type == "int" || type == "bool" || type == "float" || type == "complex" ||
                              type == "set" || type == "generator" || type == "function";
  if (takes_no_index) {
    warn(node->span, fmt::format("'{}' object is not subscriptable; perhaps you missed a comma?", type));
    return;
  }
  const std::string_view index = type_in_text(node->slice);
  const bool is_sequence = type == "str" || type == "bytes" || type == "tuple" || type == "list";
  if (is_sequence && !index.empty() && index != "int" && index != "bool")
    warn(node->span, fmt::format("{} indices must be integers or slices, not {}; perhaps you missed a comma?", type, index));
}

}  // namespace waiter::python
