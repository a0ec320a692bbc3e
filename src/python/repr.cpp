// repr(), str(), format() of every object.

#include <algorithm>

#include "python/native_coroutine.h"
#include "python/recursion.h"
#include "python/text/float_repr.h"
#include "python/text/format_spec.h"
#include "python/text/string_repr.h"
#include "python/text/unicode.h"
#include "python/text/big_int.h"

namespace waiter::python {
namespace {

/// A user's own dunder: not the natives of object and of builtin types.
Value users_method(Vm& vm, Value object, Str* name) {
  if (!object.is_object()) return {};
  const Object* o = object.object();
  if (!o->type->is_user && o->kind != Kind::Extension && o->kind != Kind::Instance && o->type != vm.types.generic_alias) {
    if (o->kind != Kind::Type || o->type == vm.types.type) return {};
  }
  const Value found = type_lookup(vm, o->type, name);
  if (!is_layout_native(found)) return found;
  const Type* owner = cast<Native>(found)->owner;
  const bool own = (o->kind == Kind::Extension || o->kind == Kind::Instance) && owner != vm.types.object;
  // __str__ = int.__repr__ in a class body
  return own || cast<Native>(found)->def->name != name->view() ? found : Value();
}

std::string address(Value value) {
  return fmt::format("0x{:012x}", identity_of(value));
}

class ReprGuard {
 public:
  ReprGuard(Vm& vm, Object* object) : vm_(vm) {
    nested_ = std::find(vm.repr_stack.begin(), vm.repr_stack.end(), object) != vm.repr_stack.end();
    vm.repr_stack.push_back(object);
  }
  ~ReprGuard() { vm_.repr_stack.pop_back(); }
  ReprGuard(const ReprGuard&) = delete;
  ReprGuard& operator=(const ReprGuard&) = delete;
  [[nodiscard]] bool nested() const { return nested_; }

 private:
  Vm& vm_;
  bool nested_;
};

bool append_repr(Vm& vm, Value value, std::string& out) {
  const Ref text = repr(vm, value);
  if (!text) return false;
  out += str_view(text);
  if (out.size() > (1u << 16) && !vm.heap.may_allocate(out.size())) {
    vm.raise(vm.types.MemoryError, "");
    return false;
  }
  return true;
}

template <class Count, class Item>
std::optional<std::string> joined(Vm& vm, Count count, Item item, const char* open, const char* close) {
  std::string out = open;
  for (std::uint32_t i = 0; i < count(); ++i) {
    if (i > 0) out += ", ";
    const Ref held = item(i);
    if (!append_repr(vm, held, out)) return std::nullopt;
  }
  return out + close;
}

std::optional<std::string> list_repr(Vm& vm, Value value) {
  const ReprGuard guard(vm, value.object());
  if (guard.nested()) return "[...]";
  const List* list = cast<List>(value);
  return joined(vm, [&] { return list->count; }, [&](std::uint32_t i) { return list->items[i]; }, "[", "]");
}

std::optional<std::string> tuple_repr(Vm& vm, Value value) {
  const ReprGuard guard(vm, value.object());
  if (guard.nested()) return "(...)";
  const Tuple* tuple = cast<Tuple>(value);
  return joined(vm, [&] { return tuple->count; }, [&](std::uint32_t i) { return tuple->items[i]; }, "(", tuple->count == 1 ? ",)" : ")");
}

std::optional<std::string> dict_repr(Vm& vm, Value value) {
  const ReprGuard guard(vm, value.object());
  if (guard.nested()) return "{...}";
  const Dict* dict = cast<Dict>(value);
  std::string out = "{";
  for (std::uint32_t i = 0; i < dict->filled; ++i) {
    const DictEntry entry = dict->entries[i];
    if (entry.key.is_empty()) continue;
    const Ref key = entry.key, item = entry.value;
    if (out.size() > 1) out += ", ";
    if (!append_repr(vm, key, out)) return std::nullopt;
    out += ": ";
    if (!append_repr(vm, item, out)) return std::nullopt;
  }
  return out + "}";
}

std::optional<std::string> set_repr(Vm& vm, Value value) {
  const Set* set = cast<Set>(value);
  const std::string name(set->type->name->view());
  const bool plain = set->type == vm.types.set;
  if (set->used == 0) return name + "()";
  const ReprGuard guard(vm, value.object());
  if (guard.nested()) return name + "(...)";
  std::string out = plain ? "{" : name + "({";
  bool first = true;
  for (std::uint32_t i = 0; i <= set->mask; ++i) {
    if (set->table[i].key.is_empty() || set->table[i].key == kUnbound) continue;
    const Ref held = set->table[i].key;
    if (!first) out += ", ";
    first = false;
    if (!append_repr(vm, held, out)) return std::nullopt;
  }
  return out + (plain ? "}" : "})");
}

std::optional<std::string> view_repr(Vm& vm, Value value) {
  const auto* view = cast<View>(value);
  const ReprGuard guard(vm, value.object());
  if (guard.nested()) return "...";
  const Ref list = list_from(vm, value);
  if (!list) return std::nullopt;
  const auto inner = list_repr(vm, list);
  return inner ? std::optional(std::string(view->type->name->view()) + "(" + *inner + ")") : std::nullopt;
}

std::optional<std::string> range_repr(Vm& vm, const Range* range) {
  const auto start = repr_of(vm, range->start), stop = repr_of(vm, range->stop), step = repr_of(vm, range->step);
  if (!start || !stop || !step) return std::nullopt;
  return *step == "1" ? fmt::format("range({}, {})", *start, *stop) : fmt::format("range({}, {}, {})", *start, *stop, *step);
}

std::optional<std::string> native_repr(Vm& vm, Value value) {
  const auto* native = cast<Native>(value);
  if (stands_for_python(native)) {
    const std::string name = (native->owner != nullptr ? std::string(native->owner->name->view()) + "." : std::string()) + native->def->name;
    if (native->self == kUnbound) return fmt::format("<function {} at {}>", name, address(value));
    const auto self = repr_of(vm, native->self);
    return self ? std::optional(fmt::format("<bound method {} of {}>", name, *self)) : std::nullopt;
  }
  const bool is_slot = native->role() == NativeRole::Slot;
  if (native->owner == nullptr) return fmt::format("<built-in function {}>", native->def->name);
  if (native->self == kUnbound)
    return fmt::format("<{} '{}' of '{}' objects>", is_slot ? "slot wrapper" : "method", native->def->name, name_in_messages(native->owner));
  if (is_slot)
    return fmt::format("<method-wrapper '{}' of {} object at {}>", native->def->name, type_name(vm, native->self), address(native->self));
  return fmt::format("<built-in method {} of {} object at {}>", native->def->name, type_name(vm, native->self),
                     address(native->self));
}

std::optional<std::string> default_repr(Vm& vm, Value value) {
  return fmt::format("<{} object at {}>", full_type_name(vm, value.object()->type), address(value));
}

std::optional<std::string> object_repr(Vm& vm, Value value) {
  Object* object = value.object();
  switch (object->kind) {
    case Kind::Float: return text::float_repr(static_cast<Float*>(object)->value);
    case Kind::Int: {
      auto digits = text::to_decimal(*static_cast<Int*>(object)->value, vm.integer_digits);
      if (digits.ok()) return digits.value();
      vm.raise(digits.failure());
      return std::nullopt;
    }
    case Kind::Str: return text::string_repr(static_cast<Str*>(object)->view());
    case Kind::Bytes: {
      std::string text = text::bytes_repr(static_cast<Bytes*>(object)->view());
      if ((object->flags & kFrozen) != 0) return text;
      // bytearray_repr puts a backslash before each ', between whatever quotes.
      if (text.size() > 2 && text[1] == '"')
        for (std::size_t at = text.find('\''); at != std::string::npos; at = text.find('\'', at + 2)) text.insert(at, 1, '\\');
      return std::string(object->type->name->view()) + "(" + text + ")";
    }
    case Kind::List: return list_repr(vm, value);
    case Kind::Tuple: return tuple_repr(vm, value);
    case Kind::Dict: return dict_repr(vm, value);
    case Kind::Set: return set_repr(vm, value);
    case Kind::View: return view_repr(vm, value);
    case Kind::Range: return range_repr(vm, static_cast<Range*>(object));
    case Kind::Slice: {
      const auto* slice = static_cast<Slice*>(object);
      const auto start = repr_of(vm, slice->start), stop = repr_of(vm, slice->stop), step = repr_of(vm, slice->step);
      if (!start || !stop || !step) return std::nullopt;
      return fmt::format("slice({}, {}, {})", *start, *stop, *step);
    }
    case Kind::Function: return fmt::format("<function {} at {}>", str_view(static_cast<Function*>(object)->qualname), address(value));
    case Kind::Native: return native_repr(vm, value);
    case Kind::BoundMethod: {
      const auto* method = static_cast<BoundMethod*>(object);
      const auto self = repr_of(vm, method->self);
      if (!self) return std::nullopt;
      const Ref name = find_attribute(vm, method->function, vm.names.dunder_qualname);
      return fmt::format("<bound method {} of {}>", name && is_str(name) ? str_view(name) : std::string_view("?"), *self);
    }
    case Kind::Cell: {
      const Value held = static_cast<Cell*>(object)->value;
      if (held == kUnbound) return fmt::format("<cell at {}: empty>", address(value));
      return fmt::format("<cell at {}: {} object at {}>", address(value), type_name(vm, held), held.is_object() ? address(held) : "0x0");
    }
    case Kind::Super: {
      const auto* super = static_cast<Super*>(object);
      if (super->self_type == nullptr) return fmt::format("<super: <class '{}'>, NULL>", super->start->name->view());
      return fmt::format("<super: <class '{}'>, <{} object>>", super->start->name->view(), super->self_type->name->view());
    }
    case Kind::Accessor: {
      const auto* accessor = static_cast<Accessor*>(object);
      return fmt::format("<{} '{}' of '{}' objects>", accessor->what() == AccessorKind::Computed ? "attribute" : "member", accessor->name->view(),
                         name_in_messages(accessor->owner));
    }
    case Kind::ClassMethod:
    case Kind::StaticMethod: {
      const Value function = static_cast<MethodWrapper*>(object)->function;
      if (function.is_kind(Kind::Native) && cast<Native>(function)->role() == NativeRole::ClassMethod) return native_repr(vm, function);
      const auto inner = repr_of(vm, function);
      return inner ? std::optional(fmt::format("<{}({})>", object->type->name->view(), *inner)) : std::nullopt;
    }
    case Kind::Type: return fmt::format("<class '{}'>", full_type_name(vm, static_cast<Type*>(object)));
    case Kind::Exception: return exception_repr_text(vm, value);
    case Kind::Module: {
      const std::string_view name = static_cast<Module*>(object)->name->view();
      const Dict* names = static_cast<Module*>(object)->dict;
      if (const Value file = dict_get_name(names, vm.names.dunder_file); !file.is_empty() && is_str(file))
        return fmt::format("<module '{}' from {}>", name, repr_of(vm, file).value_or(""));
      if (!dict_get_name(names, vm.names.dunder_path).is_empty()) return fmt::format("<module '{}' (<_frozen_importlib_external.NamespaceLoader object at {}>)>", name, address(value));
      if (dict_get_name(names, intern(vm, "__loader__")).is_none()) return fmt::format("<module '{}'>", name);  // types.ModuleType made it
      return fmt::format("<module '{}' (built-in)>", name);
    }
    case Kind::Generator: {
      const auto* generator = static_cast<Generator*>(object);
      return fmt::format("<{} object {} at {}>", object->type->name->view(), generator_qualname(generator), address(value));
    }
    default: return default_repr(vm, value);
  }
}

Ref checked_text(Vm& vm, Ref text, const char* method) {
  if (text && !is_str(text)) return vm.raise(vm.types.TypeError, "{} returned non-string (type {})", method, type_name(vm, text));
  return text;
}

}  // namespace

Ref layout_repr(Vm& vm, Value value) {
  const auto text = object_repr(vm, value);
  return text ? make_str(vm, *text) : Ref();
}

namespace {

Ref make_str_or_error(Vm& vm, const std::optional<std::string>& text) { return text ? make_str(vm, *text) : Ref(); }

/// The type's own repr, without the level that PyObject_Repr counts.
/// `asked` names the method that an answer which is no str is blamed on.
Ref repr_uncounted(Vm& vm, Value value, const char* asked = "__repr__") {
  if (const Value method = users_method(vm, value, vm.names.dunder_repr); !method.is_empty())
    return checked_text(vm, call_special(vm, method, value), asked);
  return make_str_or_error(vm, object_repr(vm, value));
}

}  // namespace

Ref repr(Vm& vm, Value value) {
  if (value.is_int()) {
    const fmt::format_int digits(value.as_int());
    return make_str(vm, {digits.data(), digits.size()}, static_cast<std::uint32_t>(digits.size()));
  }
  if (value.is_inline_float()) return make_str(vm, text::float_repr(value.inline_float()));
  if (!value.is_object()) {
    const char* text = value.is_none() ? "None" : value.is_true() ? "True" : value.is_false() ? "False" : value == kEllipsis ? "Ellipsis" : "NotImplemented";
    return Value(intern(vm, text));
  }
  if (value.object()->kind == Kind::Str && !value.object()->type->is_user) return make_str_or_error(vm, object_repr(vm, value));
  const NativeLevel level(vm, " while getting the repr of an object");
  return level ? repr_uncounted(vm, value) : Ref();
}

Ref to_str(Vm& vm, Value value) {
  if (!value.is_object()) return repr(vm, value);
  if (value.object()->kind == Kind::Str && value.object()->type == vm.types.str) return value;
  const NativeLevel level(vm, " while getting the str of an object");
  if (!level) return {};
  if (const Value method = users_method(vm, value, vm.names.dunder_str); !method.is_empty())
    return checked_text(vm, call_special(vm, method, value), "__str__");
  if (value.object()->kind == Kind::Str) return make_str(vm, str_view(value));
  if (value.object()->kind == Kind::Exception) {
    const auto text = exception_text(vm, value);
    return text ? make_str(vm, *text) : Ref();
  }
  return repr_uncounted(vm, value, "__str__");  // object.__str__ calls the type's slot, and PyObject_Str looks at what it gave
}

Ref format_value(Vm& vm, Value value, Value spec) {
  const std::string_view text = str_view(spec);
  if (const Value method = users_method(vm, value, vm.names.dunder_format); !method.is_empty()) {
    const Value args[] = {spec};
    Ref formatted = call_special(vm, method, value, args);
    if (formatted && !is_str(formatted)) return vm.raise(vm.types.TypeError, "__format__ must return a str, not {}", type_name(vm, formatted));
    return formatted;
  }
  const bool users = value.is_object() && value.object()->type->is_user;
  if (text.empty()) return to_str(vm, value);
  const std::string_view name = type_name(vm, value);
  text::Result<std::string> result = std::string();
  if (value.is_int()) result = text::format_int(value.as_int(), text, name);
  else if (value.is_bool()) result = text::format_int(std::int64_t{value.is_true() ? 1 : 0}, text, name);
  else if (is_int_like(value)) result = text::format_int(big_value(value), text, name);
  else if (is_float(value)) result = text::format_float(float_value(value), text, name);
  else if (is_str(value)) result = text::format_str(str_view(value), text, name);
  else {
    (void)users;
    return vm.raise(vm.types.TypeError, "unsupported format string passed to {}.__format__", name);
  }
  return result.ok() ? make_str(vm, result.value()) : vm.raise(result.failure());
}

Ref to_ascii(Vm& vm, Value value) {
  const Ref text = repr(vm, value);
  if (!text || cast<Str>(text)->is_ascii()) return text;
  return make_str(vm, text::escape_non_ascii(str_view(text)));
}

std::optional<std::string> text_of(Vm& vm, Value value) {
  const Ref text = to_str(vm, value);
  return text ? std::optional(std::string(str_view(text))) : std::nullopt;
}

std::optional<std::string> repr_of(Vm& vm, Value value) {
  const Ref text = repr(vm, value);
  return text ? std::optional(std::string(str_view(text))) : std::nullopt;
}

}  // namespace waiter::python
