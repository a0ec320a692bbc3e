// _hashlib: hash objects, pbkdf2_hmac and compare_digest, for the modules hashlib, hmac and secrets.

#include <algorithm>
#include <new>

#include "python/methods/helpers.h"
#include "python/modules/standard_modules.h"
#include "python/text/sha.h"

namespace waiter::python {
namespace {

using text::Hash;

struct HashObject : Extension {
  Hash* hash;  ///< null until it is made by new()
};

const ExtensionTraits kTraits = {
    sizeof(HashObject),
    [](Extension* object) { static_cast<HashObject*>(object)->hash = nullptr; },
    nullptr,
    nullptr,
    [](Extension* object) { delete static_cast<HashObject*>(object)->hash; },
    nullptr,
};

Hash& hash_of(Arguments& args) { return *static_cast<HashObject*>(args[0].object())->hash; }

std::optional<std::string_view> data_of(Vm& vm, Value value) {
  if (value.is_kind(Kind::Bytes)) return cast<Bytes>(value)->view();
  if (is_str(value)) vm.raise(vm.types.TypeError, "Strings must be encoded before hashing");
  else vm.raise(vm.types.TypeError, "object supporting the buffer API required");
  return std::nullopt;
}

/// C++ that hashes charges a step for every 32 bytes: about what it costs beside an instruction.
void charge_bytes(Vm& vm, std::size_t size) { vm.charge(static_cast<std::int64_t>(size / 32) + 1); }

Ref make_hash(Vm& vm, const Hash& hash) {
  const Value module = dict_get_name(vm.modules, intern(vm, "_hashlib"));
  const Value type = module.is_kind(Kind::Module) ? dict_get_name(cast<Module>(module)->dict, intern(vm, "HASH")) : Value();
  if (!type.is_kind(Kind::Type)) return vm.raise(vm.types.RuntimeError, "the module _hashlib is gone");
  Ref object = Ref::steal(Value(allocate_instance(vm, cast<Type>(type))));
  static_cast<HashObject*>(object.get().object())->hash = new Hash(hash);
  return object;
}

Ref start(Arguments& args, text::HashName name, Value data) {
  Hash hash(name);
  if (!data.is_empty()) {
    const auto bytes = data_of(args.vm, data);
    if (!bytes) return {};
    hash.update(*bytes);
    charge_bytes(args.vm, bytes->size());
  }
  return make_hash(args.vm, hash);
}

template <text::HashName name>
Ref start_named(Arguments& args) {
  static const std::string kFunction = std::string("openssl_") + Hash(name).name();
  Value out[2];
  if (!bind_arguments(args, kFunction, {"string", "*", "usedforsecurity"}, 0, out)) return {};
  return start(args, name, out[0]);
}

/// new(name, data): None if no hash is called so.
Ref hash_new(Arguments& args) {
  if (!is_str(args[0])) return args.vm.raise(args.vm.types.TypeError, "name must be a string");
  const auto name = text::find_hash(str_view(args[0]));
  return name ? start(args, *name, args[1]) : none();
}

Ref hash_update(Arguments& args) {
  const auto bytes = data_of(args.vm, args[1]);
  if (!bytes) return {};
  hash_of(args).update(*bytes);
  charge_bytes(args.vm, bytes->size());
  return none();
}
Ref hash_digest(Arguments& args) { return make_bytes(args.vm, hash_of(args).digest()); }
Ref hash_hexdigest(Arguments& args) { return make_str(args.vm, text::to_hex(hash_of(args).digest())); }
Ref hash_copy(Arguments& args) { return make_hash(args.vm, hash_of(args)); }
Ref hash_repr(Arguments& args) {
  return make_str(args.vm, fmt::format("<{} _hashlib.HASH object @ 0x{:x}>", hash_of(args).name(), identity_of(args[0])));
}

Ref get_name(Arguments& args) { return make_str(args.vm, hash_of(args).name()); }
Ref get_digest_size(Arguments& args) { return make_int(args.vm, static_cast<std::int64_t>(hash_of(args).digest_size())); }
Ref get_block_size(Arguments& args) { return make_int(args.vm, static_cast<std::int64_t>(hash_of(args).block_size())); }

/// HMAC (RFC 2104) of many messages under one key: both hashes with the key's block already in them.
struct Keyed {
  Hash inner, outer;
  Keyed(text::HashName name, std::string key) : inner(name), outer(name) {
    if (key.size() > inner.block_size()) {
      Hash shortened(name);
      shortened.update(key);
      key = shortened.digest();
    }
    key.resize(inner.block_size(), '\0');
    std::string block = key;
    for (char& c : block) c = static_cast<char>(c ^ 0x36);
    inner.update(block);
    for (char& c : key) c = static_cast<char>(c ^ 0x5c);
    outer.update(key);
  }
  [[nodiscard]] std::string of(std::string_view message) const {
    Hash first = inner, second = outer;
    first.update(message);
    second.update(first.digest());
    return second.digest();
  }
};

/// PBKDF2 (RFC 8018, section 5.2).
Ref hash_pbkdf2(Arguments& args) {
  Vm& vm = args.vm;
  Value out[5];
  if (!bind_arguments(args, "pbkdf2_hmac", {"hash_name", "password", "salt", "iterations", "dklen"}, 4, out)) return {};
  if (!is_str(out[0])) return vm.raise(vm.types.TypeError, "pbkdf2_hmac() argument 'hash_name' must be str, not {}", type_name(vm, out[0]));
  const auto name = text::find_hash(str_view(out[0]));
  for (const Value value : {out[1], out[2]})
    if (!value.is_kind(Kind::Bytes)) return vm.raise(vm.types.TypeError, "a bytes-like object is required, not '{}'", type_name(vm, value));
  const auto iterations = to_int64(vm, out[3], vm.types.OverflowError);
  if (!iterations) return {};
  if (!name) return vm.raise(vm.types.ValueError, "unsupported hash type {}", str_view(out[0]));
  if (*iterations < 1) return vm.raise(vm.types.ValueError, "iteration value must be greater than 0.");
  std::int64_t size = static_cast<std::int64_t>(Hash(*name).digest_size());
  if (!out[4].is_empty() && !out[4].is_none()) {
    const auto wanted = to_int64(vm, out[4], vm.types.OverflowError);
    if (!wanted) return {};
    if (*wanted < 1) return vm.raise(vm.types.ValueError, "key length must be greater than 0.");
    size = *wanted;
  }
  if (!room_for(vm, static_cast<std::uint64_t>(size))) return {};
  const Keyed keyed(*name, std::string(cast<Bytes>(out[1])->view()));
  std::string key;
  for (std::uint32_t number = 1; static_cast<std::int64_t>(key.size()) < size; ++number) {
    std::string message(cast<Bytes>(out[2])->view());
    for (int shift = 24; shift >= 0; shift -= 8) message += static_cast<char>(number >> shift & 0xff);
    std::string round = keyed.of(message), block = round;
    for (std::int64_t i = 1; i < *iterations; ++i) {
      round = keyed.of(round);
      for (std::size_t at = 0; at < block.size(); ++at) block[at] = static_cast<char>(block[at] ^ round[at]);
      vm.charge(8);
    }
    key += block;
  }
  key.resize(static_cast<std::size_t>(size));
  return make_bytes(vm, key);
}

Ref compare_digest(Arguments& args) {
  Vm& vm = args.vm;
  const Value a = args[0], b = args[1];
  if (is_str(a) && is_str(b)) {
    if (!cast<Str>(a)->is_ascii() || !cast<Str>(b)->is_ascii())
      return vm.raise(vm.types.TypeError, "comparing strings with non-ASCII characters is not supported");
    return boolean(str_view(a) == str_view(b));
  }
  if (a.is_kind(Kind::Bytes) && b.is_kind(Kind::Bytes)) return boolean(cast<Bytes>(a)->view() == cast<Bytes>(b)->view());
  const bool left = a.is_kind(Kind::Bytes), right = b.is_kind(Kind::Bytes);
  if (left || right) return vm.raise(vm.types.TypeError, "a bytes-like object is required, not '{}'", type_name(vm, left ? b : a));
  return vm.raise(vm.types.TypeError, "unsupported operand types(s) or combination of types: '{}' and '{}'", type_name(vm, a), type_name(vm, b));
}

constexpr NativeDef kMethods[] = {
    {"update", hash_update, 1, 1}, {"digest", hash_digest}, {"hexdigest", hash_hexdigest}, {"copy", hash_copy}, {"__repr__", hash_repr},
};
constexpr NativeDef kProperties[] = {{"name", get_name}, {"digest_size", get_digest_size}, {"block_size", get_block_size}};
constexpr NativeDef kFunctions[] = {
    {"openssl_md5", start_named<text::HashName::Md5>, 0, -1, Takes::Keywords},
    {"openssl_sha1", start_named<text::HashName::Sha1>, 0, -1, Takes::Keywords},
    {"openssl_sha224", start_named<text::HashName::Sha224>, 0, -1, Takes::Keywords},
    {"openssl_sha256", start_named<text::HashName::Sha256>, 0, -1, Takes::Keywords},
    {"openssl_sha384", start_named<text::HashName::Sha384>, 0, -1, Takes::Keywords},
    {"openssl_sha512", start_named<text::HashName::Sha512>, 0, -1, Takes::Keywords},
    {"start", hash_new, 2, 2},
    {"pbkdf2_hmac", hash_pbkdf2, 0, -1, Takes::Keywords},
    {"compare_digest", compare_digest, 2, 2},
};

}  // namespace

Ref make_hashlib_module(Vm& vm) {
  Type* type = make_extension_type(vm, "HASH", "_hashlib", &kTraits);
  install(vm, type, kMethods);
  install_properties(vm, type, kProperties);
  set_dotted_name(vm, type);
  Ref module = make_module(vm, "_hashlib");
  install(vm, cast<Module>(module), kFunctions);
  module_set(vm, cast<Module>(module), "HASH", Value(type));
  return module;
}

}  // namespace waiter::python
