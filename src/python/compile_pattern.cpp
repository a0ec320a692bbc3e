// match statements, as CPython 3.11's compiler lays them out: a pattern consumes the subject on top of the stack, keeps
// what it captures below the subjects that are still to be looked at, and names are bound when all of it has matched.
//
// `stores` lists the captured names, the one on top of the stack first. A pattern that fails jumps to the label that pops
// as many values as there are captured ones and subjects (`on_top`) at that moment.
// The span is set on entering a pattern and not set back: CPython's messages point to where it stood last.
// After an error the code is thrown away, but it must still agree with itself on the stack's depth.

#include <algorithm>

#include "python/compiler_unit.h"
#include "python/construct.h"
#include "python/operations.h"
#include "python/vm.h"

namespace waiter::python {
namespace {

using ast::as;
using ast::NodeKind;
using ast::try_as;

bool is_wildcard(const ast::Pattern* node) {
  const auto* capture = try_as<ast::MatchAs>(node);
  return capture != nullptr && capture->name.empty();
}

bool is_star_wildcard(const ast::Pattern* node) {
  const auto* star = try_as<ast::MatchStar>(node);
  return star != nullptr && star->name.empty();
}

bool is_number(const ast::Expression* node) {
  const auto* constant = try_as<ast::Constant>(node);
  return constant != nullptr && (constant->type == ast::ConstantKind::Int || constant->type == ast::ConstantKind::Float ||
                                 constant->type == ast::ConstantKind::Imaginary);
}

/// -1 and 1+2j are literals to a pattern; CPython has folded them when it looks.
bool is_literal(const ast::Expression* node) {
  if (node->kind == NodeKind::Constant) return true;
  if (const auto* unary = try_as<ast::UnaryOp>(node)) return unary->op == ast::UnaryOperator::USub && is_number(unary->operand);
  if (const auto* sum = try_as<ast::BinOp>(node)) return is_literal(sum->left) && is_number(sum->right);
  return false;
}

constexpr const char* kOnlyLiterals = "patterns may only match literals and attribute lookups";

}  // namespace

void Compiler::match_statement(const ast::Match* node) {
  CodeBuilder& builder = out();
  expression(node->subject);
  const Label end = builder.label();
  const std::size_t count = node->cases.size();
  const bool has_default = count > 1 && is_wildcard(node->cases.back()->pattern);
  const std::size_t tested = has_default ? count - 1 : count;
  for (std::size_t i = 0; i < tested; ++i) {
    const ast::match_case* each = node->cases[i];
    builder.at(each->pattern->span);
    // The last pattern may consume the subject itself.
    const bool last = i + 1 == tested;
    if (!last) builder.emit(Op::Copy, 1);
    PatternContext context;
    context.allow_irrefutable = each->guard != nullptr || i + 1 == count;
    pattern(each->pattern, context);
    for (const std::string_view stored : context.stores) name(stored, Access::Store);
    context.stores.clear();
    if (each->guard != nullptr) jump_if(each->guard, false, fail_label(context, 0));
    if (!last) builder.emit(Op::PopTop);
    body(each->body);
    builder.jump(Op::Jump, end);
    builder.at(each->pattern->span);
    emit_fail_pops(context);
  }
  if (has_default) {
    const ast::match_case* each = node->cases.back();
    builder.at(each->pattern->span);
    builder.emit(Op::Nop);
    if (each->guard != nullptr) jump_if(each->guard, false, end);
    body(each->body);
  }
  builder.place(end);
}

void Compiler::pattern(const ast::Pattern* node, PatternContext& context) {
  CodeBuilder& builder = out();
  builder.at(node->span);
  switch (node->kind) {
    case NodeKind::MatchValue: {
      const ast::Expression* value = as<ast::MatchValue>(node)->value;
      if (!is_literal(value) && value->kind != NodeKind::Attribute) error(node->span, kOnlyLiterals);
      expression(value);
      builder.at(node->span);
      builder.emit_moded(Op::EqSS);
      return jump_to_fail(context, Op::PopJumpIfFalse);
    }
    case NodeKind::MatchSingleton: {
      const ast::ConstantKind which = as<ast::MatchSingleton>(node)->value;
      builder.load_constant(which == ast::ConstantKind::None ? kNone : Value::from_bool(which == ast::ConstantKind::True));
      builder.emit(Op::Is);
      return jump_to_fail(context, Op::PopJumpIfFalse);
    }
    case NodeKind::MatchSequence: return pattern_sequence(as<ast::MatchSequence>(node), context);
    case NodeKind::MatchMapping: return pattern_mapping(as<ast::MatchMapping>(node), context);
    case NodeKind::MatchClass: return pattern_class(as<ast::MatchClass>(node), context);
    case NodeKind::MatchStar: return pattern_capture(as<ast::MatchStar>(node)->name, context);
    case NodeKind::MatchAs: return pattern_as(as<ast::MatchAs>(node), context);
    case NodeKind::MatchOr: return pattern_or(as<ast::MatchOr>(node), context);
    default: WAITER_ASSERT(false, "every pattern has a case");
  }
}

/// A pattern within another: it may match anything without making the rest unreachable.
void Compiler::pattern_subpattern(const ast::Pattern* node, PatternContext& context) {
  const bool before = std::exchange(context.allow_irrefutable, true);
  pattern(node, context);
  context.allow_irrefutable = before;
}

void Compiler::pattern_as(const ast::MatchAs* node, PatternContext& context) {
  if (node->pattern == nullptr) {
    if (!context.allow_irrefutable) {
      error(node->span, node->name.empty()
                            ? std::string("wildcard makes remaining patterns unreachable")
                            : "name capture '" + std::string(node->name) + "' makes remaining patterns unreachable");
    }
    return pattern_capture(node->name, context);
  }
  ++context.on_top;
  out().emit(Op::Copy, 1);
  pattern(node->pattern, context);
  --context.on_top;
  pattern_capture(node->name, context);
}

/// The value on top is to be bound to this name (empty: to none) once everything has matched.
void Compiler::pattern_capture(std::string_view id, PatternContext& context) {
  CodeBuilder& builder = out();
  if (id.empty()) return builder.emit(Op::PopTop);
  forbid_debug(id, Access::Store, builder.span());
  if (std::find(context.stores.begin(), context.stores.end(), id) != context.stores.end()) {
    error(builder.span(), "multiple assignments to name '" + std::string(id) + "' in pattern");
    return builder.emit(Op::PopTop);
  }
  rotate(context.on_top + static_cast<int>(context.stores.size()) + 1);
  context.stores.push_back(id);
}

void Compiler::pattern_or(const ast::MatchOr* node, PatternContext& context) {
  CodeBuilder& builder = out();
  const Label end = builder.label();
  std::vector<std::string_view> names;  // what the first alternative binds: the others must bind the same
  for (std::size_t i = 0; i < node->patterns.size(); ++i) {
    const ast::Pattern* alternative = node->patterns[i];
    builder.at(alternative->span);
    PatternContext own;
    own.allow_irrefutable = i + 1 == node->patterns.size() && context.allow_irrefutable;
    builder.emit(Op::Copy, 1);
    pattern(alternative, own);
    if (i == 0) names = own.stores;
    else same_stores(names, own);
    builder.jump(Op::Jump, end);
    emit_fail_pops(own);
  }
  builder.emit(Op::PopTop);
  jump_to_fail(context, Op::Jump);
  builder.place(end);
  // [captured before, subjects above, the subject's copy, new captures]
  int depth = static_cast<int>(names.size() + context.stores.size()) + 1 + context.on_top;
  for (const std::string_view id : names) {
    if (std::find(context.stores.begin(), context.stores.end(), id) != context.stores.end()) {
      error(builder.span(), "multiple assignments to name '" + std::string(id) + "' in pattern");
      builder.emit(Op::PopTop);
      --depth;
      continue;
    }
    rotate(depth);
    context.stores.push_back(id);
  }
  builder.emit(Op::PopTop);
}

/// Brings an alternative's captures into the first one's order.
void Compiler::same_stores(const std::vector<std::string_view>& names, PatternContext& context) {
  CodeBuilder& builder = out();
  std::vector<std::string_view>& stores = context.stores;
  if (!std::is_permutation(stores.begin(), stores.end(), names.begin(), names.end())) {
    error(builder.span(), "alternative patterns bind different names");
    for (std::size_t i = 0; i < stores.size(); ++i) builder.emit(Op::PopTop);
    for (std::size_t i = 0; i < names.size(); ++i) builder.load_constant(kNone);
    return;
  }
  for (std::size_t wanted = stores.size(); wanted-- > 0;) {
    const auto found = std::find(stores.begin(), stores.end(), names[wanted]);
    const std::ptrdiff_t at = found - stores.begin();
    if (at == static_cast<std::ptrdiff_t>(wanted)) continue;
    // Everything above it and itself goes below what is between it and its place.
    for (std::ptrdiff_t i = 0; i <= at; ++i) rotate(static_cast<int>(wanted) + 1);
    std::rotate(stores.begin(), found + 1, stores.begin() + static_cast<std::ptrdiff_t>(wanted) + 1);
  }
}

void Compiler::pattern_sequence(const ast::MatchSequence* node, PatternContext& context) {
  CodeBuilder& builder = out();
  const std::size_t size = node->patterns.size();
  std::size_t star = size;
  bool only_wildcards = true;
  bool star_wildcard = false;
  for (std::size_t i = 0; i < size; ++i) {
    const ast::Pattern* each = node->patterns[i];
    if (each->kind != NodeKind::MatchStar) {
      only_wildcards = only_wildcards && is_wildcard(each);
      continue;
    }
    if (star < size) {
      error(node->span, "multiple starred names in sequence pattern");
      return builder.emit(Op::PopTop);
    }
    star_wildcard = is_star_wildcard(each);
    only_wildcards = only_wildcards && star_wildcard;
    star = i;
  }
  ++context.on_top;
  builder.emit(Op::MatchSequence);
  jump_to_fail(context, Op::PopJumpIfFalse);
  if (star == size || size > 1) {
    builder.emit(Op::GetLength);
    builder.load_constant(Value::from_int(static_cast<std::int64_t>(star == size ? size : size - 1)));
    builder.emit_moded(star == size ? Op::EqSS : Op::GeSS);
    jump_to_fail(context, Op::PopJumpIfFalse);
  }
  --context.on_top;
  if (only_wildcards) return builder.emit(Op::PopTop);
  if (star_wildcard) return pattern_items(node->patterns, star, context);
  if (star == size) {
    builder.emit(Op::UnpackSequence, 0, 0, static_cast<std::uint32_t>(size));
  } else {
    builder.emit(Op::UnpackStar, 0, static_cast<std::uint16_t>(star), static_cast<std::uint32_t>(size - star - 1));
  }
  pattern_unpacked(node->patterns, {}, context);
}

/// [first, *_, last]: only the items that are asked for are taken out.
void Compiler::pattern_items(const ast::Patterns& patterns, std::size_t star, PatternContext& context) {
  CodeBuilder& builder = out();
  const Span span = builder.span();
  ++context.on_top;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    if (i == star || is_wildcard(patterns[i])) continue;
    builder.at(span);
    builder.emit(Op::Copy, 1);
    if (i < star) {
      builder.load_constant(Value::from_int(static_cast<std::int64_t>(i)));
    } else {
      // Not every sequence takes negative indices.
      builder.emit(Op::GetLength);
      builder.load_constant(Value::from_int(static_cast<std::int64_t>(patterns.size() - i)));
      builder.emit_moded(Op::SubSS);
    }
    builder.emit_moded(Op::SubscriptSS);
    pattern_subpattern(patterns[i], context);
  }
  --context.on_top;
  builder.emit(Op::PopTop);
}

/// The subjects of these patterns stand on the stack, the first on top.
void Compiler::pattern_unpacked(const ast::Patterns& first, const ast::Patterns& second, PatternContext& context) {
  context.on_top += static_cast<int>(first.size() + second.size());
  for (const ast::Patterns* list : {&first, &second}) {
    for (const ast::Pattern* each : *list) {
      --context.on_top;
      if (is_wildcard(each)) out().emit(Op::PopTop);
      else pattern_subpattern(each, context);
    }
  }
}

void Compiler::pattern_mapping(const ast::MatchMapping* node, PatternContext& context) {
  CodeBuilder& builder = out();
  const auto size = static_cast<std::uint32_t>(node->keys.size());
  ++context.on_top;
  builder.emit(Op::MatchMapping);
  jump_to_fail(context, Op::PopJumpIfFalse);
  if (size == 0 && node->rest.empty()) {
    --context.on_top;
    return builder.emit(Op::PopTop);
  }
  if (size > 0) {
    builder.emit(Op::GetLength);
    builder.load_constant(Value::from_int(size));
    builder.emit_moded(Op::GeSS);
    jump_to_fail(context, Op::PopJumpIfFalse);
  }
  mapping_keys(node);
  builder.emit(Op::BuildTuple, 0, 0, size);
  builder.emit(Op::MatchKeys);
  context.on_top += 2;  // the keys, and their values or None
  builder.emit(Op::Copy, 1);
  jump_to_fail(context, Op::PopJumpIfNone);
  builder.emit(Op::UnpackSequence, 0, 0, size);
  --context.on_top;
  pattern_unpacked(node->patterns, {}, context);
  context.on_top -= 2;
  if (!node->rest.empty()) {
    builder.emit(Op::DictRest);
    return pattern_capture(node->rest, context);
  }
  builder.emit(Op::PopTop);
  builder.emit(Op::PopTop);
}

/// Pushes the keys of a mapping pattern, and refuses the same literal twice.
void Compiler::mapping_keys(const ast::MatchMapping* node) {
  const Span span = out().span();
  const Ref seen = Ref::steal(Value(make_set(vm_)));
  for (const ast::Expression* key : node->keys) {
    if (is_literal(key)) {
      Ref value;
      if (const auto* constant = try_as<ast::Constant>(key)) {
        if (constant->type != ast::ConstantKind::Imaginary) value = constant_value(constant);
      } else if (const auto* minus = try_as<ast::UnaryOp>(key)) {
        const auto* number = as<ast::Constant>(minus->operand);
        if (number->type != ast::ConstantKind::Imaginary) value = negative(vm_, constant_value(number));
      }
      if (value && set_add(vm_, cast<Set>(seen), value) == 0) {
        const auto shown = repr_of(vm_, value);
        error(span, "mapping pattern checks duplicate key (" + shown.value_or("") + ")");
      }
    } else if (key->kind != NodeKind::Attribute) {
      error(span, "mapping pattern keys may only match literals and attribute lookups");
    }
    expression(key);
    out().at(span);
  }
}

void Compiler::pattern_class(const ast::MatchClass* node, PatternContext& context) {
  CodeBuilder& builder = out();
  const ast::Names& attributes = node->kwd_attrs;
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    forbid_debug(attributes[i], Access::Store, node->kwd_patterns[i]->span);
    for (std::size_t j = i + 1; j < attributes.size(); ++j) {
      if (attributes[i] == attributes[j])
        error(node->kwd_patterns[j]->span, "attribute name repeated in class pattern: " + std::string(attributes[i]));
    }
  }
  expression(node->cls);
  builder.at(node->span);
  std::vector<Value> names;
  for (const std::string_view attribute : attributes) names.push_back(Value(intern(vm_, attribute)));
  const Ref tuple = tuple_of(vm_, names);
  builder.load_constant(tuple);
  builder.emit(Op::MatchClass, 0, 0, static_cast<std::uint32_t>(node->patterns.size()));
  builder.emit(Op::Copy, 1);
  ++context.on_top;
  jump_to_fail(context, Op::PopJumpIfNone);
  builder.emit(Op::UnpackSequence, 0, 0, static_cast<std::uint32_t>(node->patterns.size() + attributes.size()));
  --context.on_top;
  pattern_unpacked(node->patterns, node->kwd_patterns, context);
}

// --- failing ---

/// Where to jump to have `pops` values dropped and then fail.
Label Compiler::fail_label(PatternContext& context, std::size_t pops) {
  while (context.fail_pop.size() <= pops) context.fail_pop.push_back(out().label());
  return context.fail_pop[pops];
}

void Compiler::jump_to_fail(PatternContext& context, Op op) {
  const std::size_t pops = static_cast<std::size_t>(context.on_top) + context.stores.size();
  out().jump(op, fail_label(context, pops));
}

void Compiler::emit_fail_pops(PatternContext& context) {
  for (std::size_t pops = context.fail_pop.size(); pops-- > 0;) {
    out().place(context.fail_pop[pops]);
    if (pops > 0) out().emit(Op::PopTop);
  }
  context.fail_pop.clear();
}

/// Puts the top below the next count - 1 values.
void Compiler::rotate(int count) {
  constexpr int kSwapMax = 255;  // Swap's operand is a byte
  if (count > kSwapMax) return not_supported(out().span(), "One Waiter runs patterns with up to 250 parts: split this one");
  for (; count > 1; --count) out().emit(Op::Swap, static_cast<std::uint8_t>(count));
}

}  // namespace waiter::python
