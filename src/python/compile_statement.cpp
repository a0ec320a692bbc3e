#include "python/compiler_unit.h"
#include "python/construct.h"
#include "python/vm.h"

namespace waiter::python {
namespace {

using ast::as;
using ast::NodeKind;
using ast::try_as;

bool is_true_constant(const ast::Expression* node) {
  const auto* constant = try_as<ast::Constant>(node);
  if (constant == nullptr) return false;
  return constant->type == ast::ConstantKind::True ||
         (constant->type == ast::ConstantKind::Int && constant->fits_int64 && constant->integer != 0);
}

}  // namespace

void Compiler::body(const ast::Statements& statements) {
  for (const ast::Statement* node : statements) statement(node);
}

void Compiler::statement(const ast::Statement* node) {
  CodeBuilder& builder = out();
  builder.at(node->span);
  switch (node->kind) {
    case NodeKind::FunctionDef: function(as<ast::FunctionDef>(node), false); break;
    case NodeKind::AsyncFunctionDef: function(as<ast::AsyncFunctionDef>(node), true); break;
    case NodeKind::ClassDef: class_definition(as<ast::ClassDef>(node)); break;
    case NodeKind::Return: return_statement(as<ast::Return>(node)); break;
    case NodeKind::Delete:
      for (const ast::Expression* target : as<ast::Delete>(node)->targets) delete_target(target);
      break;
    case NodeKind::Assign: {
      const auto* assign = as<ast::Assign>(node);
      expression(assign->value);
      for (std::size_t i = 0; i < assign->targets.size(); ++i) {
        builder.at(node->span);
        if (i + 1 < assign->targets.size()) builder.emit(Op::Copy, 1);
        assign_target(assign->targets[i]);
      }
      break;
    }
    case NodeKind::AugAssign: augmented(as<ast::AugAssign>(node)); break;
    case NodeKind::AnnAssign: annotated(as<ast::AnnAssign>(node)); break;
    case NodeKind::For: for_loop(as<ast::For>(node)); break;
    case NodeKind::AsyncFor: async_for_loop(as<ast::AsyncFor>(node)); break;
    case NodeKind::While: while_loop(as<ast::While>(node)); break;
    case NodeKind::If: {
      const auto* choice = as<ast::If>(node);
      const Condition condition(*this, !is_main_test(choice->test));
      if_statement(choice);
      break;
    }
    case NodeKind::With: {
      const auto* with = as<ast::With>(node);
      const Condition condition(*this, may_suppress(with));
      with_item(with, 0, false);
      break;
    }
    case NodeKind::AsyncWith:
      if (!unit_->is_async) error(node->span, "'async with' outside async function");
      with_item(as<ast::AsyncWith>(node), 0, true);
      break;
    case NodeKind::Match: {
      const Condition condition(*this);
      match_statement(as<ast::Match>(node));
      break;
    }
    case NodeKind::Raise: {
      const auto* raise = as<ast::Raise>(node);
      std::uint8_t count = 0;
      if (raise->exc != nullptr) {
        expression(raise->exc);
        ++count;
        if (raise->cause != nullptr) {
          expression(raise->cause);
          ++count;
        }
      }
      builder.at(node->span);
      builder.emit(Op::Raise, count);
      break;
    }
    case NodeKind::Try:
    case NodeKind::TryStar: {
      const auto* attempt = static_cast<const ast::TryBase*>(node);
      const Condition condition(*this, !attempt->handlers.empty());
      try_statement(attempt, node->kind == NodeKind::TryStar);
      break;
    }
    case NodeKind::Assert: assert_statement(as<ast::Assert>(node)); break;
    case NodeKind::Import: import(as<ast::Import>(node)); break;
    case NodeKind::ImportFrom: import_from(as<ast::ImportFrom>(node)); break;
    case NodeKind::Global:
    case NodeKind::Nonlocal: break;  // the symbol table has them
    case NodeKind::Expr: {
      const ast::Expression* value = as<ast::Expr>(node)->value;
      if (value->kind == NodeKind::Constant) {
        if (as<ast::Constant>(value)->type == ast::ConstantKind::Imaginary) not_run(value->span, SyntaxNotRun::ComplexNumber);
        builder.emit(Op::Nop);
        break;
      }
      expression(value);
      builder.at(node->span);
      builder.emit(Op::PopTop);
      break;
    }
    case NodeKind::Pass: builder.emit(Op::Nop); break;
    case NodeKind::Break: break_or_continue(node, true); break;
    case NodeKind::Continue: break_or_continue(node, false); break;
    default: WAITER_ASSERT(false, "every statement has a case");
  }
}

void Compiler::assign_target(const ast::Expression* target) {
  CodeBuilder& builder = out();
  const Span outer = builder.span();
  builder.at(target->span);
  switch (target->kind) {
    case NodeKind::Name: name(as<ast::Name>(target)->id, Access::Store); break;
    case NodeKind::Attribute: {
      const auto* attribute = as<ast::Attribute>(target);
      expression(attribute->value);
      builder.at(name_of_attribute(attribute));
      forbid_debug(attribute->attr, Access::Store, target->span);
      builder.emit(Op::StoreAttr, 0, 0, builder.cache(intern(vm_, mangled(attribute->attr))));
      break;
    }
    case NodeKind::Subscript: {
      const auto* item = as<ast::Subscript>(target);
      expression(item->value);
      subscript(item->slice);
      builder.at(target->span);
      builder.emit(Op::StoreSubscript);
      break;
    }
    case NodeKind::List: unpack(as<ast::List>(target)->elts, target->span); break;
    case NodeKind::Tuple: unpack(as<ast::Tuple>(target)->elts, target->span); break;
    case NodeKind::Starred:
      error(target->span, "starred assignment target must be in a list or tuple");
      builder.emit(Op::PopTop);
      break;
    default: WAITER_ASSERT(false, "the parser lets only targets through");
  }
  builder.at(outer);
}

void Compiler::delete_target(const ast::Expression* target) {
  CodeBuilder& builder = out();
  builder.at(target->span);
  switch (target->kind) {
    case NodeKind::Name: name(as<ast::Name>(target)->id, Access::Delete); break;
    case NodeKind::Attribute: {
      const auto* attribute = as<ast::Attribute>(target);
      expression(attribute->value);
      builder.at(name_of_attribute(attribute));
      builder.emit(Op::DeleteAttr, 0, 0, name_constant(attribute->attr));
      break;
    }
    case NodeKind::Subscript: {
      const auto* item = as<ast::Subscript>(target);
      expression(item->value);
      subscript(item->slice);
      builder.at(target->span);
      builder.emit(Op::DeleteSubscript);
      break;
    }
    case NodeKind::List:
      for (const ast::Expression* element : as<ast::List>(target)->elts) delete_target(element);
      break;
    case NodeKind::Tuple:
      for (const ast::Expression* element : as<ast::Tuple>(target)->elts) delete_target(element);
      break;
    default: WAITER_ASSERT(false, "the parser lets only targets through");
  }
}

void Compiler::augmented(const ast::AugAssign* node) {
  CodeBuilder& builder = out();
  const ast::Expression* target = node->target;
  switch (target->kind) {
    case NodeKind::Name:
      builder.at(target->span);
      name(as<ast::Name>(target)->id, Access::Load);
      expression(node->value);
      builder.at(node->span);
      binary(node->op, true);
      builder.at(target->span);
      name(as<ast::Name>(target)->id, Access::Store);
      return;
    case NodeKind::Attribute: {
      const auto* attribute = as<ast::Attribute>(target);
      Str* text = intern(vm_, mangled(attribute->attr));
      expression(attribute->value);
      builder.at(name_of_attribute(attribute));
      builder.emit(Op::Copy, 1);
      builder.emit(Op::LoadAttr, 0, 0, builder.cache(text));
      expression(node->value);
      builder.at(node->span);
      binary(node->op, true);
      builder.emit(Op::Swap, 2);
      builder.at(name_of_attribute(attribute));
      builder.emit(Op::StoreAttr, 0, 0, builder.cache(text));
      return;
    }
    case NodeKind::Subscript: {
      const auto* item = as<ast::Subscript>(target);
      expression(item->value);
      subscript(item->slice);
      builder.at(target->span);
      builder.emit(Op::Copy, 2);
      builder.emit(Op::Copy, 2);
      builder.emit(Op::SubscriptSS);
      expression(node->value);
      builder.at(node->span);
      binary(node->op, true);
      builder.emit(Op::Swap, 3);
      builder.emit(Op::Swap, 2);
      builder.at(target->span);
      builder.emit(Op::StoreSubscript);
      return;
    }
    default: WAITER_ASSERT(false, "the parser lets only targets through");
  }
}

void Compiler::annotated(const ast::AnnAssign* node) {
  CodeBuilder& builder = out();
  if (node->value != nullptr) {
    expression(node->value);
    assign_target(node->target);
  }
  const bool evaluated = unit_->scope->kind != ScopeKind::kFunction;
  switch (node->target->kind) {
    case NodeKind::Name:
      forbid_debug(as<ast::Name>(node->target)->id, Access::Store, node->span);
      if (!node->simple || !evaluated) {
        break;
      }
      annotation(node->annotation);
      builder.at(node->span);
      if (unit_->scope->kind == ScopeKind::kModule) builder.emit(Op::SetupAnnotations);  // a class does so at its head
      name("__annotations__", Access::Load);
      builder.load_constant(intern(vm_, mangled(as<ast::Name>(node->target)->id)));
      builder.emit(Op::StoreSubscript);
      break;
    case NodeKind::Attribute:
      forbid_debug(as<ast::Attribute>(node->target)->attr, Access::Store, node->span);
      if (node->value == nullptr) {
        expression(as<ast::Attribute>(node->target)->value);
        builder.emit(Op::PopTop);
      }
      break;
    case NodeKind::Subscript:
      if (node->value == nullptr) {
        expression(as<ast::Subscript>(node->target)->value);
        builder.emit(Op::PopTop);
        expression(as<ast::Subscript>(node->target)->slice);
        builder.emit(Op::PopTop);
      }
      break;
    default: break;
  }
}

void Compiler::if_statement(const ast::If* node) {
  CodeBuilder& builder = out();
  const Label end = builder.label();
  const Label otherwise = node->orelse.empty() ? end : builder.label();
  jump_if(node->test, false, otherwise);
  body(node->body);
  if (!node->orelse.empty()) {
    builder.jump(Op::Jump, end);
    builder.place(otherwise);
    body(node->orelse);
  }
  builder.place(end);
}

void Compiler::while_loop(const ast::While* node) {
  CodeBuilder& builder = out();
  const Label start = builder.label();
  const Label body_label = builder.label();
  const Label otherwise = builder.label();
  const Label end = builder.label();
  builder.place(start);
  nest(node->span, {Block::Kind::WhileLoop, start, end, builder.handler(), nullptr, {}, {}});
  const bool forever = is_true_constant(node->test);
  if (forever) builder.emit(Op::Nop);  // a line of its own, as CPython has it
  else jump_if(node->test, false, otherwise);
  builder.place(body_label);
  body(node->body);
  builder.at(node->span);
  builder.jump(Op::JumpBack, start);
  unit_->blocks.pop_back();
  builder.place(otherwise);
  body(node->orelse);
  builder.place(end);
}

void Compiler::for_loop(const ast::For* node) {
  CodeBuilder& builder = out();
  const Label start = builder.label();
  const Label exhausted = builder.label();
  const Label end = builder.label();
  expression(node->iter);
  builder.at(node->span);  // both belong to the statement as a whole
  builder.emit(Op::GetIter);
  nest(node->span, {Block::Kind::ForLoop, start, end, builder.handler(), nullptr, {}, {}});
  builder.place(start);
  builder.jump(Op::ForIter, exhausted);
  assign_target(node->target);
  body(node->body);
  builder.at(node->span);
  builder.jump(Op::JumpBack, start);
  unit_->blocks.pop_back();
  builder.place(exhausted);
  body(node->orelse);
  builder.place(end);
}

void Compiler::async_for_loop(const ast::AsyncFor* node) {
  CodeBuilder& builder = out();
  if (!unit_->is_async) error(node->span, "'async for' outside async function");
  const Label start = builder.label();
  const Label ended = builder.label();
  const Label end = builder.label();
  expression(node->iter);
  builder.at(node->span);  // compiler_async_for: what __aiter__ and __anext__ raise is the whole statement's
  builder.emit(Op::GetAsyncIter);
  nest(node->span, {Block::Kind::ForLoop, start, end, builder.handler(), nullptr, {}, {}});
  builder.place(start);
  const int depth = builder.depth();
  const int outer = builder.push_handler(ended, depth);
  builder.emit(Op::GetAsyncNext);
  builder.load_constant(kNone);
  add_yield_from();
  builder.set_handler(outer);
  assign_target(node->target);
  body(node->body);
  builder.at(node->span);
  builder.jump(Op::JumpBack, start);
  unit_->blocks.pop_back();
  builder.place_handler(ended, depth);
  builder.at(node->iter->span);
  builder.emit(Op::EndAsyncFor);
  body(node->orelse);
  builder.place(end);
}

void Compiler::import(const ast::Import* node) {
  CodeBuilder& builder = out();
  refuse_import(node);
  for (const ast::alias* alias : node->names) {
    builder.load_constant(Value::from_int(0));
    builder.load_constant(kNone);
    builder.emit(Op::ImportName, 0, 0, builder.constant(intern(vm_, alias->name)));
    const std::size_t dot = alias->name.find('.');
    if (!alias->asname.empty()) {
      // import a.b.c as d binds a.b.c
      std::string_view rest = dot == std::string_view::npos ? std::string_view() : alias->name.substr(dot + 1);
      while (!rest.empty()) {
        const std::size_t next = rest.find('.');
        builder.emit(Op::ImportFrom, 0, 0, builder.constant(intern(vm_, rest.substr(0, next))));
        builder.emit(Op::Swap, 2);
        builder.emit(Op::PopTop);
        rest = next == std::string_view::npos ? std::string_view() : rest.substr(next + 1);
      }
      name(alias->asname, Access::Store);
    } else {
      name(alias->name.substr(0, dot), Access::Store);
    }
  }
}

void Compiler::import_from(const ast::ImportFrom* node) {
  CodeBuilder& builder = out();
  refuse_import_from(node);
  if (node->module == "__future__" && node->span.line > symbols_.last_future_line)
    error(node->span, "from __future__ imports must occur at the beginning of the file");
  builder.load_constant(Value::from_int(node->level));
  std::vector<Value> names;
  for (const ast::alias* alias : node->names) names.push_back(intern(vm_, alias->name));
  const Ref list = tuple_of(vm_, names);
  builder.load_constant(list);
  builder.emit(Op::ImportName, 0, 0, builder.constant(intern(vm_, node->module)));
  if (node->names.size() == 1 && node->names[0]->name == "*") {
    if (unit_->scope->kind != ScopeKind::kModule) error(node->span, "import * only allowed at module level");
    builder.emit(Op::ImportStar);
    return;
  }
  for (const ast::alias* alias : node->names) {
    builder.emit(Op::ImportFrom, 0, 0, builder.constant(intern(vm_, alias->name)));
    name(alias->asname.empty() ? alias->name : alias->asname, Access::Store);
  }
  builder.emit(Op::PopTop);
}

void Compiler::return_statement(const ast::Return* node) {
  CodeBuilder& builder = out();
  if (!unit_->is_function()) return error(node->span, "'return' outside function");
  if (node->value != nullptr && unit_->scope->is_async_generator())
    error(node->span, "'return' with value in async generator");
  const auto* constant = node->value == nullptr ? nullptr : try_as<ast::Constant>(node->value);
  const bool keep_top = node->value != nullptr && constant == nullptr;
  const int depth = builder.depth();
  if (keep_top) expression(node->value);
  const int handler = builder.handler();
  // What is said of the blocks that are left is said of a constant, if one stands on this line (compiler_return).
  builder.at(constant != nullptr && constant->span.line == node->span.line ? constant->span : node->span);
  unwind_blocks(keep_top, false);
  if (node->value == nullptr) builder.load_constant(kNone);
  else if (!keep_top) expression(node->value);
  builder.at(node->span);
  builder.emit(Op::ReturnValue);
  builder.set_depth(depth);  // the dead code that follows stands in the same blocks as before
  builder.set_handler(handler);
}

void Compiler::break_or_continue(const ast::Statement* node, bool is_break) {
  CodeBuilder& builder = out();
  const int handler = builder.handler();
  const std::vector<Block> blocks = unit_->blocks;
  builder.emit(Op::Nop);
  const int depth = builder.depth();
  if (const Block* found = unwind_blocks(false, true)) {
    const Block loop = *found;
    if (is_break) {
      unwind(loop, false);
      builder.jump(Op::Jump, loop.exit);
    } else {
      builder.jump(Op::JumpBack, loop.start);
    }
  } else {
    // Said after the blocks were unwound, for they may have had something worse to say.
    error(node->span, is_break ? "'break' outside loop" : "'continue' not properly in loop");
  }
  builder.set_depth(depth);  // the dead code that follows stands in the same blocks as before
  unit_->blocks = blocks;
  builder.set_handler(handler);
}

namespace {

const ast::Expression* last_comparison(const ast::Expression* node) {
  if (node->kind == NodeKind::Compare) return node;
  if (const auto* unary = try_as<ast::UnaryOp>(node); unary != nullptr && unary->op == ast::UnaryOperator::Not) return last_comparison(unary->operand);
  if (const auto* boolean = try_as<ast::BoolOp>(node)) {
    for (std::size_t i = boolean->values.size(); i-- > 0;)
      if (const auto* found = last_comparison(boolean->values[i])) return found;
  }
  if (const auto* choice = try_as<ast::IfExp>(node)) {
    for (const ast::Expression* part : {choice->orelse, choice->body, choice->test})
      if (const auto* found = last_comparison(part)) return found;
  }
  return nullptr;
}

}  // namespace

void Compiler::assert_statement(const ast::Assert* node) {
  warn_of_assert(node);
  CodeBuilder& builder = out();
  const Label fine = builder.label();
  jump_if(node->test, true, fine);
  // compiler_jump_if leaves the place at the comparison it looked at last.
  const ast::Expression* comparison = last_comparison(node->test);
  const Span place = comparison == nullptr ? node->span : comparison->span;
  builder.at(place);
  builder.emit(Op::LoadAssertionError);
  if (node->msg != nullptr) {
    // [AssertionError] -> [empty, AssertionError, message] -> called
    builder.emit(Op::PushEmpty);
    builder.emit(Op::Swap, 2);
    expression(node->msg);
    builder.at(place);
    builder.emit(Op::Call, 0, 1);
  }
  builder.emit(Op::Raise, 1);
  builder.place(fine);
}

}  // namespace waiter::python
