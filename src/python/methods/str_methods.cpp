// str: making one, and its dunders.

#include "python/methods/helpers.h"
#include "python/methods/install.h"
#include "python/methods/memory_view.h"
#include "python/methods/str_parts.h"
#include "python/methods/text_codec.h"

namespace waiter::python {
namespace {

bool fits_str(Vm&, Value value) { return is_str(value); }

Ref str_new(Arguments& args) {
  Vm& vm = args.vm;
  Type* type = class_to_make(args, vm.types.str);
  if (type == nullptr) return {};
  if (type == vm.types.str && args.count == 2 && args.names == nullptr) return to_str(vm, args[1]);  // str(x), as most are written
  Value out[3];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "str", {"object", "encoding", "errors"}, 0, out)) return {};
  if (out[0].is_empty()) return with_type(vm, type, make_str(vm, ""));
  if (out[1].is_empty() && out[2].is_empty()) {
    const Ref text = to_str(vm, out[0]);
    if (!text) return {};
    // str(x) of a str subclass's instance whose __str__ is str's own is a plain str.
    return type == vm.types.str ? text : with_type(vm, type, plain(vm, text));
  }
  if (!out[1].is_empty() && !is_str(out[1])) return vm.raise(vm.types.TypeError, "str() argument 'encoding' must be str, not {}", argument_type_name(vm, out[1]));
  if (!out[2].is_empty() && !is_str(out[2])) return vm.raise(vm.types.TypeError, "str() argument 'errors' must be str, not {}", argument_type_name(vm, out[2]));
  if (is_str(out[0])) return vm.raise(vm.types.TypeError, "decoding str is not supported");
  const Ref bytes = without_view(vm, out[0]);
  if (!bytes) return {};
  if (!bytes.get().is_kind(Kind::Bytes))
    return vm.raise(vm.types.TypeError, "decoding to str: need a bytes-like object, {} found", type_name(vm, out[0]));
  return with_type(vm, type, decode_bytes(vm, cast<Bytes>(bytes)->view(), out[1], out[2], "str"));
}

Ref str_str(Arguments& args) { return same_str(args.vm, args[0]); }

Ref str_contains(Arguments& args) {
  if (!is_str(args[1]))
    return args.vm.raise(args.vm.types.TypeError, "'in <string>' requires string as left operand, not {}", type_name(args.vm, args[1]));
  return boolean(self_view(args).find(str_view(args[1])) != std::string_view::npos);
}

Ref str_add(Arguments& args) {
  const Ref left = plain(args.vm, args[0]);
  const Ref right = plain(args.vm, args[1]);
  return concatenated(args.vm, left, right, args[1]);
}

Ref str_mul(Arguments& args) {
  const auto times = to_int64(args.vm, args[1], args.vm.types.OverflowError);
  if (!times) return {};
  const Ref self = plain(args.vm, args[0]);
  return repeat_sequence(args.vm, self, *times);
}

Ref str_mod(Arguments& args) {
  const Ref self = plain(args.vm, args[0]);
  return binary(args.vm, BinaryKind::Mod, self, args[1]);
}

constexpr NativeDef kMethods[] = {
    WAITER_COMPARISONS(fits_str),
    {"__add__", str_add, 1, 1},
    {"__mul__", str_mul, 1, 1},
    {"__rmul__", str_mul, 1, 1},
    {"__mod__", str_mod, 1, 1},
    {"__contains__", str_contains, 1, 1},
    {"__getitem__", plain_get_item, 1, 1},
    {"__iter__", plain_iterator},
    {"__getnewargs__", plain_new_args},
    {"__len__", plain_length},
    {"__hash__", plain_hash},
    {"__repr__", plain_repr},
    {"__str__", str_str},
    {"__format__", plain_format, 1, 1},
};
constexpr NativeDef kNew[] = {{"__new__", str_new, 0, -1, Takes::Keywords}};

}  // namespace

void install_str_methods(Vm& vm) {
  install(vm, vm.types.str, kMethods);
  install_static(vm, vm.types.str, kNew);
  install_str_search(vm);
  install_str_case(vm);
  install_str_format(vm);
}

}  // namespace waiter::python
