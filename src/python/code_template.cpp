#include "python/code_template.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "python/operations.h"
#include "python/text/big_int.h"

namespace waiter::python {
namespace {

/// A text that is interned, with its hash, which is the same in every VM.
struct Name {
  std::string text;
  std::uint64_t hash = 0;
};

Name name_of(std::string_view text) { return {std::string(text), hash_text(text)}; }

/// A constant, whoever's heap it stands in.
struct Constant {
  enum class Kind : std::uint8_t { Inline, Float, Int, Str, Name, Bytes, Tuple, FrozenSet } kind = Kind::Inline;
  Value value;                   // Inline: small ints, floats, None, ...
  double number = 0;
  text::BigInt big;
  Name text;                     // Str, Name, Bytes
  std::vector<Constant> items;
};

}  // namespace

struct CodeTemplate {
  CodeHead head;
  std::vector<Instruction> instructions;
  std::vector<Span> spans;
  std::vector<Handler> handlers;
  std::vector<Name> local_names;
  std::vector<Constant> constants;
  std::vector<Name> cache_names;  // empty: none
  std::vector<CodeTemplate> codes;
  Constant doc;
};

namespace {

std::optional<Constant> portable(Value value) {
  Constant constant;
  if (!value.is_object() || value.is_empty()) {
    constant.value = value;
    return constant;
  }
  const auto items = [&](const Value* values, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      std::optional<Constant> item = portable(values[i]);
      if (!item) return false;
      constant.items.push_back(std::move(*item));
    }
    return true;
  };
  switch (value.object()->kind) {
    case Kind::Float:
      constant.kind = Constant::Kind::Float;
      constant.number = cast<Float>(value)->value;
      return constant;
    case Kind::Int:
      constant.kind = Constant::Kind::Int;
      constant.big = *cast<Int>(value)->value;
      return constant;
    case Kind::Str:
      constant.kind = (value.object()->flags & kInterned) != 0 ? Constant::Kind::Name : Constant::Kind::Str;
      constant.text = name_of(str_view(value));
      return constant;
    case Kind::Bytes:
      if ((value.object()->flags & kFrozen) == 0) return std::nullopt;
      constant.kind = Constant::Kind::Bytes;
      constant.text.text = cast<Bytes>(value)->view();
      return constant;
    case Kind::Tuple:
      constant.kind = Constant::Kind::Tuple;
      return items(cast<Tuple>(value)->items, cast<Tuple>(value)->count) ? std::optional(std::move(constant)) : std::nullopt;
    case Kind::Set: {
      constant.kind = Constant::Kind::FrozenSet;
      const auto* set = cast<Set>(value);
      for (std::uint32_t i = 0; set->table != nullptr && i <= set->mask; ++i)
        if (const Value key = set->table[i].key; !key.is_empty() && key != kUnbound && !items(&key, 1)) return std::nullopt;
      return constant;
    }
    default: return std::nullopt;  // nothing else is a constant of the preludes
  }
}

Ref made_here(Vm& vm, const Constant& constant) {
  switch (constant.kind) {
    case Constant::Kind::Inline: return Ref(constant.value);
    case Constant::Kind::Float: return make_float(vm, constant.number);
    case Constant::Kind::Int: return make_int(vm, constant.big);
    case Constant::Kind::Str: return make_str(vm, constant.text.text);
    case Constant::Kind::Name: return Value(intern(vm, constant.text.text, constant.text.hash));
    case Constant::Kind::Bytes: return make_bytes(vm, constant.text.text);
    case Constant::Kind::Tuple: {
      std::vector<Ref> owners;
      std::vector<Value> items;
      for (const Constant& item : constant.items) items.push_back(owners.emplace_back(made_here(vm, item)));
      return tuple_of(vm, items);
    }
    case Constant::Kind::FrozenSet: {
      Ref set = Ref::steal(Value(make_set(vm, true)));
      for (const Constant& item : constant.items) (void)set_add(vm, cast<Set>(set), made_here(vm, item));
      return set;
    }
  }
  return kNone;
}

/// False: a constant of a kind that no template has.
bool take(const Code& code, CodeTemplate& out) {
  out.head = code;
  out.instructions.assign(code.instructions.begin(), code.instructions.end());
  out.spans.assign(code.spans.begin(), code.spans.end());
  out.handlers.assign(code.handlers.begin(), code.handlers.end());
  for (const Str* name : code.local_names) out.local_names.push_back(name_of(name->view()));
  for (const Value value : code.constants) {
    std::optional<Constant> constant = portable(value);
    if (!constant) return false;
    out.constants.push_back(std::move(*constant));
  }
  for (const InlineCache& cache : code.caches) out.cache_names.push_back(cache.name == nullptr ? Name() : name_of(cache.name->view()));
  std::optional<Constant> doc = portable(code.doc);
  if (!doc) return false;
  out.doc = std::move(*doc);
  out.codes.resize(code.codes.size());
  for (std::size_t i = 0; i < code.codes.size(); ++i)
    if (!take(*code.codes[i], out.codes[i])) return false;
  return true;
}

const Code* give_head(Vm& vm, std::uint16_t file, const CodeTemplate& from) {
  auto code = std::make_unique<Code>();
  static_cast<CodeHead&>(*code) = from.head;
  code->file = file;
  code->doc = made_here(vm, from.doc).release();
  code->rest = &from;
  return vm.own(std::move(code));
}

}  // namespace

void complete_code(Vm& vm, const Code* head) {
  Code* code = const_cast<Code*>(head);  // the VM's own, which nobody has looked into yet
  const CodeTemplate& from = *std::exchange(code->rest, nullptr);
  code->instructions.borrow(from.instructions);
  code->spans.borrow(from.spans);
  code->handlers.borrow(from.handlers);
  code->local_names.reserve(from.local_names.size());
  for (const Name& name : from.local_names) code->local_names.push_back(intern(vm, name.text, name.hash));
  code->constants.reserve(from.constants.size());
  for (const Constant& constant : from.constants) code->constants.push_back(made_here(vm, constant).release());
  code->caches.resize(from.cache_names.size());
  for (std::size_t i = 0; i < from.cache_names.size(); ++i)
    if (!from.cache_names[i].text.empty()) code->caches[i].name = intern(vm, from.cache_names[i].text, from.cache_names[i].hash);
  code->codes.reserve(from.codes.size());
  for (const CodeTemplate& nested : from.codes) code->codes.push_back(give_head(vm, code->file, nested));
}

const Code* compile_prelude(Vm& vm, std::uint16_t file, std::string_view text) {
  // By the text's place: each prelude is embedded once. Null: it cannot be kept, and is compiled every time.
  static std::map<const char*, std::unique_ptr<const CodeTemplate>> kept;
  const auto found = kept.find(text.data());
  if (found != kept.end() && found->second != nullptr) return give_head(vm, file, *found->second);
  const std::int64_t fuel = vm.fuel_;
  const Code* code = vm.compile_source(file, text);
  vm.fuel_ = fuel;  // what folding constants counts is nothing of this run's: the next one is given the template
  if (code == nullptr || found != kept.end()) return code;
  auto made = std::make_unique<CodeTemplate>();
  kept.emplace(text.data(), take(*code, *made) ? std::move(made) : nullptr);
  return code;
}

}  // namespace waiter::python
