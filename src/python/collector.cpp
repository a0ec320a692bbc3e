// Trial deletion. Every reference that one object holds to another is taken off the other's count; what still has a
// count is held from outside (a frame that runs, C++) and alive, and so is all that it reaches. The rest is garbage. Counts
// are restored before anything else happens. What the heap has settled (Heap::settle) is outside, too: modules and classes that
// were imported before the program began, most of a short run's objects.

#include "python/collector.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "python/destroy.h"
#include "python/object_references.h"
#include "python/native_coroutine.h"
#include "python/weak_reference.h"

namespace waiter::python {
namespace {

/// What CPython's collector tracks: only these are counted and cleared.
bool is_container(const Object* object) {
  if ((object->flags & kHasPrefix) != 0) return true;
  switch (object->kind) {
    case Kind::Free:
    case Kind::Prefixed:
    case Kind::Float:
    case Kind::Int:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::Range: return false;
    default: return true;
  }
}

/// The containers that nothing reaches from outside. `held`: the collector itself has a reference to each of these.
std::vector<Object*> unreachable(Vm& vm, const std::vector<Object*>& held) {
  const auto drop = [](Object* to) {
    WAITER_ASSERT(to->refs > 0, "a reference that is shown is counted");
    --to->refs;
  };
  for (Object* object : held) drop(object);
  vm.heap.for_each_unsettled([&](Object* object) { visit_references(object, drop); });

  std::vector<Object*> reached;
  const auto reach = [&](Object* object) {
    if ((object->flags & kReached) != 0) return;
    object->flags |= kReached;
    reached.push_back(object);
  };
  vm.heap.for_each_unsettled([&](Object* object) {
    if (object->refs == 0) return;
    reach(object);
    while (!reached.empty()) {
      Object* next = reached.back();
      reached.pop_back();
      visit_references(next, reach);
      // An ended frame's references are shown by the newest entry that names it: whichever entry is alive, the frame is.
      if (next->kind == Kind::Traceback)
        if (const Frame* frame = static_cast<Traceback*>(next)->frame; frame != nullptr && frame->ended) reach(frame->seen_in);
    }
  });

  std::vector<Object*> found;
  vm.heap.for_each_unsettled([&](Object* object) {
    if ((object->flags & kReached) == 0 && is_container(object)) found.push_back(object);
  });
  vm.heap.for_each_unsettled([&](Object* object) {
    object->flags &= static_cast<std::uint8_t>(~kReached);
    visit_references(object, [](Object* to) { ++to->refs; });
  });
  for (Object* object : held) ++object->refs;
  return found;
}

template <class T>
void drop_pointer(T*& place) {
  if (T* old = std::exchange(place, nullptr)) decref(Value(old));
}

void drop_value(Value& place, Value instead) {
  if (place.is_empty()) return;
  incref(instead);
  decref(std::exchange(place, instead));
}

/// Empties an object so that no cycle goes through it. It stays a valid object: others may still look at it.
void clear(Vm& vm, Object* object) {
  if ((object->flags & kHasPrefix) != 0) release_prefix(vm, object);
  switch (object->kind) {
    case Kind::List: {
      auto* list = static_cast<List*>(object);
      const std::uint32_t count = std::exchange(list->count, 0);
      const std::uint32_t capacity = std::exchange(list->capacity, 0);
      Value* items = std::exchange(list->items, nullptr);
      for (std::uint32_t i = count; i-- > 0;) decref(items[i]);
      vm.heap.free_raw(items, capacity * sizeof(Value));
      break;
    }
    case Kind::Dict: dict_clear(vm, static_cast<Dict*>(object)); break;
    case Kind::Set: set_clear(vm, static_cast<Set*>(object)); break;
    case Kind::Function: {
      auto* function = static_cast<Function*>(object);
      drop_pointer(function->defaults);
      drop_pointer(function->keyword_defaults);
      drop_pointer(function->closure);
      for (Value* place : {&function->doc, &function->annotations, &function->module}) drop_value(*place, kNone);
      attributes_clear(vm, &function->attributes);
      break;
    }
    case Kind::Native: drop_value(static_cast<Native*>(object)->self, kUnbound); break;
    case Kind::BoundMethod:
      drop_value(static_cast<BoundMethod*>(object)->function, kNone);
      drop_value(static_cast<BoundMethod*>(object)->self, kNone);
      break;
    case Kind::Cell: drop_value(static_cast<Cell*>(object)->value, kUnbound); break;
    case Kind::Property: {
      auto* property = static_cast<Property*>(object);
      for (Value* place : {&property->getter, &property->setter, &property->deleter, &property->doc}) drop_value(*place, kNone);
      break;
    }
    case Kind::ClassMethod:
    case Kind::StaticMethod: drop_value(static_cast<MethodWrapper*>(object)->function, kNone); break;
    case Kind::Super: drop_value(static_cast<Super*>(object)->self, kNone); break;
    case Kind::Type: {
      // The mro begins with the type itself. Instances that go after it ask only for what stands in the type's own fields.
      auto* type = static_cast<Type*>(object);
      type_modified(vm, type);
      type->has_finalizer = type->has_getattr = type->has_getattribute = type->has_setattr = type->has_delattr = false;
      dict_clear(vm, type->dict);
      type->version = vm.next_version++;  // what the caches have just learnt is gone
      decref(Value(std::exchange(type->mro, cast<Tuple>(Ref(vm.empty_tuple).release()))));
      break;
    }
    case Kind::Instance: attributes_clear(vm, &static_cast<Instance*>(object)->attributes); break;
    case Kind::Exception: {
      auto* exception = static_cast<Exception*>(object);
      attributes_clear(vm, &exception->attributes);
      drop_pointer(exception->fields);
      decref(Value(std::exchange(exception->args, cast<Tuple>(Ref(vm.empty_tuple).release()))));
      for (Value* place : {&exception->cause, &exception->context}) drop_value(*place, kNone);
      replace_traceback(exception, kNone);
      break;
    }
    case Kind::Accessor: drop_pointer(static_cast<Accessor*>(object)->owner); break;
    case Kind::Traceback: forget_frame(vm, static_cast<Traceback*>(object)); break;
    case Kind::Generator: {
      // Its finaliser has closed it. One that would not be closed stays as it is, and so does what it holds: genobject.c has no tp_clear.
      auto* generator = static_cast<Generator*>(object);
      if (generator->frame != nullptr) break;
      if (generator->is_native) close_native(static_cast<NativeCoroutine*>(generator));
      drop_value(generator->handled.value, kNone);
      break;
    }
    case Kind::Iterator:
      drop_value(static_cast<Iterator*>(object)->source, kNone);
      drop_value(static_cast<Iterator*>(object)->other, kNone);
      break;
    case Kind::Extension: {
      auto* extension = static_cast<Extension*>(object);
      attributes_clear(vm, &extension->attributes);
      if (object->type->traits->release != nullptr) object->type->traits->release(vm, extension);
      break;
    }
    // The others cannot be the only mutable part of a cycle: a tuple, a module's dict, a view go when what they hang on goes.
    default: break;
  }
}

/// Drops the collector's references to what finalisers have freed: nobody else holds it, so it is not left to be found.
void let_go(std::vector<Object*>& garbage) {
  // What goes may free what stood before it: look again. A long chain the wrong way round may stay; it is cleared later.
  constexpr int kPassesMax = 10;
  bool changed = true;
  for (int pass = 0; changed && pass < kPassesMax; ++pass) {
    const auto free = [](Object* object) {
      if (object->refs > 1) return false;
      decref(Value(object));
      return true;
    };
    const auto end = std::remove_if(garbage.begin(), garbage.end(), free);
    changed = end != garbage.end();
    garbage.erase(end, garbage.end());
  }
}

/// In the order in which they were made, as CPython's lists have them; memory is used again in another order. Whether there were any.
bool run_finalisers(Vm& vm, const std::vector<Object*>& garbage) {
  std::vector<Object*> finalisable;
  std::copy_if(garbage.begin(), garbage.end(), std::back_inserter(finalisable), [](const Object* object) {
    return object->type->has_finalizer || object->kind == Kind::Generator || object->kind == Kind::Extension;
  });
  // How many objects with __del__ were made since; twice, so that a generator is younger than the last one before it.
  const auto age = [&](const Object* object) {
    const bool is_generator = object->kind == Kind::Generator && object->type != vm.types.async_generator;
    if (!object->type->has_finalizer && !is_generator) return 0;
    return 2 * static_cast<std::uint16_t>(vm.finalisable_made - object->extra) + (is_generator ? 0 : 1);
  };
  std::stable_sort(finalisable.begin(), finalisable.end(), [&](const Object* a, const Object* b) {
    if (age(a) != age(b)) return age(a) > age(b);
    if (a->kind != Kind::Generator || b->kind != Kind::Generator) return false;
    return vm.generators_made - static_cast<const Generator*>(a)->made > vm.generators_made - static_cast<const Generator*>(b)->made;
  });
  bool finalised = false;
  for (Object* object : finalisable) finalised = run_finaliser(vm, object) || finalised;
  return finalised;
}

}  // namespace

std::int64_t collect_garbage(Vm& vm) {
  // What is half destroyed, or is being collected already, cannot be looked at.
  if (vm.destroy_depth != 0 || vm.collecting) return 0;
  vm.collecting = true;
  Ref error = vm.has_error() ? vm.take_error() : Ref();
  std::vector<Object*> garbage = unreachable(vm, {});
  for (Object* object : garbage) ++object->refs;
  forget_garbage(vm, garbage);
  const bool finalised = run_finalisers(vm, garbage);
  if (finalised) {
    let_go(garbage);
    // A finaliser may have put some of it back in reach, or may have freed nothing but made more. Only what was garbage
    // before and still is goes.
    std::vector<Object*> still = unreachable(vm, garbage);
    std::sort(still.begin(), still.end());
    const auto alive = std::stable_partition(garbage.begin(), garbage.end(), [&](Object* object) {
      return std::binary_search(still.begin(), still.end(), object);
    });
    const std::vector<Object*> saved(alive, garbage.end());
    garbage.erase(alive, garbage.end());
    for (Object* object : saved) decref(Value(object));
  }
  const auto found = static_cast<std::int64_t>(garbage.size());
  for (Object* object : garbage) clear(vm, object);
  for (Object* object : garbage) decref(Value(object));
  if (error) vm.restore_error(std::move(error));
  vm.heap.relieved();
  vm.collecting = false;
  return found;
}

void finalise_what_only_these_hold(Vm& vm, const std::vector<Ref>& modules) {
  if (vm.destroy_depth != 0 || vm.collecting) return;
  vm.collecting = true;
  std::vector<Object*> held;
  for (const Ref& module : modules) held.push_back(module.get().object());
  std::vector<Object*> garbage = unreachable(vm, held);
  for (Object* object : garbage) ++object->refs;
  forget_garbage(vm, garbage);
  run_finalisers(vm, garbage);
  for (Object* object : garbage) decref(Value(object));
  vm.collecting = false;
}

bool relieve_heap(Vm& vm) {
  if (vm.automatic_collection) collect_garbage(vm);
  // Where that was not possible: at the next growth again.
  vm.heap.relieved();
  if (!vm.heap.over_limit()) return true;
  vm.raise(vm.types.MemoryError, "");
  return false;
}

}  // namespace waiter::python
