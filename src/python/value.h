#pragma once
// A Value is one Python object as the interpreter holds it: 64 bits, copied freely, no ownership. A Ref owns one reference.
// It must not know any object's layout beyond the header.
//
// Encoding (low bits)                         invariants
//   ...1    int of 63 bits                    1. an int that fits 63 bits is never a heap object
//   ..10    float, rotated (Ruby's flonum)    2. the empty Value (bits 0) is no object: "an exception is set" as a result
//   .100    None, False, True, ...            3. equal bits imply the same object; the reverse holds for all but floats
//   .000    Object*                              and big ints

#include <cstdint>
#include <cstring>
#include <utility>

#include "trace/assert.h"

namespace waiter::python {

struct Type;

/// What an object's memory looks like. A user's class that derives from `list` has kind List and a type of its own.
enum class Kind : std::uint8_t {
  Free,  // a slot of the heap nobody uses
  Float, Int, Str, Bytes, List, Tuple, Dict, Set, Range, Slice,
  Function, Native, BoundMethod, Cell, Property, ClassMethod, StaticMethod, Super,
  Type, Instance, Exception, Traceback, Module, Generator, Iterator, View, Accessor, Extension,
  Prefixed,  // the attributes record that stands before an object; only the heap's walk sees it
};

struct alignas(8) Object {  // Values that stand right behind a struct are aligned on 32 bits as well
  std::uint32_t refs;
  Kind kind;
  std::uint8_t flags;
  std::uint16_t extra;
  Type* type;
};

enum ObjectFlags : std::uint8_t {
  kInterned = 1,    // Str: in the table of names
  kAscii = 2,       // Str: every code point is one byte
  kHasPrefix = 4,   // an Attributes record stands before the object (a user's subclass of a builtin type)
  kFrozen = 8,      // Set: a frozenset; Bytes: not a bytearray
  kRenamed = 8,     // Native: a class of the program's has it under another special name than its own (__getattr__ = dict.get)
  kFinalizing = 16, // its __del__ runs or has run
  kReached = 32,    // the collector's: not garbage. Settled objects (Heap::settle) have it always
  kWeaklyReferenced = 64,  // weak_reference.h knows who wants to hear of its end
};

class Value {
 public:
  constexpr Value() = default;
  constexpr explicit Value(std::uint64_t bits) : bits_(bits) {}
  Value(Object* object) : bits_(reinterpret_cast<std::uintptr_t>(object)) {}  // NOLINT: an object is a value

  static constexpr Value from_int(std::int64_t value) {
    return Value((static_cast<std::uint64_t>(value) << 1) | 1);
  }
  static constexpr bool fits_int(std::int64_t value) { return value >= kIntMin && value <= kIntMax; }
  static constexpr Value from_bool(bool value) { return Value(value ? kTrueBits : kFalseBits); }
  /// The float inline, or the empty Value if its exponent is too far out (then it is a Float object).
  static Value from_float_inline(double value) {
    std::uint64_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    const std::uint64_t top = (bits >> 60) & 7;
    if ((top == 3 || top == 4) && bits != 0x3000000000000000) return Value((((bits << 3) | (bits >> 61)) & ~std::uint64_t{3}) | 2);
    if (bits == 0) return Value(kZeroFloatBits);
    return Value();
  }

  static constexpr std::int64_t kIntMax = (std::int64_t{1} << 62) - 1;
  static constexpr std::int64_t kIntMin = -(std::int64_t{1} << 62);

  [[nodiscard]] constexpr std::uint64_t bits() const { return bits_; }
  [[nodiscard]] constexpr bool is_empty() const { return bits_ == 0; }
  [[nodiscard]] constexpr explicit operator bool() const { return bits_ != 0; }
  [[nodiscard]] constexpr bool is_int() const { return (bits_ & 1) != 0; }
  [[nodiscard]] constexpr std::int64_t as_int() const { return static_cast<std::int64_t>(bits_) >> 1; }
  [[nodiscard]] constexpr bool is_inline_float() const { return (bits_ & 3) == 2; }
  [[nodiscard]] double inline_float() const {
    if (bits_ == kZeroFloatBits) return 0.0;
    const std::uint64_t b63 = bits_ >> 63;
    const std::uint64_t t = (2 - b63) | (bits_ & ~std::uint64_t{3});
    const std::uint64_t bits = (t >> 3) | (t << 61);
    double value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
  }
  [[nodiscard]] constexpr bool is_constant() const { return (bits_ & 7) == 4; }
  [[nodiscard]] constexpr bool is_none() const { return bits_ == kNoneBits; }
  [[nodiscard]] constexpr bool is_true() const { return bits_ == kTrueBits; }
  [[nodiscard]] constexpr bool is_false() const { return bits_ == kFalseBits; }
  [[nodiscard]] constexpr bool is_bool() const { return (bits_ | 8) == kTrueBits; }
  /// A pointer to a heap object. REQUIRES: not empty.
  [[nodiscard]] constexpr bool is_object() const { return (bits_ & 7) == 0; }
  [[nodiscard]] Object* object() const { return reinterpret_cast<Object*>(static_cast<std::uintptr_t>(bits_)); }
  [[nodiscard]] bool is_kind(Kind kind) const { return is_object() && bits_ != 0 && object()->kind == kind; }
  constexpr bool operator==(const Value& other) const { return bits_ == other.bits_; }

  static constexpr std::uint64_t kNoneBits = 0x04;
  static constexpr std::uint64_t kFalseBits = 0x14;
  static constexpr std::uint64_t kTrueBits = 0x1c;
  static constexpr std::uint64_t kEllipsisBits = 0x24;
  static constexpr std::uint64_t kNotImplementedBits = 0x34;
  static constexpr std::uint64_t kUnboundBits = 0x44;  // a local or cell without a value; also CALL's "no self"
  static constexpr std::uint64_t kZeroFloatBits = 0x8000000000000002;

 private:
  std::uint64_t bits_ = 0;
};
static_assert(sizeof(Value) == 8);

inline constexpr Value kNone{Value::kNoneBits};
inline constexpr Value kTrue{Value::kTrueBits};
inline constexpr Value kFalse{Value::kFalseBits};
inline constexpr Value kEllipsis{Value::kEllipsisBits};
inline constexpr Value kNotImplemented{Value::kNotImplementedBits};
inline constexpr Value kUnbound{Value::kUnboundBits};

/// Called when the last reference goes: runs finalisers and gives the memory back (heap.cpp).
void destroy(Object* object);

inline void incref(Value value) {
  if (value.is_object()) ++value.object()->refs;
}
inline void decref(Value value) {
  if (value.is_object() && --value.object()->refs == 0) destroy(value.object());
}

/// Owns one reference; empty when an exception is set.
class Ref {
 public:
  Ref() = default;
  /// Takes a new reference to `value`.
  Ref(Value value) : value_(value) {  // NOLINT: borrowed to owned is the safe direction
    if (!value_.is_empty()) incref(value_);
  }
  static Ref steal(Value value) {
    Ref ref;
    ref.value_ = value;
    return ref;
  }
  Ref(const Ref& other) : Ref(other.value_) {}
  Ref(Ref&& other) noexcept : value_(std::exchange(other.value_, Value())) {}
  Ref& operator=(Ref other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~Ref() {
    if (!value_.is_empty()) decref(value_);
  }
  [[nodiscard]] Value get() const { return value_; }
  operator Value() const& { return value_; }  // NOLINT: lending is always safe while the Ref lives
  [[nodiscard]] Value release() { return std::exchange(value_, Value()); }
  [[nodiscard]] explicit operator bool() const { return !value_.is_empty(); }
  [[nodiscard]] bool is_empty() const { return value_.is_empty(); }

 private:
  Value value_;
};

}  // namespace waiter::python
