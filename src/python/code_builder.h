#pragma once
// One code object in the making: instructions, labels, constants, the exception table and the stack's depth. It fuses what
// the interpreter can do at once (operands into binary operations). It knows nothing of the tree.
//
// Invariants
// 1. Every instruction carries the handler that was current when it was emitted; finish() turns that into ranges.
// 2. The depth of the stack is known at every reachable instruction and agrees at every label.

#include <memory>
#include <vector>

#include "python/bytecode.h"

namespace waiter::python {

struct Label {
  int id = -1;
};

class CodeBuilder {
 public:
  explicit CodeBuilder(std::unique_ptr<Code> code) : code_(std::move(code)) {}

  [[nodiscard]] Code& code() { return *code_; }
  void at(const Span& span) { span_ = span; }
  [[nodiscard]] const Span& span() const { return span_; }

  void emit(Op op, std::uint8_t a = 0, std::uint16_t b = 0, std::uint32_t c = 0);
  /// A binary operation of WAITER_MODED_OPS, given as its SS form; takes loads just emitted into itself. `a` = 1: in place.
  void emit_moded(Op stack_form, std::uint8_t a = 0);
  void load_constant(Value value);  // takes a reference of its own
  [[nodiscard]] std::uint32_t constant(Value value);
  [[nodiscard]] std::uint32_t cache(Str* name);

  [[nodiscard]] Label label();
  void jump(Op op, Label target);
  void place(Label label);
  /// Places a label that only exceptions reach: the stack is `depth` deep and the exception on top of it.
  void place_handler(Label label, int depth);
  [[nodiscard]] bool reachable() const { return reachable_; }

  /// Exceptions from what is emitted next go to `target` with the stack cut to `depth`. Returns what was current before.
  int push_handler(Label target, int depth);
  void set_handler(int handler) { handler_ = handler; }
  [[nodiscard]] int handler() const { return handler_; }
  [[nodiscard]] int outer_handler(int handler) const;
  [[nodiscard]] int depth() const { return depth_; }
  void set_depth(int depth) { depth_ = depth; }

  /// Resolves labels, makes the exception table. The builder is empty afterwards.
  [[nodiscard]] std::unique_ptr<Code> finish();

 private:
  struct HandlerInfo {
    int label, depth, outer;
  };
  void adjust(int change);

  std::unique_ptr<Code> code_;
  Span span_;
  int depth_ = 0;
  bool reachable_ = true;
  int handler_ = -1;
  std::vector<HandlerInfo> handlers_;
  std::vector<int> handler_of_;        // one for each instruction
  std::vector<int> label_places_;      // -1: not placed
  std::vector<int> label_depths_;      // -1: nobody jumped there yet
  std::vector<Span> operand_spans_;    // of the locals that were taken into operations, in their order
  std::vector<std::uint32_t> jumps_;   // instructions whose c is a label
  std::size_t fusion_barrier_ = 0;     // instructions before this one stay as they are
};

}  // namespace waiter::python
