// What happens when the last reference to an object goes: its finaliser, then what it holds, then its memory. Long chains
// (a list in a list in a list ...) are taken apart from a queue, so that the C++ stack stays short.

#include "python/destroy.h"

#include "python/growing_text.h"
#include "python/native_coroutine.h"
#include "python/weak_reference.h"
#include "python/text/big_int.h"

namespace waiter::python {
namespace {

void drop(Value value) {
  if (!value.is_empty()) decref(value);
}

template <class T>
void drop_object(T* object) {
  if (object != nullptr) decref(Value(object));
}

/// Drops every reference that the object holds, and its arrays.
void release_contents(Vm& vm, Object* object) {
  Heap& heap = vm.heap;
  switch (object->kind) {
    case Kind::Int: {
      auto* integer = static_cast<Int*>(object);
      heap.count_bytes(-static_cast<std::int64_t>(integer->value->bit_length() / 8));
      delete integer->value;
      break;
    }
    case Kind::Str: {
      const auto* text = static_cast<Str*>(object);
      if (text->data != reinterpret_cast<const char*>(text + 1) && text->data != nullptr)
        heap.free_raw(const_cast<char*>(text->data), text_array_bytes(text));
      break;
    }
    case Kind::Bytes: heap.free_raw(static_cast<Bytes*>(object)->data, static_cast<Bytes*>(object)->capacity); break;
    case Kind::List: {
      auto* list = static_cast<List*>(object);
      Value* items = std::exchange(list->items, nullptr);
      const std::uint32_t count = std::exchange(list->count, 0);
      for (std::uint32_t i = count; i-- > 0;) decref(items[i]);
      heap.free_raw(items, std::exchange(list->capacity, 0) * sizeof(Value));
      break;
    }
    case Kind::Tuple: {
      auto* tuple = static_cast<Tuple*>(object);
      for (std::uint32_t i = tuple->count; i-- > 0;) drop(tuple->items[i]);
      if (tuple->items != reinterpret_cast<Value*>(tuple + 1)) heap.free_raw(tuple->items, tuple->count * sizeof(Value));
      break;
    }
    case Kind::Dict: dict_clear(vm, static_cast<Dict*>(object)); break;
    case Kind::Set: set_clear(vm, static_cast<Set*>(object)); break;
    case Kind::Range: {
      auto* range = static_cast<Range*>(object);
      drop(range->start);
      drop(range->stop);
      drop(range->step);
      break;
    }
    case Kind::Slice: {
      auto* slice = static_cast<Slice*>(object);
      drop(slice->start);
      drop(slice->stop);
      drop(slice->step);
      break;
    }
    case Kind::Function: {
      auto* function = static_cast<Function*>(object);
      drop_object(function->globals);
      drop_object(function->defaults);
      drop_object(function->keyword_defaults);
      drop_object(function->closure);
      drop(function->name);
      drop(function->qualname);
      drop(function->doc);
      drop(function->annotations);
      drop(function->module);
      attributes_clear(vm, &function->attributes);
      break;
    }
    case Kind::Native: drop(static_cast<Native*>(object)->self); break;
    case Kind::BoundMethod: {
      auto* method = static_cast<BoundMethod*>(object);
      drop(method->function);
      drop(method->self);
      break;
    }
    case Kind::Cell: drop(static_cast<Cell*>(object)->value); break;
    case Kind::Property: {
      auto* property = static_cast<Property*>(object);
      drop(property->getter);
      drop(property->setter);
      drop(property->deleter);
      drop(property->doc);
      break;
    }
    case Kind::ClassMethod:
    case Kind::StaticMethod: drop(static_cast<MethodWrapper*>(object)->function); break;
    case Kind::Super: {
      auto* super = static_cast<Super*>(object);
      drop_object(super->start);
      drop(super->self);
      drop_object(super->self_type);
      break;
    }
    case Kind::Type: {
      auto* type = static_cast<Type*>(object);
      for (std::uint32_t i = 0; type->bases != nullptr && i < type->bases->count; ++i) {
        Type* base = cast<Type>(type->bases->items[i]);
        for (std::uint32_t j = 0; j < base->subclass_count; ++j) {
          if (base->subclasses[j] != type) continue;
          base->subclasses[j] = base->subclasses[--base->subclass_count];
          break;
        }
      }
      heap.free_raw(type->subclasses, type->subclass_capacity * sizeof(Type*));
      drop_object(type->name);
      drop_object(type->qualname);
      drop(type->module);
      drop_object(type->bases);
      drop_object(type->dict);
      // The mro begins with the type itself: a cycle that is cut when the collector comes here.
      drop_object(type->mro);
      break;
    }
    case Kind::Instance: attributes_clear(vm, &static_cast<Instance*>(object)->attributes); break;
    case Kind::Exception: {
      auto* exception = static_cast<Exception*>(object);
      // In the order of BaseException_clear, after what a subclass has: finalisers tell.
      drop_object(exception->fields);
      attributes_clear(vm, &exception->attributes);
      drop_object(exception->args);
      drop(exception->traceback);
      drop(exception->cause);
      drop(exception->context);
      break;
    }
    case Kind::Accessor:
      drop_object(static_cast<Accessor*>(object)->name);
      drop_object(static_cast<Accessor*>(object)->owner);
      break;
    case Kind::Traceback:
      drop_object(static_cast<Traceback*>(object)->next);  // the innermost call's frame goes first (tb_dealloc)
      forget_frame(vm, static_cast<Traceback*>(object));
      drop_object(static_cast<Traceback*>(object)->globals);
      break;
    case Kind::Module:
      drop_object(static_cast<Module*>(object)->name);
      drop_object(static_cast<Module*>(object)->dict);
      break;
    case Kind::Generator: {
      auto* generator = static_cast<Generator*>(object);
      if (!vm.origins.empty()) [[unlikely]] forget_origin(vm, generator);
      // One that would not be closed: tracebacks that name its frame keep it as it stands, values on its stack and all (take_ownership).
      if (Frame* frame = std::exchange(generator->frame, nullptr); frame != nullptr && frame->seen_in != nullptr) {
        frame->generator = nullptr;
        frame->back = nullptr;
        frame->ended = true;
      } else if (frame != nullptr) {
        free_frame(vm, frame);
      }
      if (generator->is_native && generator->state != GeneratorState::Closed) close_native(static_cast<NativeCoroutine*>(generator));
      drop(generator->name);
      drop(generator->qualname);
      drop(generator->handled.value);
      break;
    }
    case Kind::Iterator:
      drop(static_cast<Iterator*>(object)->source);
      drop(static_cast<Iterator*>(object)->other);
      break;
    case Kind::View: drop_object(static_cast<View*>(object)->dict); break;
    case Kind::Extension: {
      auto* extension = static_cast<Extension*>(object);
      const ExtensionTraits* traits = object->type->traits;
      if (traits->release != nullptr) traits->release(vm, extension);
      attributes_clear(vm, &extension->attributes);
      if (traits->destruct != nullptr) traits->destruct(extension);
      break;
    }
    default: break;
  }
}

}  // namespace

bool run_finaliser(Vm& vm, Object* object) {
  const bool generator = object->kind == Kind::Generator;
  const bool extension = object->kind == Kind::Extension && object->type->traits->finalise != nullptr;
  if (!generator && !extension && !object->type->has_finalizer) return false;
  if ((object->flags & kFinalizing) != 0) return false;
  object->flags |= kFinalizing;
  if (extension) object->type->traits->finalise(vm, static_cast<Extension*>(object));
  if (generator) {
    finalize_generator(vm, static_cast<Generator*>(object));
  } else if (!object->type->has_finalizer) {
    // nothing of the learner's to run
  } else if (vm.stopped_because().empty()) {
    Ref saved = vm.has_error() ? vm.take_error() : Ref();
    const Value method = type_lookup(vm, object->type, vm.names.dunder_del);
    const Ref result = call_special(vm, method, Value(object));
    if (!result && vm.has_error()) {
      const auto text = repr_of(vm, method);
      vm.report_unraisable(text ? *text : "__del__");
    }
    if (saved) vm.restore_error(std::move(saved));
  }
  return true;
}

namespace {

/// True: somebody holds the object again.
/// A generator or coroutine that is over has nothing left to say.
bool may_finalise(const Object* object) {
  if (object->type->has_finalizer || object->kind == Kind::Extension) return true;
  if (object->kind != Kind::Generator) return false;
  const auto* generator = static_cast<const Generator*>(object);
  return generator->state != GeneratorState::Closed || generator->what == GeneratorKind::AsyncGenerator;
}

bool finalise(Vm& vm, Object* object) {
  object->refs = 1;  // alive while its finaliser runs
  run_finaliser(vm, object);
  return --object->refs != 0;
}

}  // namespace

void release_prefix(Vm& vm, Object* object) {
  attributes_clear(vm, &prefix_of(object)->attributes);
  if (const Value hidden = std::exchange(prefix_of(object)->hidden, Value()); !hidden.is_empty()) decref(hidden);
}

void destroy(Object* object) {
  Vm& vm = Heap::vm_of(object);
  if (may_finalise(object) && finalise(vm, object)) return;
  if ((object->flags & kWeaklyReferenced) != 0) {
    object->refs = 1;  // a callback may collect garbage: what is going is not garbage to be found
    clear_weak_references(vm, object);
    --object->refs;
  }
  // Deep structures: what is dropped while something is being dropped waits its turn.
  constexpr int kDepthMax = 50;
  if (vm.destroy_depth >= kDepthMax) {
    vm.destroy_later.push_back(object);
    return;
  }
  ++vm.destroy_depth;
  Type* type = object->type;
  release_contents(vm, object);
  if ((object->flags & kHasPrefix) != 0) release_prefix(vm, object);
  vm.heap.free_object(object);
  if (type->is_user) decref(Value(type));
  --vm.destroy_depth;
  while (vm.destroy_depth == 0 && !vm.destroy_later.empty()) {
    Object* next = vm.destroy_later.back();
    vm.destroy_later.pop_back();
    ++vm.destroy_depth;
    Type* next_type = next->type;
    release_contents(vm, next);
    if ((next->flags & kHasPrefix) != 0) release_prefix(vm, next);
    vm.heap.free_object(next);
    if (next_type->is_user) decref(Value(next_type));
    --vm.destroy_depth;
  }
}

}  // namespace waiter::python
