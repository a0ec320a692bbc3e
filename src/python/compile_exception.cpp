#include "python/compiler_unit.h"
#include "python/construct.h"
#include "python/vm.h"

namespace waiter::python {

using ast::as;

void Compiler::call_exit_with_nones() {
  CodeBuilder& builder = out();
  // [exit] -> [empty, exit, None, None, None] -> [result]
  builder.emit(Op::PushEmpty);
  builder.emit(Op::Swap, 2);
  for (int i = 0; i < 3; ++i) builder.load_constant(kNone);
  builder.emit(Op::Call, 0, 3);
}

void Compiler::store_none_and_delete(std::string_view id) {
  out().load_constant(kNone);
  name(id, Access::Store);
  name(id, Access::Delete);
}

/// The code that leaves one block. With keep_top the value on top of the stack is carried through.
void Compiler::unwind(const Block& block, bool keep_top) {
  CodeBuilder& builder = out();
  switch (block.kind) {
    case Block::Kind::WhileLoop:
    case Block::Kind::ExceptionGroup:
      return;
    case Block::Kind::TryExcept:
      builder.set_handler(block.outer_handler);
      return;
    case Block::Kind::ForLoop:
      if (keep_top) builder.emit(Op::Swap, 2);
      builder.emit(Op::PopTop);
      return;
    case Block::Kind::FinallyTry: {
      builder.set_handler(block.outer_handler);
      const Span span = builder.span();
      if (keep_top) unit_->blocks.push_back({Block::Kind::PopValue, {}, {}, builder.handler(), nullptr, {}, {}});
      body(*block.final_body);
      if (keep_top) unit_->blocks.pop_back();
      builder.at(span);
      return;
    }
    case Block::Kind::FinallyEnd:
      if (keep_top) builder.emit(Op::Swap, 2);
      builder.emit(Op::PopTop);
      if (keep_top) builder.emit(Op::Swap, 2);
      builder.set_handler(block.outer_handler);
      builder.emit(Op::PopHandled);
      return;
    case Block::Kind::With:
    case Block::Kind::AsyncWith: {
      builder.set_handler(block.outer_handler);
      const Span span = builder.span();
      builder.at(block.span);
      if (keep_top) builder.emit(Op::Swap, 2);
      call_exit_with_nones();
      if (block.kind == Block::Kind::AsyncWith) await_value(2);
      builder.emit(Op::PopTop);
      builder.at(span);
      return;
    }
    case Block::Kind::HandlerCleanup:
      if (keep_top) builder.emit(Op::Swap, 2);
      builder.set_handler(block.outer_handler);
      builder.emit(Op::PopHandled);
      if (!block.name.empty()) store_none_and_delete(block.name);
      return;
    case Block::Kind::PopValue:
      if (keep_top) builder.emit(Op::Swap, 2);
      builder.emit(Op::PopTop);
      return;
  }
}

const Block* Compiler::unwind_blocks(bool keep_top, bool to_loop) {
  // The blocks that were left must not be seen by a finally body that is written out here; they are put back afterwards.
  const std::vector<Block> saved = unit_->blocks;
  static thread_local Block found;
  const Block* loop = nullptr;
  while (!unit_->blocks.empty()) {
    const Block block = unit_->blocks.back();
    if (block.kind == Block::Kind::ExceptionGroup) {
      error(out().span(), "'break', 'continue' and 'return' cannot appear in an except* block");
      break;
    }
    if (to_loop && (block.kind == Block::Kind::WhileLoop || block.kind == Block::Kind::ForLoop)) {
      found = block;
      loop = &found;
      break;
    }
    unit_->blocks.pop_back();
    unwind(block, keep_top);
  }
  unit_->blocks = saved;
  return loop;
}

/// The end of every handler: an exception in it comes here with [before] below it; what was handled before is handled again.
void Compiler::reraise_cleanup(Label cleanup, int depth) {
  CodeBuilder& builder = out();
  builder.place_handler(cleanup, depth);
  builder.emit(Op::Swap, 2);
  builder.emit(Op::PopHandled);
  builder.emit(Op::Reraise);
}

void Compiler::try_statement(const ast::TryBase* node, bool star) {
  if (!node->finalbody.empty()) return try_finally(node, star);
  if (star) try_star(node);
  else try_except(node);
}

void Compiler::try_finally(const ast::TryBase* node, bool star) {
  CodeBuilder& builder = out();
  const Label raised = builder.label();
  const Label cleanup = builder.label();
  const Label exit = builder.label();
  const int depth = builder.depth();
  const int outer = builder.push_handler(raised, depth);
  nest(node->span, {Block::Kind::FinallyTry, {}, exit, outer, &node->finalbody, {}, {}});
  if (node->handlers.empty()) body(node->body);
  else if (star) try_star(node);
  else try_except(node);
  unit_->blocks.pop_back();
  builder.set_handler(outer);
  body(node->finalbody);
  builder.jump(Op::Jump, exit);

  builder.place_handler(raised, depth);
  builder.push_handler(cleanup, depth + 1);
  builder.emit(Op::PushHandled);
  nest(node->span, {Block::Kind::FinallyEnd, {}, exit, outer, nullptr, {}, {}});
  body(node->finalbody);
  unit_->blocks.pop_back();
  builder.emit(Op::Reraise);
  builder.set_handler(outer);
  reraise_cleanup(cleanup, depth + 1);
  builder.place(exit);
}

void Compiler::try_except(const ast::TryBase* node) {
  CodeBuilder& builder = out();
  const Label raised = builder.label();
  const Label cleanup = builder.label();
  const Label end = builder.label();
  const int depth = builder.depth();
  const int outer = builder.push_handler(raised, depth);
  nest(node->span, {Block::Kind::TryExcept, {}, end, outer, nullptr, {}, {}});
  body(node->body);
  unit_->blocks.pop_back();
  builder.set_handler(outer);
  body(node->orelse);
  builder.jump(Op::Jump, end);

  builder.place_handler(raised, depth);
  builder.push_handler(cleanup, depth + 1);
  const int in_handler = builder.handler();
  builder.emit(Op::PushHandled);  // [before, e]
  for (std::size_t i = 0; i < node->handlers.size(); ++i) {
    const ast::ExceptHandler* handler = node->handlers[i];
    builder.at(handler->span);
    if (handler->type == nullptr && i + 1 < node->handlers.size()) error(handler->span, "default 'except:' must be last");
    const Label next = builder.label();
    if (handler->type != nullptr) {
      expression(handler->type);
      builder.at(handler->span);
      builder.emit(Op::CheckMatch);
      builder.jump(Op::PopJumpIfFalse, next);
    }
    builder.at(handler->span);
    if (handler->name.empty()) {
      builder.emit(Op::PopTop);  // [before]
      nest(handler->span, {Block::Kind::HandlerCleanup, {}, {}, outer, nullptr, {}, {}});
      body(handler->body);
      unit_->blocks.pop_back();
      builder.emit(Op::PopHandled);
      builder.set_handler(outer);
      builder.jump(Op::Jump, end);
      builder.set_handler(in_handler);
    } else {
      name(handler->name, Access::Store);
      const Label forget = builder.label();
      builder.push_handler(forget, depth + 1);
      nest(handler->span, {Block::Kind::HandlerCleanup, {}, {}, outer, nullptr, handler->name, {}});
      body(handler->body);
      unit_->blocks.pop_back();
      builder.set_handler(in_handler);
      builder.emit(Op::PopHandled);
      builder.set_handler(outer);
      store_none_and_delete(handler->name);
      builder.jump(Op::Jump, end);
      builder.set_handler(in_handler);
      builder.place_handler(forget, depth + 1);  // [before, e2]
      store_none_and_delete(handler->name);
      builder.emit(Op::Reraise);
    }
    builder.place(next);
  }
  if (builder.reachable()) builder.emit(Op::Reraise);
  builder.set_handler(outer);
  reraise_cleanup(cleanup, depth + 1);
  builder.place(end);
}

/// except*: the exception is split by each handler; what handlers raise and what nobody took is put together at the end.
void Compiler::try_star(const ast::TryBase* node) {
  CodeBuilder& builder = out();
  const Label raised = builder.label();
  const Label cleanup = builder.label();
  const Label end = builder.label();
  const Label reraise = builder.label();
  const int depth = builder.depth();
  const int outer = builder.push_handler(raised, depth);
  nest(node->span, {Block::Kind::TryExcept, {}, end, outer, nullptr, {}, {}});
  body(node->body);
  unit_->blocks.pop_back();
  builder.set_handler(outer);
  body(node->orelse);
  builder.jump(Op::Jump, end);

  builder.place_handler(raised, depth);
  builder.push_handler(cleanup, depth + 1);
  const int in_handler = builder.handler();
  builder.emit(Op::PushHandled);           // [before, e]
  builder.emit(Op::Copy, 1);               // [before, original, rest]
  builder.emit(Op::BuildList, 0, 0, 0);    // [before, original, rest, list]
  builder.emit(Op::Swap, 2);               // [before, original, list, rest]
  for (const ast::ExceptHandler* handler : node->handlers) {
    builder.at(handler->span);
    const Label no_match = builder.label();
    const Label next = builder.label();
    const Label failed = builder.label();
    expression(handler->type);
    builder.at(handler->type->span);
    builder.emit(Op::CheckGroupMatch);     // [before, original, list, rest, match]
    builder.emit(Op::Copy, 1);
    builder.jump(Op::PopJumpIfNone, no_match);
    builder.at(handler->span);
    if (!handler->name.empty()) name(handler->name, Access::Store);
    else builder.emit(Op::PopTop);
    const int body_depth = builder.depth();  // [before, original, list, rest]
    builder.push_handler(failed, body_depth);
    nest(handler->span, {Block::Kind::ExceptionGroup, {}, {}, outer, nullptr, {}, {}});
    body(handler->body);
    unit_->blocks.pop_back();
    builder.set_handler(in_handler);
    if (!handler->name.empty()) store_none_and_delete(handler->name);
    builder.jump(Op::Jump, next);
    builder.place_handler(failed, body_depth);  // [before, original, list, rest, e2]
    if (!handler->name.empty()) store_none_and_delete(handler->name);
    builder.emit(Op::ListAppend, 2);            // onto the list below `rest`
    builder.jump(Op::Jump, next);
    builder.place(no_match);
    builder.emit(Op::PopTop);
    builder.place(next);
  }
  builder.emit(Op::ListAppend, 1);         // [before, original, list + rest]
  builder.emit(Op::PrepareReraiseStar);    // [before, exception or None]
  builder.emit(Op::Copy, 1);
  builder.jump(Op::PopJumpIfNotNone, reraise);
  builder.emit(Op::PopTop);
  builder.emit(Op::PopHandled);
  builder.set_handler(outer);
  builder.jump(Op::Jump, end);
  builder.place(reraise);                  // [before, exception]
  builder.emit(Op::Swap, 2);
  builder.emit(Op::PopHandled);
  builder.emit(Op::Reraise);
  reraise_cleanup(cleanup, depth + 1);
  builder.place(end);
}

void Compiler::with_item(const ast::WithBase* node, std::size_t index, bool is_async) {
  CodeBuilder& builder = out();
  if (index == node->items.size()) return body(node->body);
  const ast::withitem* item = node->items[index];
  const Label raised = builder.label();
  const Label cleanup = builder.label();
  const Label suppressed = builder.label();
  const Label exit = builder.label();
  const Span span = node->span;  // entering and leaving belong to the statement as a whole
  expression(item->context_expr);
  builder.at(span);
  builder.emit(is_async ? Op::BeforeAsyncWith : Op::BeforeWith);
  if (is_async) await_value(1);
  const int depth = builder.depth() - 1;  // with [exit] on top
  const int outer = builder.push_handler(raised, depth);
  nest(node->span, {is_async ? Block::Kind::AsyncWith : Block::Kind::With, {}, exit, outer, nullptr, {}, span});
  if (item->optional_vars != nullptr) assign_target(item->optional_vars);
  else builder.emit(Op::PopTop);
  with_item(node, index + 1, is_async);
  unit_->blocks.pop_back();
  builder.set_handler(outer);
  builder.at(span);
  call_exit_with_nones();
  if (is_async) await_value(2);
  builder.emit(Op::PopTop);
  builder.jump(Op::Jump, exit);

  builder.place_handler(raised, depth);       // [exit, e]
  builder.push_handler(cleanup, depth + 1);
  builder.emit(Op::PushHandled);              // [exit, before, e]
  builder.emit(Op::WithExceptStart);
  if (is_async) await_value(2);
  builder.jump(Op::PopJumpIfTrue, suppressed);
  builder.emit(Op::Reraise);
  builder.place(suppressed);
  builder.emit(Op::PopTop);
  builder.set_handler(outer);
  builder.emit(Op::PopHandled);
  builder.emit(Op::PopTop);
  builder.jump(Op::Jump, exit);
  reraise_cleanup(cleanup, depth + 1);
  builder.place(exit);
}

}  // namespace waiter::python
