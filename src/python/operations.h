#pragma once
// What Python can do with objects, as functions: attributes, items, arithmetic, comparison, iteration, calls, texts. Each
// follows the data model: first what the type's own C++ does, then a user's dunder methods. An empty Ref (or false, or -1,
// as said) means that an exception is set.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "python/construct.h"
#include "python/types.h"
#include "python/vm.h"

namespace waiter::python {

// --- attributes (attributes.cpp) ---
Ref get_attribute(Vm& vm, Value object, Str* name);
/// Without AttributeError: an empty Ref and no exception when there is none.
Ref find_attribute(Vm& vm, Value object, Str* name);
bool set_attribute(Vm& vm, Value object, Str* name, Value value);
bool delete_attribute(Vm& vm, Value object, Str* name);
/// object.__getattribute__, without __getattr__. An empty Ref without an exception: none.
Ref generic_get_attribute(Vm& vm, Value object, Str* name);
bool generic_set_attribute(Vm& vm, Value object, Str* name, Value value);
/// A special method as the type has it, bound; empty without exception if it has none.
Ref find_special(Vm& vm, Value object, Str* name);
/// Calls a special method that was found in the type. REQUIRES: type_lookup found `method`.
Ref call_special(Vm& vm, Value method, Value self, std::span<const Value> args = {});
Ref bind_descriptor(Vm& vm, Value found, Value object, Type* type);

// --- calls (call.cpp) ---
Ref call(Vm& vm, Value callable, std::span<const Value> args = {}, const Tuple* names = nullptr);
/// The same, but a Python function's frame is entered and not run to its end: then the result is kUnbound, as
/// Vm::run_instead says.
Ref call_or_enter(Vm& vm, Value callable, std::span<const Value> args = {}, const Tuple* names = nullptr);
Ref call_method(Vm& vm, Value object, Str* name, std::span<const Value> args = {});
/// A frame for a call of a Python function, its arguments bound. Null: TypeError set. Arguments are borrowed.
Frame* bind_call(Vm& vm, Function* function, std::span<const Value> positional, const Tuple* names, const Value* keyword_values,
                 Value self = Value());
/// Makes the frame the running one (back, depth). False: RecursionError set, the frame freed.
bool enter_frame(Vm& vm, Frame* frame, ReturnTo return_to);
/// Runs the frame to its end from C++ and gives what it returns. Takes the frame.
Ref run_nested(Vm& vm, Frame* frame);
/// TypeError: a method without its object (an empty `receiver`), or with one of another type.
Ref refuse_receiver(Vm& vm, const Native* native, Value receiver);
/// TypeError: so many positional and named arguments do not fit.
Ref refuse_count(Vm& vm, const Native* native, std::int32_t given, std::uint32_t keywords);
Ref call_native(Vm& vm, Native* native, const Value* values, std::uint32_t count, const Tuple* names, Value self = Value());
/// type(...)(...): __new__, then __init__.
Ref instantiate(Vm& vm, Type* type, std::span<const Value> args, const Tuple* names);
[[nodiscard]] bool is_callable(Vm& vm, Value value);
/// What a call's error message names: "Robot.move()".
[[nodiscard]] std::string callable_name(Vm& vm, Value callable);

// --- arithmetic (arithmetic.cpp) ---
Ref binary(Vm& vm, BinaryKind kind, Value left, Value right);
Ref binary_in_place(Vm& vm, BinaryKind kind, Value left, Value right);
Ref negative(Vm& vm, Value value);
Ref positive(Vm& vm, Value value);
Ref invert(Vm& vm, Value value);
Ref power(Vm& vm, Value base, Value exponent, Value modulus);
/// int, bool, or what __index__ gives, as an int Value. Empty: TypeError.
Ref to_index(Vm& vm, Value value);
/// The same as int64; too large: `overflow` (IndexError "cannot fit 'int' into an index-sized integer" if null). nullopt: exception.
std::optional<std::int64_t> to_int64(Vm& vm, Value value, Type* overflow = nullptr);
/// float, int, __float__, __index__. nullopt: exception.
std::optional<double> to_double(Vm& vm, Value value);
/// What the object's own __float__, which is this method, makes of it. nullopt: exception.
std::optional<double> ask_float(Vm& vm, Value object, Value method);
[[nodiscard]] bool is_int(Value value);           ///< small or big; also an int subclass's instance; not bool
[[nodiscard]] bool is_int_like(Value value);      ///< bool too
[[nodiscard]] text::BigInt big_value(Value value);///< REQUIRES: is_int_like
[[nodiscard]] Value plain_int(Value value);       ///< bool to int; others as they are
/// Str, List, Tuple, Bytes times n.
Ref repeat_sequence(Vm& vm, Value sequence, std::int64_t times);
Ref concatenate(Vm& vm, Value left, Value right);
/// The same for their __add__: TypeError if it cannot be done, whatever the right one, which was `given` as, would make of it.
Ref concatenated(Vm& vm, Value left, Value right, Value given);

// --- comparison and hashing (compare.cpp) ---
Ref compare(Vm& vm, CompareKind kind, Value left, Value right);
/// 1, 0, or -1 with an exception. Identity counts as equality, as in containers.
int equal(Vm& vm, Value left, Value right);
int less_than(Vm& vm, Value left, Value right);
/// The same of two objects of one class, as a sort asks when all its keys are (unsafe_object_compare): the left's method first, and where
/// that does not know, everything from the beginning.
int less_than_of_one_class(Vm& vm, Value left, Value right);
/// False: TypeError "unhashable type: 'list'".
bool hash(Vm& vm, Value value, std::int64_t& result);
std::uint64_t hash_string(Str* text);
std::uint64_t hash_text(std::string_view text);  ///< of a str that is that text
int contains(Vm& vm, Value container, Value item);
/// bool(value): 1, 0 or -1 with an exception.
int truth(Vm& vm, Value value);
/// len(value), or -1 with an exception.
std::int64_t length(Vm& vm, Value value);
int is_instance_of(Vm& vm, Value value, Value type_or_tuple);
int is_subclass_of(Vm& vm, Value type, Value type_or_tuple);

// --- items (subscript.cpp) ---
Ref get_item(Vm& vm, Value object, Value key);
bool set_item(Vm& vm, Value object, Value key, Value value);
bool delete_item(Vm& vm, Value object, Value key);
struct SliceBounds {
  std::int64_t start, stop, step, count;
};
/// slice.indices(length), with the number of items. nullopt: exception.
std::optional<SliceBounds> slice_bounds(Vm& vm, const Slice* slice, std::int64_t length);

// --- iteration (iterate.cpp) ---
Ref get_iterator(Vm& vm, Value iterable);
/// The next item; empty without an exception: exhausted.
Ref next_item(Vm& vm, Value iterator);
/// The same, but a StopIteration that what it calls has raised is left set: next() gives it on, everybody else takes it for the end.
Ref next_item_raising(Vm& vm, Value iterator);
/// Calls `take(value)` for each item until it returns false; each costs an instruction. False: exception set.
template <class Take>
bool for_each(Vm& vm, Value iterable, Take take) {
  Ref iterator = get_iterator(vm, iterable);
  if (!iterator) return false;
  while (true) {
    Ref item = next_item(vm, iterator);
    if (!item) return !vm.has_error();
    if (!take(item.get())) return !vm.has_error();
    if (!vm.tick()) return false;
  }
}
Ref list_from(Vm& vm, Value iterable);
Ref tuple_from(Vm& vm, Value iterable);
bool list_extend(Vm& vm, List* list, Value iterable);
/// PyObject_LengthHint: how long a list will be is asked of the objects of a program's classes, who see it. False: exception.
bool ask_length_hint(Vm& vm, Value iterable);
/// dict.keys() of anything with keys, or pairs. False: exception.
bool dict_update(Vm& vm, Dict* dict, Value other);

// --- texts (repr.cpp) ---
Ref repr(Vm& vm, Value value);
/// What the builtin layout itself says, whatever the class: dict.__repr__(my_dict). REQUIRES: an object.
Ref layout_repr(Vm& vm, Value value);
Ref to_str(Vm& vm, Value value);
Ref format_value(Vm& vm, Value value, Value spec);
Ref to_ascii(Vm& vm, Value value);
/// str(value) as C++ text; nullopt: exception.
std::optional<std::string> text_of(Vm& vm, Value value);
std::optional<std::string> repr_of(Vm& vm, Value value);
/// BaseException's own str() and repr(), whatever a class of the program's says.
std::optional<std::string> exception_text(Vm& vm, Value exception);
std::optional<std::string> exception_repr_text(Vm& vm, Value exception);

// --- dicts (dict.cpp) ---
struct DictFind {
  std::int64_t entry = -1;  ///< index into entries; -1: not there
  bool failed = false;      ///< exception set (hash or __eq__)
  std::uint64_t hash = 0;
};
DictFind dict_find(Vm& vm, const Dict* dict, Value key);
/// The same where the key's hash is known, from another dict or set: no program's __hash__ is asked again.
DictFind dict_find_hashed(Vm& vm, const Dict* dict, Value key, std::uint64_t hashed);
/// Borrowed; empty if it is not there. A name is found without running anybody's __eq__.
Value dict_get_name(const Dict* dict, Str* name);
void dict_set_name(Vm& vm, Dict* dict, Str* name, Value value);
bool dict_delete_name(Vm& vm, Dict* dict, Str* name);
/// New reference; empty without exception: not there.
Ref dict_get(Vm& vm, const Dict* dict, Value key);
bool dict_set(Vm& vm, Dict* dict, Value key, Value value);
/// A key that is known not to be there.
void dict_insert(Vm& vm, Dict* dict, Value key, std::uint64_t hashed, Value value);
bool dict_set_hashed(Vm& vm, Dict* dict, Value key, std::uint64_t hashed, Value value);
/// Takes it out. Empty without exception: not there.
Ref dict_pop(Vm& vm, Dict* dict, Value key);
void dict_delete_entry(Dict* dict, std::uint32_t entry);
/// The same of the last live entry, behind which nothing is kept (popitem).
void dict_delete_last(Dict* dict, std::uint32_t entry);
/// Room for so many more keys at once, as who knows their number asks for it.
void dict_reserve(Vm& vm, Dict* dict, std::uint32_t count, bool has_other_keys);
/// What stands before the loop of an update by another dict (dict_merge): room is made, or all is taken at once. Is there nothing left to put?
[[nodiscard]] bool dict_begin_merge(Vm& vm, Dict* dict, const Dict* from);
/// 1 deleted, 0 not there, -1 exception.
int dict_delete(Vm& vm, Dict* dict, Value key);
void dict_clear(Vm& vm, Dict* dict);
Dict* dict_copy(Vm& vm, const Dict* dict);
/// Makes it the last or the first entry. Iterators of the dict see a change.
void dict_move_entry(Vm& vm, Dict* dict, std::uint32_t entry, bool to_end);

// --- sets (set.cpp) ---
int set_contains(Vm& vm, const Set* set, Value item);
/// 1 added, 0 was there, -1 exception.
int set_add(Vm& vm, Set* set, Value item);
/// The same for `in` and a set's own methods: a set, which has no hash, is looked for as the frozenset that it would be (setobject.c).
int set_contains_key(Vm& vm, const Set* set, Value item);
int set_discard_key(Vm& vm, Set* set, Value item);
int set_discard(Vm& vm, Set* set, Value item);
bool set_update(Vm& vm, Set* set, Value iterable);
void set_clear(Vm& vm, Set* set);
Ref set_copy(Vm& vm, const Set* set, bool frozen);
enum class SetOperation : std::uint8_t { Union, Intersection, Difference, SymmetricDifference };
Ref set_operation(Vm& vm, SetOperation operation, const Set* left, Value right_iterable, bool frozen);
int set_is_subset(Vm& vm, const Set* left, const Set* right);

// --- exceptions (exception.cpp) ---
Ref make_exception(Vm& vm, Type* type, std::span<const Value> args = {});
/// KeyError(key), StopIteration(value), ...
Ref raise_with(Vm& vm, Type* type, Value argument);
Ref raise_key_error(Vm& vm, Value key);
void raise_name_error(Vm& vm, Type* type, std::string_view message, Str* name);
/// The traceback and the exception (with its causes) as `python3` prints them.
/// Whether "Did you mean" is added: what the interpreter itself prints has it, what the module traceback prints has not (in 3.11).
enum class Suggestions : std::uint8_t { Given, LeftOut };
[[nodiscard]] std::string format_exception(Vm& vm, Value exception, Suggestions suggestions = Suggestions::Given);
/// Of an exception that cannot go anywhere: alone, without its chain, notes and members (Python/errors.c, write_unraisable_exc_file).
[[nodiscard]] std::string format_unraisable(Vm& vm, Value exception);
/// The last line only: "ValueError: no".
[[nodiscard]] std::string exception_line(Vm& vm, Value exception, Suggestions suggestions = Suggestions::Given);
/// For a native that stands for a function written in Python: the frame that the traceback would show keeps what it was
/// given for as long as the exception lives, and a coroutine that nobody awaits is told of when it goes.
void keep_given_with_error(Vm& vm, std::span<const Value> given);
void add_traceback(Vm& vm, const Code* code, std::uint32_t instruction, Dict* globals, Frame* frame = nullptr);
/// Gives the exception another traceback, or none (kNone): one that was seen as it is (Exception::entries_unseen). Besides add_traceback,
/// nothing else changes it.
void replace_traceback(Exception* exception, Value traceback);
/// The exception that is set leaves this frame, which ends: `vm.frame` is the caller's then.
void leave_frame(Vm& vm, Frame* frame);
/// raise X [from Y]. `cause` empty: none given.
void raise_value(Vm& vm, Value exception, Value cause);
/// Does `exception` match the class or tuple of an except clause? 1, 0, -1.
int exception_matches(Vm& vm, Value exception, Value type);
/// StopIteration's value (its first argument or None).
[[nodiscard]] Ref stop_value(Vm& vm, Value exception);

// --- generators (generator.cpp) ---
/// Resumes anything that can be sent to: generators, coroutines, iterators (None only), objects with send().
Sent send(Vm& vm, Value iterator, Value value, Ref& result);
/// throw(): `exception` is an exception object.
Sent throw_into(Vm& vm, Value iterator, Value exception, Ref& result);
/// close(): false with an exception.
bool close_generator(Vm& vm, Generator* generator);
/// Makes the generator's frame the running one, to receive `value` (or, with an error set, to raise it).
/// False: it cannot be resumed; exception set.
bool enter_generator(Vm& vm, Generator* generator, Value value);
bool enter_generator_throw(Vm& vm, Generator* generator, Ref exception);
/// What is thrown into a generator that handles an exception has that as its context, and so has what comes out of what it awaits
/// (_PyErr_ChainStackItem, as gen_send_ex calls it with an exception). That sets it anew, and so the traceback is __traceback__ again: the
/// entries that no handler has met are lost, and with them what their frames held. REQUIRES: an exception is set.
void chain_thrown(Vm& vm, const Generator* generator);
/// What this suspended generator waits for (`yield from`, `await`); borrowed, empty if it stands at its own yield.
Value awaited_by(const Generator* generator);
/// await x: the iterator to send to. Empty: TypeError.
Ref get_awaitable(Vm& vm, Value value, std::uint8_t where);
Ref make_generator(Vm& vm, Frame* frame);
/// A new coroutine's cr_origin, if such are kept (Vm::origin_depth); frames of ours are left out, as in tracebacks.
void note_origin(Vm& vm, Generator* coroutine);
void forget_origin(Vm& vm, const Generator* coroutine);
/// What an async generator yields to whoever awaits its asend(), told apart from what its awaits pass through. Owned.
Value wrap_async_yield(Vm& vm, Value yielded);
Sent send_async_delegate(Vm& vm, Iterator* delegate, Value value, Ref& result);
Sent throw_async_delegate(Vm& vm, Iterator* delegate, Value exception, Ref& result);
/// __anext__() of anything: its awaitable.
Ref async_next(Vm& vm, Value iterator);
/// Called when one goes that was never awaited or is not finished.
void finalize_generator(Vm& vm, Generator* generator);

// --- modules (module.cpp) ---
struct Diagnostic;
/// The exception that a wrong program's text is, and what it says of the place.
Ref make_syntax_error(Vm& vm, const Diagnostic& diagnostic, std::string_view file, std::string_view source);
/// What an import statement does. kUnbound: a frame was entered that gives the module.
Ref import_name(Vm& vm, const Dict* globals, std::string_view name, Value from_list, std::int64_t level);
/// importlib.reload: the module's code runs once more, in the same namespace.
Ref reload_module(Vm& vm, Value module);
Ref import_from(Vm& vm, Value module, Str* name);
bool import_star(Vm& vm, Value module, Dict* target);
Ref make_module(Vm& vm, std::string_view name);
void module_set(Vm& vm, Module* module, std::string_view name, Value value);

}  // namespace waiter::python
