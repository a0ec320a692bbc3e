#include "python/code_builder.h"

#include <algorithm>

#include "python/construct.h"

namespace waiter::python {
namespace {

/// What an instruction does to the stack's depth when it does not jump.
int effect_of(Op op, std::uint8_t a, std::uint16_t b, std::uint32_t c) {
  const int n = static_cast<int>(c);
  switch (op) {
    case Op::Copy: case Op::LoadConst: case Op::LoadFast: case Op::LoadCell: case Op::LoadClosure:
    case Op::LoadClassCell: case Op::LoadName: case Op::LoadMethod: case Op::PushEmpty: case Op::LoadAssertionError:
    case Op::LoadBuildClass: case Op::PushHandled: case Op::BeforeWith: case Op::BeforeAsyncWith: case Op::WithExceptStart:
    case Op::GetLength: case Op::MatchSequence: case Op::MatchMapping: case Op::MatchKeys: case Op::ImportFrom:
    case Op::ForIter: case Op::GetAsyncNext:
      return 1;
    case Op::LoadGlobal:
      return a == 1 ? 2 : 1;
    case Op::PopTop: case Op::StoreFast: case Op::StoreCell: case Op::StoreGlobal: case Op::StoreName: case Op::DeleteAttr:
    case Op::BinaryOp: case Op::InPlaceAdd: case Op::Is: case Op::Contains: case Op::PopJumpIfFalse: case Op::PopJumpIfTrue:
    case Op::PopJumpIfNone: case Op::PopJumpIfNotNone: case Op::JumpIfFalseOrPop: case Op::JumpIfTrueOrPop:
    case Op::ListAppend: case Op::SetAdd: case Op::ListExtend: case Op::SetUpdate: case Op::DictUpdate: case Op::DictMerge:
    case Op::Reraise: case Op::PopHandled: case Op::PrepareReraiseStar: case Op::ReturnValue:
    case Op::ImportName: case Op::ImportStar: case Op::DictRest: case Op::PrintExpression:
      return -1;
    case Op::StoreAttr: case Op::DeleteSubscript: case Op::MapAdd: case Op::EndAsyncFor: case Op::MatchClass:
      return -2;
    case Op::StoreSubscript:
      return -3;
    case Op::BuildTuple: case Op::BuildList: case Op::BuildSet: case Op::BuildString:
      return 1 - n;
    case Op::BuildMap:
      return 1 - 2 * n;
    case Op::BuildConstKeyMap:
      return -n;
    case Op::BuildSlice:
      return 1 - a;
    case Op::UnpackSequence:
      return n - 1;
    case Op::UnpackStar:
      return b + n;
    case Op::FormatValue:
      return b == 1 ? -1 : 0;
    case Op::Call: case Op::BuildClass:
      return -1 - b;
    case Op::CallStar:
      return a == 1 ? -3 : -2;
    case Op::MakeFunction:
      return 1 - ((a & 1) + ((a >> 1) & 1) + ((a >> 2) & 1) + ((a >> 3) & 1));
    case Op::Raise:
      return -a;
    default:
      break;
  }
  if (op >= Op::AddSS) {
    static constexpr int kModes[] = {-1, 0, 0, 1, 1};
    return kModes[(static_cast<int>(op) - static_cast<int>(Op::AddSS)) % 5];
  }
  return 0;
}

/// What differs when it does jump.
int jump_effect_of(Op op) {
  switch (op) {
    case Op::ForIter: return -1;
    case Op::Send: return -1;
    case Op::JumpIfFalseOrPop: case Op::JumpIfTrueOrPop: return 0;
    default: return effect_of(op, 0, 0, 0);
  }
}

bool ends_block(Op op) {
  return op == Op::Jump || op == Op::JumpBack || op == Op::ReturnValue || op == Op::Raise || op == Op::Reraise;
}

}  // namespace

void CodeBuilder::adjust(int change) {
  depth_ += change;
  WAITER_ASSERT(depth_ >= 0 || !reachable_, "the stack is never popped below empty");
  if (depth_ < 0) depth_ = 0;
  // An exception is pushed on top of whatever depth its handler has: one slot to spare.
  code_->stack_size = std::max(code_->stack_size, static_cast<std::uint32_t>(depth_) + 3);
}

void CodeBuilder::emit(Op op, std::uint8_t a, std::uint16_t b, std::uint32_t c) {
  code_->instructions.push_back({op, a, b, c});
  code_->spans.push_back(span_);
  handler_of_.push_back(handler_);
  adjust(effect_of(op, a, b, c));
  if (ends_block(op)) {
    reachable_ = false;
    fusion_barrier_ = code_->instructions.size();
  }
}

void CodeBuilder::emit_moded(Op stack_form, std::uint8_t a) {
  auto& instructions = code_->instructions;
  const auto fusable = [&](std::size_t back) {
    return instructions.size() >= fusion_barrier_ + back && instructions.size() >= back;
  };
  const auto drop = [&](std::size_t count) {
    for (std::size_t back = count; back > 0; --back)
      if (instructions[instructions.size() - back].op == Op::LoadFast) operand_spans_.push_back(code_->spans[code_->spans.size() - back]);
    for (std::size_t i = 0; i < count; ++i) {
      instructions.pop_back();
      code_->spans.pop_back();
      handler_of_.pop_back();
    }
    depth_ -= static_cast<int>(count);
  };
  const auto form = [&](int offset) { return static_cast<Op>(static_cast<int>(stack_form) + offset); };
  if (fusable(1)) {
    const Instruction right = instructions.back();
    const bool right_fast = right.op == Op::LoadFast;
    const bool right_constant = right.op == Op::LoadConst;
    if (right_fast || right_constant) {
      const std::uint32_t operand = right_fast ? right.b : right.c;
      if (fusable(2) && instructions[instructions.size() - 2].op == Op::LoadFast) {
        const std::uint16_t left = instructions[instructions.size() - 2].b;
        drop(2);
        emit(form(right_fast ? 3 : 4), a, left, operand);
        return;
      }
      drop(1);
      emit(form(right_fast ? 1 : 2), a, 0, operand);
      return;
    }
  }
  emit(a == 1 && stack_form == Op::AddSS ? Op::InPlaceAdd : stack_form, a);
}

std::uint32_t CodeBuilder::constant(Value value) {
  auto& constants = code_->constants;
  for (std::size_t i = 0; i < constants.size(); ++i)
    if (constants[i] == value) return static_cast<std::uint32_t>(i);
  incref(value);
  constants.push_back(value);
  return static_cast<std::uint32_t>(constants.size() - 1);
}

void CodeBuilder::load_constant(Value value) { emit(Op::LoadConst, 0, 0, constant(value)); }

std::uint32_t CodeBuilder::cache(Str* name) {
  InlineCache cache;
  cache.name = name;
  code_->caches.push_back(cache);
  return static_cast<std::uint32_t>(code_->caches.size() - 1);
}

Label CodeBuilder::label() {
  label_places_.push_back(-1);
  label_depths_.push_back(-1);
  return {static_cast<int>(label_places_.size()) - 1};
}

void CodeBuilder::jump(Op op, Label target) {
  const auto id = static_cast<std::size_t>(target.id);
  const int depth_there = depth_ + jump_effect_of(op);
  if (reachable_) {
    WAITER_ASSERT(label_depths_[id] < 0 || label_depths_[id] == depth_there, "all ways to a label have the same depth");
    label_depths_[id] = depth_there;
  } else if (label_depths_[id] == -1) {
    label_depths_[id] = -2 - depth_there;  // dead code alone comes there: known for what stands behind it
  }
  jumps_.push_back(static_cast<std::uint32_t>(code_->instructions.size()));
  emit(op, 0, 0, static_cast<std::uint32_t>(target.id));
}

void CodeBuilder::place(Label label) {
  const auto id = static_cast<std::size_t>(label.id);
  label_places_[id] = static_cast<int>(code_->instructions.size());
  if (label_depths_[id] >= 0) {
    WAITER_ASSERT(!reachable_ || depth_ == label_depths_[id], "all ways to a label have the same depth");
    depth_ = label_depths_[id];
    reachable_ = true;
  } else {
    if (!reachable_ && label_depths_[id] < -1) depth_ = -2 - label_depths_[id];
    label_depths_[id] = depth_;
  }
  fusion_barrier_ = code_->instructions.size();
}

void CodeBuilder::place_handler(Label label, int depth) {
  const auto id = static_cast<std::size_t>(label.id);
  label_places_[id] = static_cast<int>(code_->instructions.size());
  reachable_ = true;
  depth_ = depth;
  adjust(1);
  fusion_barrier_ = code_->instructions.size();
}

int CodeBuilder::push_handler(Label target, int depth) {
  const int before = handler_;
  handlers_.push_back({target.id, depth, handler_});
  handler_ = static_cast<int>(handlers_.size()) - 1;
  return before;
}

int CodeBuilder::outer_handler(int handler) const {
  return handler < 0 ? -1 : handlers_[static_cast<std::size_t>(handler)].outer;
}

std::unique_ptr<Code> CodeBuilder::finish() {
  auto& instructions = code_->instructions;
  for (const std::uint32_t at : jumps_) {
    const int place = label_places_[instructions[at].c];
    WAITER_ASSERT(place >= 0, "a label that is jumped to is placed");
    instructions.own(at).c = static_cast<std::uint32_t>(place);
  }
  for (std::uint32_t at = 0; at < instructions.size();) {
    std::uint32_t end = at + 1;
    while (end < instructions.size() && handler_of_[end] == handler_of_[at]) ++end;
    if (handler_of_[at] >= 0) {
      const HandlerInfo& info = handlers_[static_cast<std::size_t>(handler_of_[at])];
      const int place = label_places_[static_cast<std::size_t>(info.label)];
      WAITER_ASSERT(place >= 0, "a handler is placed");
      code_->handlers.push_back({at, end, static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(info.depth)});
    }
    at = end;
  }
  for (const Span& span : operand_spans_) code_->spans.push_back(span);
  return std::move(code_);
}

}  // namespace waiter::python
