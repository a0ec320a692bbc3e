#include "python/annotation_text.h"

#include "python/text/float_repr.h"
#include "python/text/string_repr.h"

namespace waiter::python {
namespace {

std::string list_text(const ast::Expressions& elements) {
  std::string result;
  for (const ast::Expression* element : elements) {
    if (!result.empty()) result += ", ";
    result += annotation_text(element);
  }
  return result;
}

std::string constant_text(const ast::Constant* node) {
  switch (node->type) {
    case ast::ConstantKind::None: return "None";
    case ast::ConstantKind::True: return "True";
    case ast::ConstantKind::False: return "False";
    case ast::ConstantKind::Int: return std::string(node->text);
    case ast::ConstantKind::Float: return text::float_repr(node->number);
    case ast::ConstantKind::Str: return text::string_repr(node->text);
    case ast::ConstantKind::Bytes: return text::bytes_repr(node->text);
    default: return "...";
  }
}

}  // namespace

std::string annotation_text(const ast::Expression* node) {
  using ast::as;
  using ast::NodeKind;
  switch (node->kind) {
    case NodeKind::Name: return std::string(as<ast::Name>(node)->id);
    case NodeKind::Attribute:
      return annotation_text(as<ast::Attribute>(node)->value) + "." + std::string(as<ast::Attribute>(node)->attr);
    case NodeKind::Constant: return constant_text(as<ast::Constant>(node));
    case NodeKind::List: return "[" + list_text(as<ast::List>(node)->elts) + "]";
    case NodeKind::Tuple: {
      const auto* tuple = as<ast::Tuple>(node);
      return "(" + list_text(tuple->elts) + (tuple->elts.size() == 1 ? ",)" : ")");
    }
    case NodeKind::Subscript: {
      const auto* item = as<ast::Subscript>(node);
      const auto* tuple = ast::try_as<ast::Tuple>(item->slice);
      const std::string inner = tuple != nullptr && tuple->elts.size() > 1 ? list_text(tuple->elts) : annotation_text(item->slice);
      return annotation_text(item->value) + "[" + inner + "]";
    }
    case NodeKind::BinOp: {
      const auto* binary = as<ast::BinOp>(node);
      if (binary->op != ast::Operator::BitOr) return "...";
      return annotation_text(binary->left) + " | " + annotation_text(binary->right);
    }
    case NodeKind::Call: {
      const auto* call = as<ast::Call>(node);
      std::string arguments = list_text(call->args);
      for (const ast::keyword* keyword : call->keywords) {
        if (!arguments.empty()) arguments += ", ";
        arguments += keyword->arg.empty() ? "**" : std::string(keyword->arg) + "=";
        arguments += annotation_text(keyword->value);
      }
      return annotation_text(call->func) + "(" + arguments + ")";
    }
    default: return "...";
  }
}

}  // namespace waiter::python
