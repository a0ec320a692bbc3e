#include "python/text_formatting.h"

#include "python/methods/memory_view.h"
#include "python/methods/numbers.h"
#include "python/modules/deque.h"
#include "python/text/percent_format.h"
#include "python/text/unicode.h"
#include "python/text/big_int.h"

namespace waiter::python {
namespace {

/// An exception is set already: the text algorithm only has to stop.
text::Failure raised() { return {text::FailureKind::Raised, ""}; }

bool is_number(Vm& vm, Value value) {
  if (is_int_like(value) || is_float(value)) return true;
  for (Str* name : {vm.names.dunder_int, vm.names.dunder_float, vm.names.dunder_index})
    if (!type_lookup(vm, type_of(vm, value), name).is_empty()) return true;
  return false;
}

/// Bytes as text of the code points up to 255, so that one algorithm does for both.
std::string widened(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (const char byte : bytes) text::append_code_point(text, static_cast<unsigned char>(byte));
  return text;
}

std::string narrowed(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded decoded = text::decode_at(text, at);
    bytes += static_cast<char>(decoded.code_point);
    at += decoded.size;
  }
  return bytes;
}

class ObjectArguments : public text::PercentArguments {
 public:
  ObjectArguments(Vm& vm, Value arguments) : vm_(vm), arguments_(arguments), selected_(arguments) {
    const bool has_items = !type_lookup(vm, type_of(vm, arguments), vm.names.dunder_getitem).is_empty();
    // A deque has items by their place only (PyMapping_Check).
    const bool is_deque = arguments.is_kind(Kind::Extension) && type_of(vm, arguments) == deque_type(vm);
    is_mapping_ = has_items && !arguments.is_kind(Kind::Tuple) && !arguments.is_kind(Kind::Str) && !is_deque;
  }

  [[nodiscard]] std::size_t count() const override {
    return arguments_.is_kind(Kind::Tuple) ? cast<Tuple>(arguments_)->count : 1;
  }
  [[nodiscard]] bool is_mapping() const override { return is_mapping_; }
  void select(std::size_t index) override {
    selected_ = arguments_.is_kind(Kind::Tuple) ? cast<Tuple>(arguments_)->items[index] : arguments_;
  }
  std::optional<text::Failure> select_key(std::string_view key) override {
    const Ref name = make_key(key);
    selected_ = get_item(vm_, arguments_, name);
    if (!selected_) return raised();
    return std::nullopt;
  }

  text::Result<std::string> text(char32_t conversion) override {
    const Ref text = conversion == 'r' ? repr(vm_, selected_) : conversion == 'a' ? to_ascii(vm_, selected_) : to_str(vm_, selected_);
    if (!text) return raised();
    return std::string(str_view(text));
  }

  text::Result<text::BigInt> integer(char32_t conversion) override {
    const bool exact = conversion == 'o' || conversion == 'x' || conversion == 'X';
    if (is_int_like(selected_)) return big_value(selected_);
    if (is_number(vm_, selected_)) {
      const Ref number = exact ? to_index(vm_, selected_) : int_from(vm_, selected_);
      if (number) return big_value(number);
      if (!vm_.error_is(vm_.types.TypeError)) return raised();
      vm_.clear_error();
    }
    return text::percent_wrong_type(conversion, type_name(vm_, selected_));
  }

  text::Result<double> real() override {
    const std::optional<double> number = to_double(vm_, selected_);
    if (number) return *number;
    return raised();
  }

  text::Result<std::string> character() override {
    if (is_str(selected_)) {
      if (cast<Str>(selected_)->length == 1) return std::string(str_view(selected_));
      return text::type_error("%c requires int or char");
    }
    const Ref code = to_index(vm_, selected_);
    if (code) return text::percent_character(big_value(code));
    if (!vm_.error_is(vm_.types.TypeError)) return raised();
    vm_.clear_error();
    return text::type_error("%c requires int or char");
  }

  text::Result<std::int64_t> star() override {
    if (!is_int_like(selected_)) return text::type_error("* wants int");
    const text::BigInt number = big_value(selected_);
    if (!number.fits_int64()) return text::overflow_error("Python int too large to convert to C ssize_t");
    return number.to_int64();
  }

 protected:
  virtual Ref make_key(std::string_view key) { return make_str(vm_, key); }

  Vm& vm_;
  Value arguments_;  // borrowed
  Ref selected_;
  bool is_mapping_;
};

class BytesArguments : public ObjectArguments {
 public:
  BytesArguments(Vm& vm, Value arguments) : ObjectArguments(vm, arguments) {
    if (arguments.is_kind(Kind::Bytes)) is_mapping_ = false;
  }

  [[nodiscard]] bool is_bytes() const override { return true; }

  text::Result<std::string> text(char32_t conversion) override {
    if (conversion == 'r' || conversion == 'a') return ObjectArguments::text('a');
    if (const auto given = contents_of_buffer(vm_, selected_)) return widened(*given);
    if (vm_.has_error()) return raised();
    const Value method = type_lookup(vm_, type_of(vm_, selected_), vm_.names.dunder_bytes);
    if (method.is_empty()) {
      return text::type_error(fmt::format(
          "%b requires a bytes-like object, or an object that implements __bytes__, not '{}'", type_name(vm_, selected_)));
    }
    const Ref bytes = call_special(vm_, method, selected_);
    if (!bytes) return raised();
    if (bytes.get().is_kind(Kind::Bytes)) return widened(cast<Bytes>(bytes)->view());
    return text::type_error(fmt::format("__bytes__ returned non-bytes (type {})", type_name(vm_, bytes)));
  }

  text::Result<double> real() override {
    if (text::Result<double> number = ObjectArguments::real(); number || !vm_.error_is(vm_.types.TypeError)) return number;
    vm_.clear_error();
    return text::type_error(fmt::format("float argument required, not {}", type_name(vm_, selected_)));  // bytesobject.c, formatfloat
  }

  text::Result<std::string> character() override {
    constexpr const char* kWrong = "%c requires an integer in range(256) or a single byte";
    if (selected_.get().is_kind(Kind::Bytes)) {
      if (cast<Bytes>(selected_)->size == 1) return widened(cast<Bytes>(selected_)->view());
      return text::type_error(kWrong);
    }
    const Ref code = is_float(selected_) ? Ref() : to_index(vm_, selected_);
    if (!code) {
      vm_.clear_error();
      return text::type_error(kWrong);
    }
    const text::BigInt number = big_value(code);
    if (!number.fits_int64() || number.to_int64() < 0 || number.to_int64() > 255)
      return text::overflow_error("%c arg not in range(256)");
    return text::encode(static_cast<char32_t>(number.to_int64()));
  }

 protected:
  Ref make_key(std::string_view key) override { return make_bytes(vm_, narrowed(key)); }
};

}  // namespace

Ref percent_format(Vm& vm, Value text, Value arguments) {
  if (text.is_kind(Kind::Bytes)) {
    const Bytes* format = cast<Bytes>(text);
    BytesArguments values(vm, arguments);
    const text::Result<std::string> result = text::percent_format(widened(format->view()), values);
    if (!result) return vm.raise(result.failure());
    vm.charge(static_cast<std::int64_t>(result.value().size()));
    return make_bytes(vm, narrowed(result.value()), (format->flags & kFrozen) == 0);
  }
  ObjectArguments values(vm, arguments);
  const text::Result<std::string> result = text::percent_format(str_view(text), values);
  if (!result) return vm.raise(result.failure());
  vm.charge(static_cast<std::int64_t>(result.value().size()) / 8);
  return make_str(vm, result.value());
}

}  // namespace waiter::python
