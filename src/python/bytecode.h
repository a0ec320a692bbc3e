#pragma once
// The instructions, and what one code object holds. 64 bits each: op, a (8 bits), b (16), c (32); fixed width, so that a
// jump is an index and nothing needs a prefix. The value stack is CPython's; what is ours are the operand modes: a binary
// operation takes its operands from the stack (S), from locals (F) or constants (C), which saves most loads.
// This header knows no compiler and no interpreter.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "python/object.h"
#include "python/source.h"

namespace waiter::python {

/// Binary operations that exist in all operand modes: SS, SF, SC, FF, FC (left operand in b, right in c).
#define WAITER_MODED_OPS(X) \
  X(Add) X(Sub) X(Mul) X(TrueDiv) X(FloorDiv) X(Mod) X(And) X(Subscript) X(Lt) X(Le) X(Eq) X(Ne) X(Gt) X(Ge)

// clang-format off
/// X(name, what it does to the stack; [a, b] -> [c] has its top on the right)
#define WAITER_PLAIN_OPS(X)                                                                                  \
  X(Nop,               "")                                                                                   \
  X(PopTop,            "[v] -> []")                                                                          \
  X(Copy,              "pushes the a-th value from the top")                                                 \
  X(Swap,              "exchanges the top and the a-th value")                                               \
  X(LoadConst,         "pushes constants[c]")                                                                \
  X(LoadFast,          "pushes local b, which must be bound")                                                \
  X(StoreFast,         "[v] -> [], local b")                                                                 \
  X(DeleteFast,        "local b")                                                                            \
  X(MakeCell,          "wraps local b in a cell")                                                            \
  X(CopyFree,          "copies the function's closure into the last b locals")                               \
  X(LoadCell,          "pushes what the cell in local b holds")                                              \
  X(StoreCell,         "[v] -> []")                                                                          \
  X(DeleteCell,        "")                                                                                   \
  X(LoadClosure,       "pushes the cell itself")                                                             \
  X(LoadClassCell,     "pushes names[c] of the class's namespace, or what the cell in local b holds")        \
  X(LoadGlobal,        "cache c; a = 1: pushes an empty self first, for a call")                             \
  X(StoreGlobal,       "[v] -> []; name c")                                                                  \
  X(DeleteGlobal,      "name c")                                                                             \
  X(LoadName,          "namespace, globals, builtins; name c")                                               \
  X(StoreName,         "[v] -> []; name c, in the namespace")                                                \
  X(DeleteName,        "name c")                                                                             \
  X(LoadAttr,          "[o] -> [o.name]; cache c")                                                           \
  X(StoreAttr,         "[v, o] -> []; cache c")                                                              \
  X(DeleteAttr,        "[o] -> []; name c")                                                                  \
  X(LoadMethod,        "[o] -> [function, o] or [empty, attribute]; cache c")                                \
  X(StoreSubscript,    "[v, o, key] -> []")                                                                  \
  X(DeleteSubscript,   "[o, key] -> []")                                                                     \
  X(BinaryOp,          "[l, r] -> [result]; a = BinaryKind, b = 1: in place")                                \
  X(InPlaceAdd,        "[l, r] -> [result]")                                                                 \
  X(Is,                "[l, r] -> [bool]; a = 1: is not")                                                    \
  X(Contains,          "[item, container] -> [bool]; a = 1: not in")                                         \
  X(Negative,          "[v] -> [-v]")                                                                        \
  X(Positive,          "[v] -> [+v]")                                                                        \
  X(Invert,            "[v] -> [~v]")                                                                        \
  X(Not,               "[v] -> [bool]")                                                                      \
  X(Jump,              "to c")                                                                               \
  X(JumpBack,          "to c; the interpreter looks up from its work here")                                  \
  X(PopJumpIfFalse,    "[v] -> []; to c")                                                                    \
  X(PopJumpIfTrue,     "[v] -> []; to c")                                                                    \
  X(PopJumpIfNone,     "[v] -> []; to c")                                                                    \
  X(PopJumpIfNotNone,  "[v] -> []; to c")                                                                    \
  X(JumpIfFalseOrPop,  "[v] -> [v] and to c, or []")                                                         \
  X(JumpIfTrueOrPop,   "[v] -> [v] and to c, or []")                                                         \
  X(GetIter,           "[v] -> [iterator]")                                                                  \
  X(ForIter,           "[it] -> [it, next], or [] and to c")                                                 \
  X(BuildTuple,        "c values")                                                                           \
  X(BuildList,         "c values")                                                                           \
  X(BuildSet,          "c values")                                                                           \
  X(BuildMap,          "c pairs")                                                                            \
  X(BuildConstKeyMap,  "c values, then the tuple of keys")                                                   \
  X(BuildSlice,        "a = 2 or 3 values")                                                                  \
  X(BuildString,       "c strings")                                                                          \
  X(ListAppend,        "[..., v] -> [...]; the list is the a-th from the top after the pop")                 \
  X(SetAdd,            "likewise")                                                                           \
  X(MapAdd,            "[..., k, v] -> [...]")                                                               \
  X(ListExtend,        "[list, v] -> [list]; a as above")                                                    \
  X(SetUpdate,         "[set, v] -> [set]")                                                                  \
  X(DictUpdate,        "[dict, v] -> [dict]; {**v}")                                                         \
  X(DictMerge,         "[callable, args, dict, v] -> [callable, args, dict]; f(**v): no key twice")          \
  X(ListToTuple,       "[list] -> [tuple]")                                                                  \
  X(UnpackSequence,    "[v] -> c values, the first on top")                                                  \
  X(UnpackStar,        "[v] -> b before, a list, c after; the first on top")                                 \
  X(FormatValue,       "[v] or [v, spec] -> [str]; a = conversion ('s', 'r', 'a' or 0), b = 1: with spec")   \
  X(Call,              "[empty or function, callable or self, args] -> [result]; b positional + keyword, c names + 1, or 0") \
  X(CallStar,          "[empty, callable, iterable] or with a dict (a = 1) -> [result]")                     \
  X(PushEmpty,         "pushes the empty self of a call")                                                    \
  X(MakeFunction,      "[defaults] [kwdefaults] [annotations] [closure] -> [function]; a = which, c = code") \
  X(BuildClass,        "[empty, body, name, bases...] is a call of __build_class__; b args, c names + 1")    \
  X(SetupAnnotations,  "the namespace gets __annotations__")                                                 \
  X(LoadAssertionError,"")                                                                                   \
  X(LoadBuildClass,    "")                                                                                   \
  X(Raise,             "a = 0: again; 1: [exception]; 2: [exception, cause]")                                \
  X(Reraise,           "[exception]: raised again, without a new line in its traceback")                     \
  X(PushHandled,       "[e] -> [what was handled before, e]; e is handled now")                              \
  X(PopHandled,        "[before] -> []; that is handled again")                                              \
  X(CheckMatch,        "[e, type] -> [e, bool]")                                                             \
  X(CheckGroupMatch,   "[e, type] -> [rest, match or None]")                                                 \
  X(PrepareReraiseStar,"[original, list] -> [exception or None]")                                            \
  X(BeforeWith,        "[manager] -> [exit, entered]")                                                       \
  X(BeforeAsyncWith,   "[manager] -> [exit, awaitable]")                                                     \
  X(WithExceptStart,   "[exit, before, e] -> [exit, before, e, result]")                                     \
  X(ReturnGenerator,   "the frame becomes a generator's; it is what the caller gets")                        \
  X(ReturnValue,       "[v]")                                                                                \
  X(YieldValue,        "[v] -> [what is sent]; a = 1: wrapped, for an async generator")                      \
  X(Send,              "[it, v] -> [it, yielded], or [result] and to c")                                     \
  X(GetYieldFromIter,  "[v] -> [iterator]")                                                                  \
  X(GetAwaitable,      "[v] -> [iterator]; a: 1 = __aenter__, 2 = __aexit__")                                \
  X(GetAsyncIter,      "[v] -> [v.__aiter__()]")                                                             \
  X(GetAsyncNext,      "[it] -> [it, awaitable]")                                                            \
  X(EndAsyncFor,       "[it, e] -> [] if e is StopAsyncIteration, else raised again")                        \
  X(ImportName,        "[level, fromlist] -> [module]; name c")                                              \
  X(ImportFrom,        "[module] -> [module, attribute]; name c")                                            \
  X(ImportStar,        "[module] -> []")                                                                     \
  X(GetLength,         "[v] -> [v, len]")                                                                    \
  X(MatchSequence,     "[v] -> [v, bool]")                                                                   \
  X(MatchMapping,      "[v] -> [v, bool]")                                                                   \
  X(MatchKeys,         "[v, keys] -> [v, keys, values or None]")                                             \
  X(MatchClass,        "[v, cls, names] -> [values or None]; c positional")                                  \
  X(DictRest,          "[v, keys] -> [dict of v without them]")                                              \
  X(PrintExpression,   "[v] -> []")
// clang-format on

enum class Op : std::uint8_t {
#define WAITER_OP(name, effect) name,
  WAITER_PLAIN_OPS(WAITER_OP)
#undef WAITER_OP
#define WAITER_OP(name) name##SS, name##SF, name##SC, name##FF, name##FC,
  WAITER_MODED_OPS(WAITER_OP)
#undef WAITER_OP
};

[[nodiscard]] const char* op_name(Op op);

enum class BinaryKind : std::uint8_t {
  Add, Sub, Mul, MatMul, TrueDiv, Mod, Pow, LeftShift, RightShift, Or, Xor, And, FloorDiv,
};
enum class CompareKind : std::uint8_t { Lt, Le, Eq, Ne, Gt, Ge };

struct Instruction {
  Op op;
  std::uint8_t a = 0;
  std::uint16_t b = 0;
  std::uint32_t c = 0;
};
static_assert(sizeof(Instruction) == 8);

/// Where an exception goes from instructions [begin, end): the stack is cut to `depth` and the exception pushed.
struct Handler {
  std::uint32_t begin, end, target, depth;
};

/// What an instruction learnt when it ran last. `name` is constant; the rest is a guess that is checked before use.
struct InlineCache {
  Str* name = nullptr;
  std::uint32_t version = 0;   ///< of the type, or of the globals
  std::uint32_t version2 = 0;  ///< of the builtins
  Shape* shape = nullptr;
  Shape* next = nullptr;       ///< kNewSlot: the shape afterwards
  std::uint32_t slot = 0;
  std::uint8_t what = 0;       ///< the instruction's own business
  Value value;                 ///< borrowed: alive while `version` holds
};

enum CodeFlags : std::uint32_t {
  kCodeVarArgs = 1, kCodeVarKeywords = 2, kCodeGenerator = 4, kCodeCoroutine = 8, kCodeAsyncGenerator = 16,
  kCodeClassBody = 32, kCodeOptimized = 64 /* locals in slots */, kCodeComprehension = 128,
};

/// What is known of code before it runs: enough to make a function of it, and to call one that is given what it asks for.
struct CodeHead {
  std::string name, qualified_name;
  std::uint16_t file = 0;  ///< index into the VM's source files
  std::uint32_t first_line = 0;
  std::uint32_t flags = 0;
  std::uint32_t argument_count = 0;         ///< positional (positional-only ones included)
  std::uint32_t positional_only_count = 0;
  std::uint32_t keyword_only_count = 0;
  std::uint32_t local_count = 0;            ///< slots: arguments, locals, cells, free variables
  std::uint32_t free_count = 0;             ///< the last of them
  std::uint32_t stack_size = 0;
  bool is_prelude = false;                  ///< ours, not the learner's: it takes no virtual time
  bool is_simple = false;                   ///< only plain positional parameters, no cells, no generator: the fast call
};

struct CodeTemplate;

/// One of a code's arrays: the compiler's work, or a template's, which outlives every VM and is not copied.
template <class T>
class CodeArray {
 public:
  CodeArray() = default;
  CodeArray(const CodeArray&) = delete;
  CodeArray& operator=(const CodeArray&) = delete;

  [[nodiscard]] const T* data() const { return items_; }
  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] const T* begin() const { return items_; }
  [[nodiscard]] const T* end() const { return items_ + count_; }
  [[nodiscard]] const T& operator[](std::size_t index) const { return items_[index]; }
  [[nodiscard]] const T& back() const { return items_[count_ - 1]; }

  void borrow(const std::vector<T>& from) {
    items_ = from.data();
    count_ = from.size();
  }
  // REQUIRES: nothing is borrowed.
  [[nodiscard]] T& own(std::size_t index) { return own_[index]; }
  void push_back(const T& item) {
    own_.push_back(item);
    borrow(own_);
  }
  void pop_back() {
    own_.pop_back();
    borrow(own_);
  }

 private:
  const T* items_ = nullptr;
  std::size_t count_ = 0;
  std::vector<T> own_;
};

/// One function's, class body's or module's instructions. Made by the compiler, changed by nobody (but its caches); owned
/// by the VM. A prelude's may be a head only, until something calls it or looks into it (code_template.h, complete_code).
struct Code : CodeHead {
  const CodeTemplate* rest = nullptr;       ///< whose head this is so far; null: it is whole
  std::vector<Str*> local_names;            ///< one for each slot
  CodeArray<Instruction> instructions;
  CodeArray<Span> spans;                    ///< one for each instruction, then one for each local that an operation has taken into itself
  CodeArray<Handler> handlers;              ///< innermost first where they overlap
  std::vector<Value> constants;             ///< owned
  mutable std::vector<InlineCache> caches;
  std::vector<const Code*> codes;           ///< nested ones
  Value doc;                                ///< the docstring or None
  mutable bool is_iterable_coroutine = false;  ///< a generator that may be awaited: types.coroutine was told of it
  mutable Value object;                     ///< what f.__code__ gives (code_object.h), owned; empty: nobody has asked

  [[nodiscard]] bool is_generator_like() const {
    return (flags & (kCodeGenerator | kCodeCoroutine | kCodeAsyncGenerator)) != 0;
  }
};

/// The instructions as text, one a line, for tests and for us.
[[nodiscard]] std::string disassemble(const Code& code);

}  // namespace waiter::python
