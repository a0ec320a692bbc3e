#include "python/code_object.h"

#include <algorithm>

#include "python/accessor.h"
#include "python/code_template.h"
#include "python/methods/helpers.h"

namespace waiter::python {
namespace {

struct CodeObject : Extension {
  const Code* code;  // borrowed: code lives as long as the VM
};

const ExtensionTraits kTraits{sizeof(CodeObject), nullptr, nullptr, nullptr, nullptr, nullptr};

const Code& code_of(Arguments& args) { return *static_cast<CodeObject*>(args[0].object())->code; }

std::uint32_t parameter_count(const Code& code) {
  return code.argument_count + code.keyword_only_count + ((code.flags & kCodeVarArgs) != 0 ? 1 : 0) + ((code.flags & kCodeVarKeywords) != 0 ? 1 : 0);
}

Ref tuple_of_names(Vm& vm, const std::vector<Str*>& names) {
  std::vector<Value> values;
  for (Str* name : names) values.emplace_back(name);
  return tuple_of(vm, values);
}

Ref name(Arguments& args) { return make_str(args.vm, code_of(args).name); }
Ref qualified_name(Arguments& args) { return make_str(args.vm, code_of(args).qualified_name); }
Ref argument_count(Arguments& args) { return make_int(args.vm, code_of(args).argument_count); }
Ref positional_only_count(Arguments& args) { return make_int(args.vm, code_of(args).positional_only_count); }
Ref keyword_only_count(Arguments& args) { return make_int(args.vm, code_of(args).keyword_only_count); }
Ref first_line(Arguments& args) { return make_int(args.vm, code_of(args).first_line); }
Ref file_name(Arguments& args) { return make_str(args.vm, args.vm.sources[code_of(args).file].name); }
Ref stack_size(Arguments& args) { return make_int(args.vm, code_of(args).stack_size); }
Ref variable_names(Arguments& args) { return tuple_of_names(args.vm, own_variables(code_of(args))); }
Ref variable_count(Arguments& args) { return make_int(args.vm, static_cast<std::int64_t>(own_variables(code_of(args)).size())); }

Ref free_names(Arguments& args) {
  const Code& code = code_of(args);
  return tuple_of_names(args.vm, {code.local_names.end() - static_cast<std::ptrdiff_t>(code.free_count), code.local_names.end()});
}

Ref cell_names(Arguments& args) {
  const Code& code = code_of(args);
  std::vector<Str*> names;
  for (const Instruction& in : code.instructions)
    if (in.op == Op::MakeCell && std::find(names.begin(), names.end(), code.local_names[in.b]) == names.end()) names.push_back(code.local_names[in.b]);
  return tuple_of_names(args.vm, names);
}

/// CPython's CO_ flags (Include/cpython/code.h).
Ref flags(Arguments& args) {
  const Code& code = code_of(args);
  std::int64_t bits = 0;
  if ((code.flags & kCodeOptimized) != 0) bits |= 1 | 2;
  if ((code.flags & kCodeVarArgs) != 0) bits |= 4;
  if ((code.flags & kCodeVarKeywords) != 0) bits |= 8;
  if (code.qualified_name.find("<locals>") != std::string::npos) bits |= 16;
  if ((code.flags & kCodeGenerator) != 0) bits |= 32;
  if ((code.flags & kCodeCoroutine) != 0) bits |= 128;
  if (code.is_iterable_coroutine) bits |= 256;
  if ((code.flags & kCodeAsyncGenerator) != 0) bits |= 512;
  return make_int(args.vm, bits);
}

Ref code_repr(Arguments& args) {
  const Code& code = code_of(args);
  return make_str(args.vm, fmt::format("<code object {} at 0x{:012x}, file \"{}\", line {}>", code.name, identity_of(args[0]), args.vm.sources[code.file].name, code.first_line));
}

Ref code_eq(Arguments& args) {
  if (type_of(args.vm, args[1]) != args.vm.types.code) return Ref(kNotImplemented);
  return boolean(&code_of(args) == static_cast<CodeObject*>(args[1].object())->code);
}
Ref code_hash(Arguments& args) { return make_int(args.vm, static_cast<std::int64_t>(identity_of(args[0]) >> 4)); }

constexpr AccessorDef kAccessors[] = {
    {"co_name", name, nullptr, AccessorKind::Field},
    {"co_qualname", qualified_name, nullptr, AccessorKind::Field},
    {"co_argcount", argument_count, nullptr, AccessorKind::Field},
    {"co_posonlyargcount", positional_only_count, nullptr, AccessorKind::Field},
    {"co_kwonlyargcount", keyword_only_count, nullptr, AccessorKind::Field},
    {"co_firstlineno", first_line, nullptr, AccessorKind::Field},
    {"co_filename", file_name, nullptr, AccessorKind::Field},
    {"co_stacksize", stack_size, nullptr, AccessorKind::Field},
    {"co_flags", flags, nullptr, AccessorKind::Field},
    {"co_varnames", variable_names},
    {"co_nlocals", variable_count},
    {"co_freevars", free_names},
    {"co_cellvars", cell_names},
};
constexpr NativeDef kMethods[] = {{"__repr__", code_repr}, {"__eq__", code_eq, 1, 1}, {"__hash__", code_hash}};

}  // namespace

Ref code_object(Vm& vm, const Code* code) {
  if (code->rest != nullptr) complete_code(vm, code);
  if (code->object.is_empty()) {
    auto* object = static_cast<CodeObject*>(allocate_instance(vm, vm.types.code));
    object->code = code;
    code->object = Value(object);
  }
  return code->object;
}

const Code* code_of(Vm& vm, Value value) { return type_of(vm, value) == vm.types.code ? static_cast<CodeObject*>(value.object())->code : nullptr; }

std::vector<Str*> own_variables(const Code& code) {
  const std::uint32_t parameters = parameter_count(code);
  std::vector<bool> shared(code.local_names.size(), false);
  std::fill(shared.end() - static_cast<std::ptrdiff_t>(code.free_count), shared.end(), true);
  for (const Instruction& in : code.instructions)
    if (in.op == Op::MakeCell && in.b >= parameters) shared[in.b] = true;
  std::vector<Str*> names;
  for (std::size_t i = 0; i < code.local_names.size(); ++i)
    if (!shared[i]) names.push_back(code.local_names[i]);
  return names;
}

void install_code_object(Vm& vm) {
  vm.types.code = make_extension_type(vm, "code", "builtins", &kTraits);
  vm.types.code->is_final = vm.types.code->no_instance_dict = true;
  install(vm, vm.types.code, kMethods);
  install_accessors(vm, vm.types.code, kAccessors);
}

}  // namespace waiter::python
