#include "python/compiler_unit.h"
#include "python/construct.h"
#include "python/operations.h"
#include "python/vm.h"
#include "python/text/big_int.h"
#include "python/text/unicode.h"

namespace waiter::python {
namespace {

using ast::as;
using ast::NodeKind;
using ast::try_as;

const ast::Constant* as_constant(const ast::Expression* node) { return try_as<ast::Constant>(node); }

bool has_star(const ast::Expressions& elements) {
  for (const ast::Expression* element : elements)
    if (element->kind == NodeKind::Starred) return true;
  return false;
}

Op compare_form(ast::CompareOperator op) {
  switch (op) {
    case ast::CompareOperator::Eq: return Op::EqSS;
    case ast::CompareOperator::NotEq: return Op::NeSS;
    case ast::CompareOperator::Lt: return Op::LtSS;
    case ast::CompareOperator::LtE: return Op::LeSS;
    case ast::CompareOperator::Gt: return Op::GtSS;
    default: return Op::GeSS;
  }
}

}  // namespace

void Compiler::expression(const ast::Expression* node) {
  CodeBuilder& builder = out();
  const Span outer = builder.span();
  builder.at(node->span);
  switch (node->kind) {
    case NodeKind::Constant: constant(as<ast::Constant>(node)); break;
    case NodeKind::Name: name(as<ast::Name>(node)->id, Access::Load); break;
    case NodeKind::BoolOp: {
      const Condition condition(*this);
      bool_op(as<ast::BoolOp>(node));
      break;
    }
    case NodeKind::NamedExpr: {
      const auto* named = as<ast::NamedExpr>(node);
      expression(named->value);
      builder.emit(Op::Copy, 1);
      assign_target(named->target);
      break;
    }
    case NodeKind::BinOp: {
      const auto* binary_node = as<ast::BinOp>(node);
      expression(binary_node->left);
      expression(binary_node->right);
      builder.at(node->span);
      binary(binary_node->op, false);
      break;
    }
    case NodeKind::UnaryOp: {
      const auto* unary = as<ast::UnaryOp>(node);
      // -1 is a constant, as for CPython's optimiser.
      if (const auto* operand = as_constant(unary->operand);
          operand != nullptr && unary->op == ast::UnaryOperator::USub &&
          ((operand->type == ast::ConstantKind::Int && operand->fits_int64 && operand->integer != 0 &&
            Value::fits_int(-operand->integer)) ||
           operand->type == ast::ConstantKind::Float)) {
        const Ref value = operand->type == ast::ConstantKind::Int ? make_int(vm_, -operand->integer)
                                                                  : make_float(vm_, -operand->number);
        builder.load_constant(value);
        break;
      }
      expression(unary->operand);
      builder.at(node->span);
      static constexpr Op kOps[] = {Op::Invert, Op::Not, Op::Positive, Op::Negative};
      builder.emit(kOps[static_cast<int>(unary->op)]);
      break;
    }
    case NodeKind::Lambda: lambda(as<ast::Lambda>(node)); break;
    case NodeKind::IfExp: {
      const auto* choice = as<ast::IfExp>(node);
      const Condition condition(*this);
      const Label otherwise = builder.label();
      const Label end = builder.label();
      jump_if(choice->test, false, otherwise);
      expression(choice->body);
      builder.jump(Op::Jump, end);
      builder.place(otherwise);
      expression(choice->orelse);
      builder.place(end);
      break;
    }
    case NodeKind::Dict: dict_display(as<ast::Dict>(node)); break;
    case NodeKind::Set: {
      const auto& elements = as<ast::Set>(node)->elts;
      // Three constants or more are one frozenset that is merged in, as in CPython: the order of a set shows it.
      const Ref constants = elements.size() >= 3 ? constant_tuple(elements) : Ref();
      if (!constants) {
        list_like(elements, Op::BuildSet, Op::SetAdd, Op::SetUpdate);
        break;
      }
      // (And CPython makes that frozenset anew from its own order when it merges constants: merge_consts_recursive.)
      const Ref first = Ref::steal(Value(make_set(vm_, true)));
      set_update(vm_, cast<Set>(first), constants);
      const Ref in_order = tuple_from(vm_, first);
      const Ref frozen = Ref::steal(Value(make_set(vm_, true)));
      set_update(vm_, cast<Set>(frozen), in_order);
      builder.emit(Op::BuildSet);
      builder.load_constant(frozen);
      builder.emit(Op::SetUpdate, 1);
      break;
    }
    case NodeKind::List: list_like(as<ast::List>(node)->elts, Op::BuildList, Op::ListAppend, Op::ListExtend); break;
    case NodeKind::Tuple: tuple_display(as<ast::Tuple>(node)->elts); break;
    case NodeKind::ListComp: comprehension(as<ast::ListComp>(node), nullptr, "<listcomp>"); break;
    case NodeKind::SetComp: comprehension(as<ast::SetComp>(node), nullptr, "<setcomp>"); break;
    case NodeKind::GeneratorExp: comprehension(as<ast::GeneratorExp>(node), nullptr, "<genexpr>"); break;
    case NodeKind::DictComp: comprehension(as<ast::DictComp>(node), as<ast::DictComp>(node)->value, "<dictcomp>"); break;
    case NodeKind::Await:
      if (!unit_->is_function()) error(node->span, "'await' outside function");
      else if (!unit_->is_async) error(node->span, "'await' outside async function");
      expression(as<ast::Await>(node)->value);
      builder.at(node->span);
      await_value(0);
      break;
    case NodeKind::Yield: {
      if (!unit_->is_function()) error(node->span, "'yield' outside function");
      const auto* yield = as<ast::Yield>(node);
      if (yield->value != nullptr) expression(yield->value);
      else builder.load_constant(kNone);
      builder.at(node->span);
      builder.emit(Op::YieldValue, unit_->scope->is_async_generator() ? 1 : 0);
      break;
    }
    case NodeKind::YieldFrom:
      if (!unit_->is_function()) error(node->span, "'yield' outside function");
      else if (unit_->scope->is_coroutine) error(node->span, "'yield from' inside async function");
      expression(as<ast::YieldFrom>(node)->value);
      builder.at(node->span);
      builder.emit(Op::GetYieldFromIter);
      builder.load_constant(kNone);
      add_yield_from();
      break;
    case NodeKind::Compare: compare(as<ast::Compare>(node)); break;
    case NodeKind::Call: call(as<ast::Call>(node)); break;
    case NodeKind::FormattedValue: formatted_value(as<ast::FormattedValue>(node)); break;
    case NodeKind::JoinedStr: joined_string(as<ast::JoinedStr>(node)); break;
    case NodeKind::Attribute: {
      const auto* attribute = as<ast::Attribute>(node);
      refuse_attribute(attribute);
      expression(attribute->value);
      builder.at(name_of_attribute(attribute));
      builder.emit(Op::LoadAttr, 0, 0, builder.cache(intern(vm_, mangled(attribute->attr))));
      break;
    }
    case NodeKind::Subscript: {
      const auto* item = as<ast::Subscript>(node);
      warn_of_subscript(item);
      expression(item->value);
      subscript(item->slice);
      builder.at(node->span);
      builder.emit_moded(Op::SubscriptSS);
      break;
    }
    case NodeKind::Slice: slice(as<ast::Slice>(node)); break;
    case NodeKind::Starred:
      error(node->span, "can't use starred expression here");
      builder.load_constant(kNone);
      break;
    default: WAITER_ASSERT(false, "every expression has a case");
  }
  builder.at(outer);
}

Ref Compiler::constant_value(const ast::Constant* node) {
  switch (node->type) {
    case ast::ConstantKind::None: return kNone;
    case ast::ConstantKind::True: return kTrue;
    case ast::ConstantKind::False: return kFalse;
    case ast::ConstantKind::Ellipsis: return kEllipsis;
    case ast::ConstantKind::Int: {
      if (node->fits_int64) return make_int(vm_, node->integer);
      auto parsed = text::parse_int(node->text, node->base);
      if (parsed.ok()) return make_int(vm_, std::move(parsed.value()));
      error(node->span, parsed.failure().message + " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.");
      return kNone;
    }
    case ast::ConstantKind::Float: return make_float(vm_, node->number);
    case ast::ConstantKind::Imaginary:
      not_run(node->span, SyntaxNotRun::ComplexNumber);
      return kNone;
    case ast::ConstantKind::Str:
      // What looks like a name is shared, so that attribute names and dict keys compare by pointer (CPython interns it too).
      if (node->text.size() <= 64) return Value(intern(vm_, node->text));
      return make_str(vm_, node->text);
    case ast::ConstantKind::Bytes: return make_bytes(vm_, node->text);
  }
  return kNone;
}

void Compiler::constant(const ast::Constant* node) {
  const Ref value = constant_value(node);
  out().load_constant(value);
}

/// A tuple of constants is a constant. Empty Ref if it is not one.
Ref Compiler::constant_tuple(const ast::Expressions& elements) {
  std::vector<Ref> values;
  std::vector<Value> items;
  for (const ast::Expression* element : elements) {
    if (const auto* simple = as_constant(element); simple != nullptr && simple->type != ast::ConstantKind::Imaginary) {
      values.push_back(constant_value(simple));
    } else if (const auto* inner = try_as<ast::Tuple>(element)) {
      values.push_back(constant_tuple(inner->elts));
      if (!values.back()) return {};
    } else {
      return {};
    }
    items.push_back(values.back());
  }
  return tuple_of(vm_, items);
}

void Compiler::tuple_display(const ast::Expressions& elements) {
  if (const Ref tuple = constant_tuple(elements)) {
    out().load_constant(tuple);
    return;
  }
  if (has_star(elements)) {
    list_like(elements, Op::BuildList, Op::ListAppend, Op::ListExtend);
    out().emit(Op::ListToTuple);
    return;
  }
  for (const ast::Expression* element : elements) expression(element);
  out().emit(Op::BuildTuple, 0, 0, static_cast<std::uint32_t>(elements.size()));
}

void Compiler::list_like(const ast::Expressions& elements, Op build, Op add, Op extend) {
  CodeBuilder& builder = out();
  // Long displays are built piece by piece, so that the stack stays short.
  constexpr std::size_t kAtOnceMax = 30;
  if (!has_star(elements) && elements.size() <= kAtOnceMax) {
    for (const ast::Expression* element : elements) expression(element);
    builder.emit(build, 0, 0, static_cast<std::uint32_t>(elements.size()));
    return;
  }
  std::uint32_t ready = 0;
  bool built = false;
  for (const ast::Expression* element : elements) {
    if (const auto* star = try_as<ast::Starred>(element)) {
      if (!built) builder.emit(build, 0, 0, ready);
      built = true;
      expression(star->value);
      builder.emit(extend, 1);
      continue;
    }
    expression(element);
    if (built) {
      builder.emit(add, 1);
    } else if (++ready == kAtOnceMax) {
      builder.emit(build, 0, 0, ready);
      built = true;
    }
  }
  if (!built) builder.emit(build, 0, 0, ready);
}

void Compiler::dict_display(const ast::Dict* node) {
  CodeBuilder& builder = out();
  constexpr std::uint32_t kAtOnceMax = 15;
  std::uint32_t ready = 0;
  bool built = false;
  const auto flush = [&] {
    if (!built) builder.emit(Op::BuildMap, 0, 0, ready);
    else if (ready > 0) {
      builder.emit(Op::BuildMap, 0, 0, ready);
      builder.emit(Op::DictUpdate, 1);
    }
    built = true;
    ready = 0;
  };
  for (std::size_t i = 0; i < node->keys.size(); ++i) {
    if (node->keys[i] == nullptr) {
      flush();
      expression(node->values[i]);
      builder.emit(Op::DictUpdate, 1);
      continue;
    }
    expression(node->keys[i]);
    expression(node->values[i]);
    if (++ready == kAtOnceMax) flush();
  }
  if (!built || ready > 0) flush();
}

void Compiler::binary(ast::Operator op, bool in_place) {
  CodeBuilder& builder = out();
  const std::uint8_t a = in_place ? 1 : 0;
  switch (op) {
    case ast::Operator::Add: return builder.emit_moded(Op::AddSS, a);
    case ast::Operator::Sub: return builder.emit_moded(Op::SubSS, a);
    case ast::Operator::Mult: return builder.emit_moded(Op::MulSS, a);
    case ast::Operator::Div: return builder.emit_moded(Op::TrueDivSS, a);
    case ast::Operator::FloorDiv: return builder.emit_moded(Op::FloorDivSS, a);
    case ast::Operator::Mod: return builder.emit_moded(Op::ModSS, a);
    case ast::Operator::BitAnd: return builder.emit_moded(Op::AndSS, a);
    default: break;
  }
  static constexpr BinaryKind kKinds[] = {
      BinaryKind::Add, BinaryKind::Sub, BinaryKind::Mul, BinaryKind::MatMul, BinaryKind::TrueDiv, BinaryKind::Mod,
      BinaryKind::Pow, BinaryKind::LeftShift, BinaryKind::RightShift, BinaryKind::Or, BinaryKind::Xor, BinaryKind::And,
      BinaryKind::FloorDiv};
  builder.emit(Op::BinaryOp, static_cast<std::uint8_t>(kKinds[static_cast<int>(op)]), a);
}

void Compiler::bool_op(const ast::BoolOp* node) {
  CodeBuilder& builder = out();
  const Label end = builder.label();
  const Op op = node->op == ast::BoolOperator::And ? Op::JumpIfFalseOrPop : Op::JumpIfTrueOrPop;
  for (std::size_t i = 0; i + 1 < node->values.size(); ++i) {
    expression(node->values[i]);
    builder.jump(op, end);
  }
  expression(node->values.back());
  builder.place(end);
}

void Compiler::compare_op(ast::CompareOperator op) {
  switch (op) {
    case ast::CompareOperator::Is: return out().emit(Op::Is, 0);
    case ast::CompareOperator::IsNot: return out().emit(Op::Is, 1);
    case ast::CompareOperator::In: return out().emit(Op::Contains, 0);
    case ast::CompareOperator::NotIn: return out().emit(Op::Contains, 1);
    default: return out().emit_moded(compare_form(op));
  }
}

void Compiler::compare(const ast::Compare* node) {
  CodeBuilder& builder = out();
  warn_of_identity(node);
  expression(node->left);
  if (node->ops.size() == 1) {
    expression(node->comparators[0]);
    builder.at(node->span);
    return compare_op(node->ops[0]);
  }
  const Label cleanup = builder.label();
  const Label end = builder.label();
  for (std::size_t i = 0; i + 1 < node->ops.size(); ++i) {
    expression(node->comparators[i]);
    builder.at(node->span);
    builder.emit(Op::Swap, 2);
    builder.emit(Op::Copy, 2);
    compare_op(node->ops[i]);
    builder.jump(Op::JumpIfFalseOrPop, cleanup);
  }
  expression(node->comparators.back());
  builder.at(node->span);
  compare_op(node->ops[node->ops.size() - 1]);
  builder.jump(Op::Jump, end);
  builder.place(cleanup);
  builder.emit(Op::Swap, 2);
  builder.emit(Op::PopTop);
  builder.place(end);
}

void Compiler::jump_if(const ast::Expression* node, bool condition, Label target) {
  CodeBuilder& builder = out();
  if (const auto* unary = try_as<ast::UnaryOp>(node); unary != nullptr && unary->op == ast::UnaryOperator::Not)
    return jump_if(unary->operand, !condition, target);
  if (const auto* boolean = try_as<ast::BoolOp>(node)) {
    const bool is_or = boolean->op == ast::BoolOperator::Or;
    Label next = target;
    const bool own_label = is_or != condition;
    if (own_label) next = builder.label();
    for (std::size_t i = 0; i + 1 < boolean->values.size(); ++i) jump_if(boolean->values[i], is_or, next);
    jump_if(boolean->values.back(), condition, target);
    if (own_label) builder.place(next);
    return;
  }
  if (const auto* choice = try_as<ast::IfExp>(node)) {
    const Condition conditional(*this);
    const Label otherwise = builder.label(), end = builder.label();
    jump_if(choice->test, false, otherwise);
    jump_if(choice->body, condition, target);
    builder.jump(Op::Jump, end);
    builder.place(otherwise);
    jump_if(choice->orelse, condition, target);
    builder.place(end);
    return;
  }
  if (const auto* comparison = try_as<ast::Compare>(node); comparison != nullptr && comparison->ops.size() == 1 &&
      (comparison->ops[0] == ast::CompareOperator::Is || comparison->ops[0] == ast::CompareOperator::IsNot)) {
    const auto* right = as_constant(comparison->comparators[0]);
    if (right != nullptr && right->type == ast::ConstantKind::None) {
      expression(comparison->left);
      const bool is = comparison->ops[0] == ast::CompareOperator::Is;
      builder.at(node->span);
      builder.jump(is == condition ? Op::PopJumpIfNone : Op::PopJumpIfNotNone, target);
      return;
    }
  }
  expression(node);
  // A truth is asked for where the whole statement stands, or where the last comparison does: compiler_jump_if leaves the place there.
  if (node->kind == NodeKind::Compare) builder.at(node->span);
  builder.jump(condition ? Op::PopJumpIfTrue : Op::PopJumpIfFalse, target);
}

void Compiler::check_keywords(const Seq<ast::keyword*>& keywords) {
  for (std::size_t i = 0; i < keywords.size(); ++i) {
    if (keywords[i]->arg.empty()) continue;
    forbid_debug(keywords[i]->arg, Access::Store, out().span());
    for (std::size_t j = i + 1; j < keywords.size(); ++j)
      if (keywords[i]->arg == keywords[j]->arg) error(keywords[j]->span, "keyword argument repeated: " + std::string(keywords[j]->arg));
  }
}

/// update_start_location_to_match_attr: an attribute over several lines stands where its name does.
Span Compiler::name_of_attribute(const ast::Attribute* node) {
  Span span = node->span;
  if (span.line == span.end_line) return span;
  const auto size = static_cast<std::uint32_t>(text::count_code_points(node->attr));
  span.line = span.end_line;
  span.column = span.end_column >= size ? span.end_column - size : 0;
  return span;
}

void Compiler::call(const ast::Call* node) {
  CodeBuilder& builder = out();
  check_keywords(node->keywords);
  warn_of_call(node);
  const bool plain = [&] {
    if (has_star(node->args)) return false;
    for (const ast::keyword* keyword : node->keywords)
      if (keyword->arg.empty()) return false;
    return true;
  }();
  const auto* attribute = try_as<ast::Attribute>(node->func);
  if (plain && attribute != nullptr) {
    refuse_attribute(attribute);
    expression(attribute->value);
    builder.at(name_of_attribute(attribute));
    builder.emit(Op::LoadMethod, 0, 0, builder.cache(intern(vm_, mangled(attribute->attr))));
  } else {
    const auto* callee = try_as<ast::Name>(node->func);
    if (callee != nullptr && is_global(callee->id)) {
      refuse_call(callee);
      builder.at(callee->span);
      builder.emit(Op::LoadGlobal, 1, 0, builder.cache(intern(vm_, mangled(callee->id))));
    } else {
      builder.emit(Op::PushEmpty);
      expression(node->func);
    }
  }
  Span place = node->span;
  if (plain && attribute != nullptr) {
    const Span named = name_of_attribute(attribute);
    place.line = named.line;
    place.column = named.column;
  }
  builder.at(place);
  call_arguments(node->args, node->keywords, 0);
}

/// [empty or function, callable or self] and `already` values -> [result]
void Compiler::call_arguments(const ast::Expressions& args, const Seq<ast::keyword*>& keywords, unsigned already) {
  CodeBuilder& builder = out();
  const Span span = builder.span();
  bool plain = !has_star(args);
  for (const ast::keyword* keyword : keywords) plain = plain && !keyword->arg.empty();
  if (plain) {
    for (const ast::Expression* arg : args) expression(arg);
    std::uint32_t names = 0;
    if (!keywords.empty()) {
      std::vector<Value> texts;
      for (const ast::keyword* keyword : keywords) {
        expression(keyword->value);
        texts.push_back(intern(vm_, mangled(keyword->arg)));
      }
      const Ref tuple = tuple_of(vm_, texts);
      names = builder.constant(tuple) + 1;
    }
    builder.at(span);
    builder.emit(Op::Call, 0, static_cast<std::uint16_t>(already + args.size() + keywords.size()), names);
    return;
  }
  // One tuple of positional arguments, one dict of keywords. A lone *arg is walked over by CallStar itself, when the keywords are
  // there (compiler_call_helper).
  if (already == 0 && args.size() == 1 && try_as<ast::Starred>(args[0]) != nullptr) {
    expression(as<ast::Starred>(args[0])->value);
  } else {
    builder.emit(Op::BuildList, 0, 0, already);
    for (const ast::Expression* arg : args) {
      if (const auto* star = try_as<ast::Starred>(arg)) {
        expression(star->value);
        builder.at(span);
        // b, for the error's words: 1 if it is the only argument, 2 if there are others.
        builder.emit(Op::ListExtend, 1, args.size() == 1 ? 1 : 2);
      } else {
        expression(arg);
        builder.emit(Op::ListAppend, 1);
      }
    }
    builder.at(span);
    builder.emit(Op::ListToTuple);
  }
  if (!keywords.empty()) {
    builder.emit(Op::BuildMap, 0, 0, 0);
    for (const ast::keyword* keyword : keywords) {
      if (keyword->arg.empty()) {
        expression(keyword->value);
      } else {
        builder.load_constant(intern(vm_, mangled(keyword->arg)));
        expression(keyword->value);
        builder.emit(Op::BuildMap, 0, 0, 1);
      }
      builder.at(span);
      builder.emit(Op::DictMerge, 1);
    }
  }
  builder.at(span);
  builder.emit(Op::CallStar, keywords.empty() ? 0 : 1);
}

void Compiler::joined_string(const ast::JoinedStr* node) {
  CodeBuilder& builder = out();
  if (node->values.empty()) return builder.load_constant(intern(vm_, ""));
  for (const ast::Expression* value : node->values) expression(value);
  if (node->values.size() != 1) builder.emit(Op::BuildString, 0, 0, static_cast<std::uint32_t>(node->values.size()));
}

void Compiler::formatted_value(const ast::FormattedValue* node) {
  CodeBuilder& builder = out();
  const Span span = builder.span();
  expression(node->value);
  if (node->format_spec != nullptr) expression(node->format_spec);
  builder.at(span);
  builder.emit(Op::FormatValue, node->conversion < 0 ? 0 : static_cast<std::uint8_t>(node->conversion),
               node->format_spec != nullptr ? 1 : 0);
}

void Compiler::subscript(const ast::Expression* node) { expression(node); }

void Compiler::slice(const ast::Slice* node) {
  const auto part = [&](const ast::Expression* value) {
    if (value != nullptr) expression(value);
    else out().load_constant(kNone);
  };
  part(node->lower);
  part(node->upper);
  if (node->step != nullptr) part(node->step);
  out().emit(Op::BuildSlice, node->step != nullptr ? 3 : 2);
}

void Compiler::await_value(std::uint8_t where) {
  out().emit(Op::GetAwaitable, where);
  out().load_constant(kNone);
  add_yield_from();
}

/// [iterator, None] -> [result]: sends until it is done, yielding what it yields.
void Compiler::add_yield_from() {
  CodeBuilder& builder = out();
  const Label again = builder.label();
  const Label done = builder.label();
  builder.place(again);
  builder.jump(Op::Send, done);
  builder.emit(Op::YieldValue, 0, 1);  // b = 1: passed through from below, never wrapped
  builder.jump(Op::Jump, again);
  builder.place(done);
}

void Compiler::unpack(const ast::Expressions& targets, const Span& span) {
  CodeBuilder& builder = out();
  std::size_t star = targets.size();
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (targets[i]->kind != NodeKind::Starred) continue;
    if (star != targets.size()) {
      error(span, "multiple starred expressions in assignment");
      return builder.emit(Op::PopTop);
    }
    star = i;
  }
  if (star == targets.size()) {
    builder.emit(Op::UnpackSequence, 0, 0, static_cast<std::uint32_t>(targets.size()));
  } else {
    if (star >= 256 || targets.size() - star - 1 >= (1u << 24)) {
      error(span, "too many expressions in star-unpacking assignment");
      return builder.emit(Op::PopTop);
    }
    builder.emit(Op::UnpackStar, 0, static_cast<std::uint16_t>(star), static_cast<std::uint32_t>(targets.size() - star - 1));
  }
  for (const ast::Expression* target : targets) {
    if (const auto* starred = try_as<ast::Starred>(target)) assign_target(starred->value);
    else assign_target(target);
  }
}

}  // namespace waiter::python
