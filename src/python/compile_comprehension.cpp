#include "python/compiler_unit.h"
#include "python/construct.h"
#include "python/vm.h"

namespace waiter::python {

using ast::NodeKind;

/// Comprehensions are functions of one argument, the iterator of the outermost `for` (as in CPython 3.11).
void Compiler::comprehension(const ast::ComprehensionBase* node, const ast::Expression* value, const char* name) {
  CodeBuilder& builder = out();
  const ast::comprehension* outermost = node->generators[0];
  bool is_async = false;
  for (const ast::comprehension* generator : node->generators) is_async = is_async || generator->is_async;
  const bool is_generator = node->kind == NodeKind::GeneratorExp;
  const bool outer_async = unit_->is_async;

  builder.emit(Op::PushEmpty);
  auto unit = enter(node, name, node->span);
  if (unit->scope->is_coroutine && !is_generator && !outer_async && !unit->parent->scope->is_comprehension) {
    error(node->span, "asynchronous comprehension outside of an asynchronous function");
  }
  unit->is_async = unit->scope->is_coroutine || (is_generator && outer_async);
  const bool awaits = unit->scope->is_coroutine && !is_generator;
  CodeBuilder& inner = out();
  inner.code().argument_count = 1;
  inner.at(node->span);
  if (node->kind == NodeKind::ListComp) inner.emit(Op::BuildList, 0, 0, 0);
  if (node->kind == NodeKind::SetComp) inner.emit(Op::BuildSet, 0, 0, 0);
  if (node->kind == NodeKind::DictComp) inner.emit(Op::BuildMap, 0, 0, 0);
  comprehension_loop(node, value, 0, 0);
  inner.at(node->span);
  if (is_generator) inner.load_constant(kNone);
  inner.emit(Op::ReturnValue);
  make_function(std::move(unit), 0);

  expression(outermost->iter);
  builder.at(node->span);
  builder.emit(outermost->is_async ? Op::GetAsyncIter : Op::GetIter);
  builder.at(node->span);
  builder.emit(Op::Call, 0, 1);
  if (awaits) await_value(0);
}

void Compiler::comprehension_loop(const ast::ComprehensionBase* node, const ast::Expression* value, std::size_t index, int depth) {
  CodeBuilder& builder = out();
  const ast::comprehension* generator = node->generators[index];
  const Label start = builder.label();
  const Label skip = builder.label();
  const Label ended = builder.label();
  if (index == 0) {
    builder.emit(Op::LoadFast, 0, 0);
  } else {
    expression(generator->iter);
    builder.emit(generator->is_async ? Op::GetAsyncIter : Op::GetIter);
  }
  builder.place(start);
  const int stack_depth = builder.depth();
  if (generator->is_async) {
    const int outer = builder.push_handler(ended, stack_depth);
    builder.emit(Op::GetAsyncNext);
    builder.load_constant(kNone);
    add_yield_from();
    builder.set_handler(outer);
  } else {
    builder.jump(Op::ForIter, ended);
  }
  assign_target(generator->target);
  for (const ast::Expression* condition : generator->ifs) jump_if(condition, false, skip);
  if (index + 1 < node->generators.size()) {
    comprehension_loop(node, value, index + 1, depth + 1);
  } else {
    // The list stands below one iterator a loop.
    const auto at = static_cast<std::uint8_t>(depth + 2);
    expression(node->elt);
    if (value != nullptr) expression(value);
    switch (node->kind) {
      case NodeKind::ListComp: builder.emit(Op::ListAppend, at); break;
      case NodeKind::SetComp: builder.emit(Op::SetAdd, at); break;
      case NodeKind::DictComp: builder.emit(Op::MapAdd, at); break;
      default:
        builder.emit(Op::YieldValue, unit_->scope->is_async_generator() ? 1 : 0);
        builder.emit(Op::PopTop);
        break;
    }
  }
  builder.place(skip);
  builder.at(node->span);
  builder.jump(Op::JumpBack, start);
  if (generator->is_async) {
    builder.place_handler(ended, stack_depth);
    builder.emit(Op::EndAsyncFor);
  } else {
    builder.place(ended);
  }
}

}  // namespace waiter::python
