#include "python/special_attributes.h"

#include "python/native_coroutine.h"

namespace waiter::python {
namespace {

Ref dict_of_attributes(Vm& vm, Object* object) {
  Attributes* attributes = attributes_of(object);
  Dict* dict = make_dict(vm);
  const Ref owner = Ref::steal(Value(dict));
  if (attributes != nullptr && attributes->shape != nullptr)
    for (std::uint32_t i = 0; i < attributes->shape->count; ++i)
      dict_set_name(vm, dict, attributes->shape->names[i], attributes->slots[i]);
  return owner;
}

Ref function_attribute(Vm& vm, Function* function, Str* name) {
  const Names& names = vm.names;
  if (name == names.dunder_name) return function->name;
  if (name == names.dunder_qualname) return function->qualname;
  if (name == names.dunder_module) return function->module;
  if (name == names.dunder_doc) return function->doc;
  if (name == names.dunder_defaults) return function->defaults == nullptr ? Ref(kNone) : Ref(Value(function->defaults));
  if (name == names.dunder_kwdefaults) return function->keyword_defaults == nullptr ? Ref(kNone) : Ref(Value(function->keyword_defaults));
  if (name == names.dunder_closure) return function->closure == nullptr ? Ref(kNone) : Ref(Value(function->closure));
  if (name == names.dunder_globals) return Value(function->globals);
  if (name == names.dunder_annotations) {
    if (function->annotations.is_none()) function->annotations = Value(make_dict(vm));
    return function->annotations;
  }
  return {};
}

Ref exception_attribute(Vm& vm, Exception* exception, Str* name) {
  const Names& names = vm.names;
  if (name == names.word_args) return Value(exception->args);
  if (name == names.dunder_cause) return exception->cause;
  if (name == names.dunder_context) return exception->context;
  if (name == names.dunder_suppress_context) return Value::from_bool(exception->suppress_context);
  if (name == names.dunder_traceback) return exception->traceback;
  if (name == names.word_value && is_subtype(exception->type, vm.types.StopIteration)) return stop_value(vm, Value(exception));
  if (name == names.word_code && is_subtype(exception->type, vm.types.SystemExit)) {
    if (exception->args->count == 0) return kNone;
    return exception->args->count == 1 ? Ref(exception->args->items[0]) : Ref(Value(exception->args));
  }
  if ((name == names.word_name || name == names.word_path || name == names.word_obj) &&
      (is_subtype(exception->type, vm.types.NameError) || is_subtype(exception->type, vm.types.AttributeError) ||
       is_subtype(exception->type, vm.types.ImportError)))
    return kNone;
  if (name == names.word_msg && is_subtype(exception->type, vm.types.ImportError))
    return exception->args->count > 0 ? Ref(exception->args->items[0]) : Ref(kNone);
  if (is_subtype(exception->type, vm.types.BaseExceptionGroup)) {
    if (name->view() == "message" && exception->args->count > 0) return exception->args->items[0];
    if (name->view() == "exceptions" && exception->args->count > 1) return tuple_from(vm, exception->args->items[1]);
  }
  if (is_subtype(exception->type, vm.types.SyntaxError)) {
    // SyntaxError(msg, (filename, lineno, offset, text[, end_lineno, end_offset]))
    static constexpr std::string_view kDetails[] = {"filename", "lineno", "offset", "text", "end_lineno", "end_offset"};
    const Tuple* args = exception->args;
    if (name == names.word_msg) return args->count > 0 ? Ref(args->items[0]) : Ref(kNone);
    if (name->view() == "print_file_and_line") return kNone;
    for (std::uint32_t i = 0; i < std::size(kDetails); ++i) {
      if (name->view() != kDetails[i]) continue;
      const auto* details = args->count == 2 && args->items[1].is_kind(Kind::Tuple) ? cast<Tuple>(args->items[1]) : nullptr;
      return details != nullptr && i < details->count ? Ref(details->items[i]) : Ref(kNone);
    }
  }
  if (is_subtype(exception->type, vm.types.OSError)) {
    const Tuple* args = exception->args;
    if (name->view() == "errno") return args->count >= 2 ? Ref(args->items[0]) : Ref(kNone);
    if (name->view() == "strerror") return args->count >= 2 ? Ref(args->items[1]) : Ref(kNone);
    if (name->view() == "filename") return args->count >= 3 ? Ref(args->items[2]) : Ref(kNone);
  }
  return {};
}

Ref native_attribute(Vm& vm, Native* native, Str* name) {
  const Names& names = vm.names;
  if (name == names.dunder_name) return make_str(vm, native->def->name);
  if (name == names.dunder_qualname)
    return make_str(vm, native->owner != nullptr ? fmt::format("{}.{}", native->owner->name->view(), native->def->name)
                                                 : std::string(native->def->name));
  if (name == names.dunder_self) return native->self == kUnbound ? Ref(kNone) : Ref(native->self);
  if (name == names.dunder_module) return native->owner == nullptr ? Ref(Value(intern(vm, "builtins"))) : Ref(kNone);
  if (name == names.dunder_doc) return kNone;
  return {};
}

Ref generator_attribute(Vm& vm, Generator* generator, Str* name) {
  const Names& names = vm.names;
  if (name == names.dunder_name) return make_str(vm, generator_name(generator));
  if (name == names.dunder_qualname) return make_str(vm, generator_qualname(generator));
  const std::string_view text = name->view();
  if (text == "gi_running" || text == "cr_running" || text == "ag_running")
    return Value::from_bool(generator->state == GeneratorState::Running);
  if (text == "cr_await" || text == "gi_yieldfrom" || text == "ag_await") {
    const Value awaited = awaited_by(generator);
    return awaited.is_empty() ? Ref(kNone) : Ref(awaited);
  }
  if (text == "gi_frame" || text == "cr_frame" || text == "ag_frame") {
    // Programs only ask whether there is one.
    return generator->state == GeneratorState::Closed ? Ref(kNone) : Ref(kTrue);
  }
  return {};
}

}  // namespace

Ref special_type_attribute(Vm& vm, Type* type, Str* name) {
  const Names& names = vm.names;
  if (name == names.dunder_name) return Value(type->name);
  if (name == names.dunder_qualname) return Value(type->qualname);
  if (name == names.dunder_module) return type->module;
  if (name == names.dunder_mro) return Value(type->mro);
  if (name == names.dunder_bases) return Value(type->bases);
  if (name == names.dunder_class) return Value(type->type);
  if (name == names.dunder_doc) return kNone;
  if (name == names.dunder_dict) return Ref::steal(Value(dict_copy(vm, type->dict)));
  if (name == names.dunder_annotations && type->is_user) {
    Dict* dict = make_dict(vm);
    const Ref owner = Ref::steal(Value(dict));
    dict_set_name(vm, type->dict, name, Value(dict));
    return owner;
  }
  return {};
}

Ref special_attribute(Vm& vm, Value object, Str* name) {
  const Names& names = vm.names;
  if (name == names.dunder_class) return Value(type_of(vm, object));
  if (name == names.dunder_doc) {
    const Value doc = type_lookup(vm, type_of(vm, object), name);
    if (!doc.is_empty()) return doc;
  }
  if (!object.is_object()) return {};
  if (name == names.dunder_dict) {
    if (object.object()->kind == Kind::Module) return Value(cast<Module>(object)->dict);
    const bool slots_alone = object.object()->type->is_user && object.object()->type->no_instance_dict;
    if (!slots_alone && attributes_of(object.object()) != nullptr) return dict_of_attributes(vm, object.object());
  }
  switch (object.object()->kind) {
    case Kind::Function: return function_attribute(vm, cast<Function>(object), name);
    case Kind::Exception: return exception_attribute(vm, cast<Exception>(object), name);
    case Kind::Native: return native_attribute(vm, cast<Native>(object), name);
    case Kind::Generator: return generator_attribute(vm, cast<Generator>(object), name);
    case Kind::BoundMethod: {
      const auto* method = cast<BoundMethod>(object);
      if (name == names.dunder_self) return method->self;
      if (name == names.dunder_func) return method->function;
      return find_attribute(vm, method->function, name);
    }
    case Kind::Slice: {
      const auto* slice = cast<Slice>(object);
      if (name->view() == "start") return slice->start;
      if (name->view() == "stop") return slice->stop;
      if (name->view() == "step") return slice->step;
      return {};
    }
    case Kind::Range: {
      const auto* range = cast<Range>(object);
      if (name->view() == "start") return range->start;
      if (name->view() == "stop") return range->stop;
      if (name->view() == "step") return range->step;
      return {};
    }
    case Kind::Property: {
      const auto* property = cast<Property>(object);
      if (name->view() == "fget") return property->getter;
      if (name->view() == "fset") return property->setter;
      if (name->view() == "fdel") return property->deleter;
      if (name == names.dunder_doc) return property->doc;
      return {};
    }
    case Kind::ClassMethod:
    case Kind::StaticMethod:
      if (name == names.dunder_func || name == names.dunder_wrapped) return cast<MethodWrapper>(object)->function;
      return {};
    case Kind::Cell:
      if (name->view() == "cell_contents") {
        const Value value = cast<Cell>(object)->value;
        if (value == kUnbound) return vm.raise(vm.types.ValueError, "Cell is empty");
        return value;
      }
      return {};
    case Kind::Traceback: {
      const auto* traceback = cast<Traceback>(object);
      if (name->view() == "tb_lineno") return Value::from_int(traceback->code->spans[traceback->instruction].line);
      if (name->view() == "tb_frame") {
        const Ref module = vm.import_module(intern(vm, "_frames"));
        const Ref make = module ? find_attribute(vm, module, intern(vm, "of_traceback")) : Ref();
        const Value args[] = {object};
        return make ? call(vm, make, args) : Ref();
      }
      if (name->view() == "tb_next") return traceback->next == nullptr ? Ref(kNone) : Ref(Value(traceback->next));
      return {};
    }
    default: return {};
  }
}

int special_set_attribute(Vm& vm, Value object, Str* name, Value value) {
  const Names& names = vm.names;
  if (!object.is_object()) return 0;
  const auto assign = [](Value& place, Value to) {
    const Value old = std::exchange(place, Ref(to).release());
    decref(old);
    return 1;
  };
  switch (object.object()->kind) {
    case Kind::Function: {
      auto* function = cast<Function>(object);
      if (name == names.dunder_name) return assign(function->name, value);
      if (name == names.dunder_qualname) return assign(function->qualname, value);
      if (name == names.dunder_module) return assign(function->module, value);
      if (name == names.dunder_doc) return assign(function->doc, value);
      if (name == names.dunder_annotations) return assign(function->annotations, value);
      if (name == names.dunder_defaults && (value.is_none() || value.is_kind(Kind::Tuple))) {
        Tuple* old = function->defaults;
        function->defaults = value.is_none() ? nullptr : cast<Tuple>(Ref(value).release());
        if (old != nullptr) decref(Value(old));
        return 1;
      }
      return 0;
    }
    case Kind::Exception: {
      auto* exception = cast<Exception>(object);
      if (name == names.dunder_cause) {
        exception->suppress_context = true;
        return assign(exception->cause, value);
      }
      if (name == names.dunder_context) return assign(exception->context, value);
      if (name == names.dunder_traceback) return assign(exception->traceback, value);
      if (name == names.dunder_suppress_context) {
        exception->suppress_context = truth(vm, value) == 1;
        return 1;
      }
      if (name == names.word_args) {
        const Ref args = tuple_from(vm, value);
        if (!args) return -1;
        const Value old(exception->args);
        exception->args = cast<Tuple>(Ref(args).release());
        decref(old);
        return 1;
      }
      return 0;
    }
    case Kind::Type: {
      auto* type = cast<Type>(object);
      if (!type->is_user) return 0;
      if (name == names.dunder_name && is_str(value)) {
        incref(value);
        decref(Value(type->name));
        type->name = cast<Str>(value);
        return 1;
      }
      if (name == names.dunder_qualname && is_str(value)) {
        incref(value);
        decref(Value(type->qualname));
        type->qualname = cast<Str>(value);
        return 1;
      }
      return 0;
    }
    case Kind::Cell:
      if (name->view() == "cell_contents") return assign(cast<Cell>(object)->value, value);
      return 0;
    case Kind::Instance:
      if (name == names.dunder_class && value.is_kind(Kind::Type) && cast<Type>(value)->layout == Kind::Instance) {
        // The attributes' shape belongs to the old class: build them anew.
        auto* instance = cast<Instance>(object);
        Type* old = instance->type;
        const Attributes before = instance->attributes;
        instance->attributes = {};
        incref(value);
        instance->type = cast<Type>(value);
        for (std::uint32_t i = 0; before.shape != nullptr && i < before.shape->count; ++i) {
          attributes_set(vm, instance, &instance->attributes, before.shape->names[i], before.slots[i]);
          decref(before.slots[i]);
        }
        vm.heap.free_raw(before.slots, before.capacity * sizeof(Value));
        if (old->is_user) decref(Value(old));
        return 1;
      }
      if (name == names.dunder_dict && value.is_kind(Kind::Dict)) {
        auto* instance = cast<Instance>(object);
        const Ref held = value;
        attributes_clear(vm, &instance->attributes);
        const Dict* dict = cast<Dict>(value);
        for (std::uint32_t i = 0; i < dict->filled; ++i)
          if (is_str(dict->entries[i].key))
            attributes_set(vm, instance, &instance->attributes, intern(vm, str_view(dict->entries[i].key)), dict->entries[i].value);
        return 1;
      }
      return 0;
    default: return 0;
  }
}

}  // namespace waiter::python
