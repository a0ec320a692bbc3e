#include "python/suggestion.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "python/code_object.h"
#include "python/exception_fields.h"
#include "python/operations.h"
#include "python/text/similar_names.h"

namespace waiter::python {
namespace {

void add_dict_names(const Dict* dict, std::vector<std::string>& names) {
  for (std::uint32_t i = 0; i < dict->filled; ++i)
    if (!dict->entries[i].key.is_empty() && is_str(dict->entries[i].key)) names.emplace_back(str_view(dict->entries[i].key));
}

void add_type_names(const Type* type, std::vector<std::string>& names) {
  for (std::uint32_t i = 0; i < type->mro->count; ++i) {
    const Type* base = cast<Type>(type->mro->items[i]);
    add_dict_names(base->dict, names);
  }
  names.insert(names.end(), {"__class__", "__doc__"});
}

/// What special_attributes.cpp answers without a name standing in any dict.
void add_special_names(const Type* type, std::vector<std::string>& names) {
  const auto add = [&](std::initializer_list<const char*> more) { names.insert(names.end(), more.begin(), more.end()); };
  switch (type->layout) {
    case Kind::Native: add({"__module__", "__name__", "__qualname__", "__self__"}); break;
    case Kind::Traceback: add({"tb_frame", "tb_lasti", "tb_lineno", "tb_next"}); break;
    default: break;
  }
}

/// dir(object), by its own __dir__ if it has one. Sorted; empty if that failed.
std::vector<std::string> directory(Vm& vm, Value object) {
  std::vector<std::string> names;
  const Value own = type_lookup(vm, type_of(vm, object), vm.names.dunder_dir);
  if (own.is_empty() || own.is_kind(Kind::Native)) {
    collect_names(vm, object, names);
  } else {
    const Ref list = call_special(vm, own, object);
    const bool listed = list && for_each(vm, list, [&](Value name) {
      if (is_str(name)) names.emplace_back(str_view(name));
      return true;
    });
    if (!listed) {
      vm.clear_error();
      return {};
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::string similar_in(std::string_view name, const std::vector<std::string>& names) {
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const std::optional<std::string_view> similar = text::find_similar(name, candidates);
  return similar ? std::string(*similar) : std::string();
}

std::vector<std::string> variables_of(const Code& code) {
  std::vector<std::string> names;
  for (const Str* name : own_variables(code)) names.emplace_back(name->view());
  return names;
}

std::string similar_name(Vm& vm, const Exception* exception, std::string_view name) {
  if (!exception->traceback.is_kind(Kind::Traceback)) return "";
  const Traceback* entry = cast<Traceback>(exception->traceback);
  while (entry->next != nullptr) entry = entry->next;
  if (std::string found = similar_in(name, variables_of(*entry->code)); !found.empty()) return found;
  for (const Dict* dict : {entry->globals, vm.builtins}) {
    std::vector<std::string> names;
    if (dict != nullptr) add_dict_names(dict, names);
    if (std::string found = similar_in(name, names); !found.empty()) return found;
  }
  return "";
}

}  // namespace

void collect_names(Vm& vm, Value object, std::vector<std::string>& names) {
  if (object.is_kind(Kind::Module)) {
    const Dict* dict = cast<Module>(object)->dict;
    const Value own = dict_get_name(dict, vm.names.dunder_dir);  // PEP 562
    if (own.is_empty()) return add_dict_names(dict, names);
    const Ref held = own, list = call(vm, held);
    const bool listed = list && for_each(vm, list, [&](Value name) {
      if (is_str(name)) names.emplace_back(str_view(name));
      return true;
    });
    if (!listed) vm.clear_error();
    return;
  }
  if (object.is_kind(Kind::Type)) return add_type_names(cast<Type>(object), names);
  if (object.is_object()) {
    const Attributes* attributes = attributes_of(object.object());
    if (attributes != nullptr) for_each_attribute(attributes, [&](const Str* name, Value) { names.emplace_back(name->view()); });
  }
  const Type* type = type_of(vm, object);
  add_type_names(type, names);
  add_special_names(type, names);
}

std::string suggestion_for(Vm& vm, Value exception) {
  // CPython looks at these two types only, not at those derived from them.
  const Type* type = type_of(vm, exception);
  if (type != vm.types.NameError && type != vm.types.AttributeError) return "";
  const Ref name = exception_field(vm, cast<Exception>(exception), field::kName);
  if (!is_str(name)) return "";
  if (type == vm.types.NameError) return similar_name(vm, cast<Exception>(exception), str_view(name));
  const Ref object = exception_field(vm, cast<Exception>(exception), field::kObject);
  if (object.get().is_none()) return "";
  return similar_in(str_view(name), directory(vm, object));
}

}  // namespace waiter::python
