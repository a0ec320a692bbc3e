#pragma once
// The layouts of all objects. Plain structs: what may be done with them stands in the files named after them (str_object,
// dict, set, types, ...). Objects hold Values, pointers to other objects (each a counted reference unless it says
// "borrowed") and arrays from the heap; never std:: containers, so that a run's memory can be dropped as a whole.
// Exceptions to that rule say so (Int, Extension): they are destructed one by one.

#include <cstdint>
#include <string_view>

#include "python/heap.h"
#include "python/value.h"

namespace waiter::python {

namespace text {
class BigInt;
}

struct Code;
struct Frame;
struct NativeDef;
struct Arguments;
class Vm;
struct Shape;

struct Float : Object {
  double value;
};

/// An int that does not fit 63 bits. Destructed one by one.
struct Int : Object {
  text::BigInt* value;  ///< owned. A pointer: Boost's headers stay out of this one
};

/// UTF-8 (lone surrogates as WTF-8). Immutable, zero-terminated.
struct Str : Object {
  std::uint64_t hash;    ///< 0: not computed yet
  std::uint32_t size;    ///< bytes
  std::uint32_t length;  ///< code points
  const char* data;      ///< behind this struct, or an array of size + 1 bytes
  [[nodiscard]] std::string_view view() const { return {data, size}; }
  [[nodiscard]] bool is_ascii() const { return (flags & kAscii) != 0; }
};

/// bytes (kFrozen) or bytearray.
struct Bytes : Object {
  std::uint32_t size;
  std::uint32_t capacity;
  char* data;
  [[nodiscard]] std::string_view view() const { return {data, size}; }
};

struct Tuple : Object {
  std::uint32_t count;
  Value* items;  ///< behind this struct, or an array
};

struct List : Object {
  std::uint32_t count;
  std::uint32_t capacity;
  Value* items;
};

struct DictEntry {
  Value key;  ///< empty: deleted
  Value value;
  std::uint64_t hash;
};

/// Insertion-ordered: entries in order, and an index of open addressing into them. What is where among the entries is as in CPython.
struct Dict : Object {
  std::uint32_t used;        ///< live entries
  std::uint32_t filled;      ///< entries in the array, deleted ones included
  std::uint32_t capacity;    ///< of the array: two thirds of CPython's places
  std::uint32_t index_mask;  ///< size of the index - 1; 0 before there is one
  std::uint32_t version;     ///< changes when a key comes or goes (inline caches)
  std::uint32_t first;       ///< no live entry stands before this one: a queue that is emptied from the front stays quick
  std::uint32_t usable;      ///< how many may still come before the table is made anew; what is deleted gives no room back
  bool has_other_keys;       ///< not only strings (DICT_KEYS_GENERAL)
  DictEntry* entries;
  std::int32_t* index;       ///< entry number; -1 free, -2 deleted
};

struct SetEntry {
  Value key;  ///< empty: free; kUnbound: deleted
  std::int64_t hash;
};

/// CPython's own table, probe for probe, because the order in which a set is printed shows it.
struct Set : Object {
  std::uint32_t used;
  std::uint32_t filled;
  std::uint32_t mask;
  std::uint32_t finger;  ///< where pop() looks next
  std::uint32_t version; ///< changes when the set does (iterators)
  SetEntry* table;
  SetEntry small[8];
};

struct Range : Object {
  Value start, stop, step;  // ints of any size
};

struct Slice : Object {
  Value start, stop, step;
};

/// Named attributes of one object: a shape (which name is in which slot) and the slots.
struct Attributes {
  Shape* shape;  // borrowed: shapes live as long as the VM
  std::uint32_t capacity;
  Value* slots;
};

/// Stands before an instance of a user's subclass of a builtin type (kHasPrefix): its attributes. The header marks the slot
/// for whoever walks the heap.
struct alignas(16) Prefix : Object {
  Attributes attributes;
  Value hidden;  ///< owned; what a class of ours adds to the builtin part (a defaultdict's factory). Empty: nothing
};

static_assert(sizeof(Prefix) <= Heap::kPrefixBytes);
[[nodiscard]] inline Prefix* prefix_of(Object* object) {
  return reinterpret_cast<Prefix*>(reinterpret_cast<char*>(object) - Heap::kPrefixBytes);
}

struct Instance : Object {
  Attributes attributes;
};

struct Function : Object {
  const Code* code;  // borrowed: code lives as long as the VM
  Dict* globals;
  Tuple* defaults;      ///< may be null
  Dict* keyword_defaults;  ///< may be null
  Tuple* closure;       ///< of cells; may be null
  Value name, qualname, doc, annotations, module;
  Attributes attributes;
};

/// How CPython would have declared a C++ function: its repr, its type and the words of its complaints depend on it.
enum class NativeRole : std::uint16_t {
  Function,     ///< of a module, or a method in a type's table of methods
  Slot,         ///< a dunder that stands in a slot of the type: "slot wrapper"
  ClassMethod,  ///< its first argument is a class, which no message counts
};

/// A C++ function, bound to `self` or not (kUnbound). `extra` in the header is the NativeRole.
struct Native : Object {
  const NativeDef* def;  // borrowed: static
  Value self;
  Type* owner;   ///< the type it is a method of; may be null. Borrowed
  Str* module;   ///< name of the module it is a function of; null: builtins. Borrowed: interned
  [[nodiscard]] NativeRole role() const { return static_cast<NativeRole>(extra); }
};

enum class AccessorKind : std::uint16_t {
  Computed,  ///< C++ computes it: "attribute 'real' of 'int' objects"
  Field,     ///< the same, but CPython has it as a member of its struct: "member 'start' of 'range' objects"
  Slot,      ///< named in a class's __slots__: stands among the instance's attributes as `storage`
};

/// An attribute whose reading and writing is C++'s business (getset_descriptor, member_descriptor). `extra` is its kind.
struct Accessor : Object {
  Str* name;
  Type* owner;
  Ref (*get)(Arguments& args);                          ///< of one argument, the object. Slot: null
  bool (*set)(Vm& vm, Value object, Value value);       ///< an empty value deletes; null: it cannot be written
  Str* storage;                                         ///< Slot only: the hidden name of its place. Borrowed: interned
  [[nodiscard]] AccessorKind what() const { return static_cast<AccessorKind>(extra); }
};

struct BoundMethod : Object {
  Value function, self;
};

struct Cell : Object {
  Value value;  ///< kUnbound: empty
};

struct Property : Object {
  Value getter, setter, deleter, doc;
};

/// ClassMethod and StaticMethod.
struct MethodWrapper : Object {
  Value function;
};

struct Super : Object {
  Type* start;      ///< look in the mro behind this one
  Value self;
  Type* self_type;
};

struct Traceback : Object {
  Traceback* next;   ///< towards where it was raised; may be null
  const Code* code;  // borrowed
  std::uint32_t instruction;
  Dict* globals;     ///< the names of the module whose line it is; null if there is none
  Frame* frame;      ///< the frame of that line, kept when it has ended (Frame::seen_in). May be null
  Traceback* older;  ///< borrowed: the entry before it that names the same frame
  Traceback* newer;  ///< borrowed: the one after it
};

struct Exception : Object {
  Attributes attributes;
  Tuple* args;
  Value cause, context;  ///< kNone if none
  Value traceback;       ///< kNone if none
  Tuple* fields;         ///< what its type has beside args, by index (exception_fields.h); null: as they were made
  bool suppress_context;
  std::uint32_t entries_unseen;  ///< the newest of `traceback` that CPython's __traceback__ lacks: no handler and nobody who keeps it met it since
};

struct Module : Object {
  Str* name;
  Dict* dict;
};

/// What a generator, a coroutine or an async generator has in common with a running function: `handled` is the exception
/// that an `except` block of it is handling (CPython's exc_info stack).
struct HandledException {
  Value value = kNone;
  HandledException* previous = nullptr;
  bool passed_over = false;  ///< of a generator that something is thrown through: what it awaits does not see what it handles
  [[nodiscard]] bool shows() const { return !value.is_none() && !passed_over; }
};

/// What came of resuming something that can be sent to.
enum class Sent : std::uint8_t { Yielded, Returned, Raised };

enum class GeneratorKind : std::uint8_t { Generator, Coroutine, AsyncGenerator };
enum class GeneratorState : std::uint8_t { Created, Suspended, Running, Closed };

struct Generator : Object {
  Frame* frame;  ///< owned; null once closed
  const Code* code;  // borrowed; null if is_native
  Value name, qualname;  // kNone if is_native: see generator_name()
  HandledException handled;
  GeneratorKind what;
  GeneratorState state;
  bool finalizer_set;   ///< AsyncGenerator: the loop knows of it
  bool running_async;   ///< AsyncGenerator: an asend/athrow is under way
  bool ever_awaited;
  bool is_native;       ///< a NativeCoroutine: no frame, no code
  std::uint32_t made;   ///< how many there were before it, counted round and round: the collector goes by age
};

enum class IteratorKind : std::uint16_t {
  List, Tuple, Str, Bytes, Range, DictKeys, DictValues, DictItems, Set, Sequence, Callable,
  Reversed, Enumerate, Zip, Map, Filter, AsyncSend, AsyncThrow, CoroutineWrapper, AsyncNext,
};

/// All the small iterators. `extra` in the header is the IteratorKind.
struct Iterator : Object {
  Value source;  ///< what it walks; kNone once exhausted
  Value other;   ///< Callable: sentinel; Map, Filter: the function; Enumerate: the count
  std::int64_t index, stop, step;
  std::uint32_t version;  ///< of the dict or set when it began
  [[nodiscard]] IteratorKind what() const { return static_cast<IteratorKind>(extra); }
};

/// dict.keys(), values(), items(): `extra` is the IteratorKind of its iterator.
struct View : Object {
  Dict* dict;
};

/// An object of another floor (asyncio's Future, ...). What it holds beyond this is its traits' business.
struct Extension : Object {
  Attributes attributes;
};

struct ExtensionTraits {
  std::size_t size;                          ///< of the whole object
  void (*construct)(Extension*);             ///< placement-new of what stands behind Extension; may be null
  void (*release)(Vm&, Extension*);          ///< drops every reference it holds
  void (*traverse)(Extension*, void (*visit)(void*, Value), void*);  ///< shows every reference it holds
  void (*destruct)(Extension*);              ///< ends C++ members; may be null
  void (*finalise)(Vm&, Extension*);         ///< the last reference goes, but it may look round once more; may be null
  /// `await` on an instance of exactly this type needs no iterator: each resumption calls this. May be null.
  Sent (*await_step)(Vm&, Extension*, Ref& result) = nullptr;
  /// It is an iterator, and this is its step: an empty Ref without an exception means exhausted. May be null.
  Ref (*next)(Vm&, Extension*) = nullptr;
  bool no_weak_references = false;           ///< weakref.ref() refuses it, as CPython's type does
};

struct Type : Object {
  Str* name;
  Str* qualname;
  Value module;
  Tuple* bases;
  Tuple* mro;
  Dict* dict;
  Kind layout;                    ///< of its instances
  bool is_user;                   ///< made by a class statement
  bool is_final;                  ///< "type 'bool' is not an acceptable base type"
  bool has_finalizer;             ///< somebody in the mro has __del__
  bool has_getattr;               ///< ... __getattr__
  bool has_getattribute, has_setattr, has_delattr;
  bool is_exception;
  Str* dotted_name;               ///< as messages name it, where that has its module too (CPython's static types outside of builtins); null: as `name`. Borrowed: interned
  bool no_instance_dict;          ///< instances take no attributes of their own (object(), int, ..., __slots__)
  bool has_weakref;               ///< CPython's instances have a place for weak references
  bool has_slots;                 ///< its own __slots__ name some: instances are laid out differently from its base's
  Type* base;                     ///< whose layout its instances extend (__base__); null: object. Borrowed: among the bases
  std::uint32_t version;          ///< changes whenever a lookup in it may give something else
  std::uint32_t slots_hint;       ///< how many attributes its instances had at most
  Shape* root_shape;              ///< where new instances start; made on first use
  const ExtensionTraits* traits;  ///< layout Extension only
  Type** subclasses;              ///< array of borrowed pointers
  std::uint32_t subclass_count, subclass_capacity;
  Attributes attributes;          ///< unused by now; kept null
};

template <class T>
T* cast(Value value) {
  return static_cast<T*>(value.object());
}

}  // namespace waiter::python
