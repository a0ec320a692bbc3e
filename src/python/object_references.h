#pragma once
// Every counted reference that an object holds, shown one by one: what the cycle collector walks. It must show exactly
// what destroy.cpp drops: a reference shown that is not counted would free something in use; one not shown only keeps
// garbage alive.

#include "python/frame.h"
#include "python/native_coroutine.h"
#include "python/types.h"

namespace waiter::python {

/// Calls visit(Object*) for each. `visit` must not run Python code.
template <class Visit>
void visit_references(Object* object, Visit visit) {
  const auto value = [&](Value v) {
    if (v.is_object() && !v.is_empty()) visit(v.object());
  };
  const auto pointer = [&](Object* o) {
    if (o != nullptr) visit(o);
  };
  const auto attributes = [&](const Attributes& a) {
    const std::uint32_t count = a.shape == nullptr ? 0 : a.shape->count;
    for (std::uint32_t i = 0; i < count; ++i) value(a.slots[i]);
  };
  const auto frame_of = [&](Frame* frame) {
    if (frame == nullptr || frame->code == nullptr) return;
    for (const Value* slot = frame->slots; slot < frame->top; ++slot) value(*slot);
    pointer(frame->function);
    pointer(frame->globals);
    value(frame->names);
    value(frame->instead);
  };
  if (object->type->is_user) visit(object->type);
  if ((object->flags & kHasPrefix) != 0) {
    attributes(prefix_of(object)->attributes);
    if (!prefix_of(object)->hidden.is_empty()) value(prefix_of(object)->hidden);
  }
  switch (object->kind) {
    case Kind::List: {
      const auto* list = static_cast<List*>(object);
      for (std::uint32_t i = 0; i < list->count; ++i) value(list->items[i]);
      break;
    }
    case Kind::Tuple: {
      const auto* tuple = static_cast<Tuple*>(object);
      for (std::uint32_t i = 0; i < tuple->count; ++i) value(tuple->items[i]);
      break;
    }
    case Kind::Dict: {
      const auto* dict = static_cast<Dict*>(object);
      for (std::uint32_t i = 0; i < dict->filled; ++i) {
        if (dict->entries[i].key.is_empty()) continue;
        value(dict->entries[i].key);
        value(dict->entries[i].value);
      }
      break;
    }
    case Kind::Set: {
      const auto* set = static_cast<Set*>(object);
      for (std::uint32_t i = 0; set->table != nullptr && i <= set->mask; ++i) value(set->table[i].key);
      break;
    }
    case Kind::Range: {
      const auto* range = static_cast<Range*>(object);
      value(range->start);
      value(range->stop);
      value(range->step);
      break;
    }
    case Kind::Slice: {
      const auto* slice = static_cast<Slice*>(object);
      value(slice->start);
      value(slice->stop);
      value(slice->step);
      break;
    }
    case Kind::Function: {
      const auto* function = static_cast<Function*>(object);
      pointer(function->globals);
      pointer(function->defaults);
      pointer(function->keyword_defaults);
      pointer(function->closure);
      for (const Value v : {function->name, function->qualname, function->doc, function->annotations, function->module}) value(v);
      attributes(function->attributes);
      break;
    }
    case Kind::Native: value(static_cast<Native*>(object)->self); break;
    case Kind::BoundMethod:
      value(static_cast<BoundMethod*>(object)->function);
      value(static_cast<BoundMethod*>(object)->self);
      break;
    case Kind::Cell: value(static_cast<Cell*>(object)->value); break;
    case Kind::Property: {
      const auto* property = static_cast<Property*>(object);
      for (const Value v : {property->getter, property->setter, property->deleter, property->doc}) value(v);
      break;
    }
    case Kind::ClassMethod:
    case Kind::StaticMethod: value(static_cast<MethodWrapper*>(object)->function); break;
    case Kind::Super: {
      const auto* super = static_cast<Super*>(object);
      pointer(super->start);
      value(super->self);
      pointer(super->self_type);
      break;
    }
    case Kind::Type: {
      const auto* type = static_cast<Type*>(object);
      pointer(type->name);
      pointer(type->qualname);
      value(type->module);
      pointer(type->bases);
      pointer(type->dict);
      pointer(type->mro);
      break;
    }
    case Kind::Instance: attributes(static_cast<Instance*>(object)->attributes); break;
    case Kind::Exception: {
      const auto* exception = static_cast<Exception*>(object);
      attributes(exception->attributes);
      pointer(exception->args);
      pointer(exception->fields);
      for (const Value v : {exception->cause, exception->context, exception->traceback}) value(v);
      break;
    }
    case Kind::Traceback:
      pointer(static_cast<Traceback*>(object)->next);
      pointer(static_cast<Traceback*>(object)->globals);
      if (const auto* entry = static_cast<Traceback*>(object); entry->frame != nullptr && entry->frame->ended && entry->frame->seen_in == entry)
        frame_of(entry->frame);  // once, and not while it runs
      break;
    case Kind::Module:
      pointer(static_cast<Module*>(object)->name);
      pointer(static_cast<Module*>(object)->dict);
      break;
    case Kind::Generator: {
      const auto* generator = static_cast<Generator*>(object);
      value(generator->name);
      value(generator->qualname);
      value(generator->handled.value);
      // A frame that runs is the interpreter's: its `top` may be old, and what it holds is alive anyway.
      if (generator->state != GeneratorState::Running) frame_of(generator->frame);
      if (generator->is_native) {
        const auto* coroutine = static_cast<const NativeCoroutine*>(generator);
        if (!coroutine->awaiting.is_empty()) value(coroutine->awaiting);
        for (const Value v : coroutine->values)
          if (!v.is_empty()) value(v);
      }
      break;
    }
    case Kind::Iterator:
      value(static_cast<Iterator*>(object)->source);
      value(static_cast<Iterator*>(object)->other);
      break;
    case Kind::View: pointer(static_cast<View*>(object)->dict); break;
    case Kind::Accessor:
      pointer(static_cast<Accessor*>(object)->name);
      pointer(static_cast<Accessor*>(object)->owner);
      break;
    case Kind::Extension: {
      auto* extension = static_cast<Extension*>(object);
      attributes(extension->attributes);
      if (object->type->traits->traverse == nullptr) break;
      const auto shown = [](void* context, Value v) {
        if (v.is_object() && !v.is_empty()) (*static_cast<Visit*>(context))(v.object());
      };
      object->type->traits->traverse(extension, shown, &visit);
      break;
    }
    default: break;
  }
}

}  // namespace waiter::python
