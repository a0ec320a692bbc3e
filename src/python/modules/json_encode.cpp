// json.dumps: follows the C encoder of CPython (Modules/_json.c, encoder_listencode_obj) in what it takes for what and in
// which order it complains.

#include <cmath>

#include "python/methods/helpers.h"
#include "python/modules/json_module.h"
#include "python/text/big_int.h"
#include "python/text/float_repr.h"
#include "python/text/unicode.h"

namespace waiter::python {
namespace {

void append_escape(std::string& out, unsigned unit) {
  static constexpr char kDigits[] = "0123456789abcdef";
  const char text[] = {'\\', 'u', kDigits[unit >> 12], kDigits[unit >> 8 & 15], kDigits[unit >> 4 & 15], kDigits[unit & 15]};
  out.append(text, sizeof text);
}

char short_escape(unsigned char c) {
  switch (c) {
    case '"': return '"';
    case '\\': return '\\';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    case '\f': return 'f';
    case '\b': return 'b';
    default: return 0;
  }
}

void append_quoted(std::string& out, std::string_view text, bool ascii_only) {
  out += '"';
  std::size_t copied = 0, at = 0;
  while (at < text.size()) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c >= 0x20 && c != '"' && c != '\\' && (c < 0x7f || !ascii_only)) {
      ++at;
      continue;
    }
    out.append(text, copied, at - copied);
    if (c < 0x80) {
      if (const char letter = short_escape(c); letter != 0) {
        out += '\\';
        out += letter;
      } else {
        append_escape(out, c);
      }
      ++at;
    } else {
      const text::Decoded decoded = text::decode_at(text, at);
      const auto code = static_cast<std::uint32_t>(decoded.code_point);
      if (code >= 0x10000) {
        append_escape(out, 0xd800 | (code - 0x10000) >> 10);
        append_escape(out, 0xdc00 | ((code - 0x10000) & 0x3ff));
      } else {
        append_escape(out, code);
      }
      at += decoded.size;
    }
    copied = at;
  }
  out.append(text, copied, text.size() - copied);
  out += '"';
}

struct Style {
  Value fallback;
  bool ascii_only, allow_nan, check_circular, sort_keys, skip_keys;
  bool has_indent;
  std::string indent, item_separator, key_separator;
  std::size_t depth_max;
};

class Encoder {
 public:
  Encoder(Vm& vm, const Style& style) : vm_(vm), style_(style) {}

  bool write(Value root) {
    if (!begin(root)) return false;
    while (!levels_.empty())
      if (!step()) return false;
    return true;
  }
  std::string out;

 private:
  /// Something open: a list, a dict, or an object that default() made something else of.
  struct Level {
    enum class What : std::uint8_t { Sequence, Dict, Fallback } what;
    Ref held;
    std::vector<std::pair<Ref, Ref>> items;  ///< Dict: as they were when it began
    std::size_t at = 0;
    bool first = true;
  };

  void new_line(std::size_t depth) {
    out += '\n';
    for (std::size_t i = 0; i < depth; ++i) out += style_.indent;
  }
  /// How many lists and dicts are open.
  [[nodiscard]] std::size_t indentation() const { return open_; }

  bool number_text(double value, std::string& text) {
    if (std::isfinite(value)) {
      text = text::float_repr(value);
      return true;
    }
    if (!style_.allow_nan) {
      // CPython's Python encoder, which it takes where an indentation is asked for, says which value it was.
      if (style_.has_indent) vm_.raise(vm_.types.ValueError, "Out of range float values are not JSON compliant: {}", text::float_repr(value));
      else vm_.raise(vm_.types.ValueError, "Out of range float values are not JSON compliant");
      return false;
    }
    text = std::isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    return true;
  }

  bool whole_text(Value value, std::string& text) {
    if (value.is_int()) {
      text = fmt::format("{}", value.as_int());
      return true;
    }
    auto digits = text::to_decimal(big_value(value));
    if (!digits) {
      vm_.raise(digits.failure());
      return false;
    }
    text = std::move(digits.value());
    return true;
  }

  /// None, True, False, numbers. 1 written into `text`, 0 none of these, -1 exception.
  int plain_text(Value value, std::string& text) {
    if (value.is_none()) text = "null";
    else if (value.is_true()) text = "true";
    else if (value.is_false()) text = "false";
    else if (is_int_like(value)) return whole_text(value, text) ? 1 : -1;
    else if (is_float(value)) return number_text(float_value(value), text) ? 1 : -1;
    else return 0;
    return 1;
  }

  bool open(Level::What what, Value value) {
    if (levels_.size() >= style_.depth_max) {
      vm_.raise(vm_.types.RecursionError, "maximum recursion depth exceeded while encoding a JSON object");
      return false;
    }
    Level level{};
    level.what = what;
    level.held = Ref(value);
    levels_.push_back(std::move(level));
    return true;
  }

  /// Each object that is open, once: an open one met again would never end.
  bool not_circular(Value value) {
    if (!style_.check_circular) return true;
    for (const Level& level : levels_) {
      if (level.held.get() == value) {
        vm_.raise(vm_.types.ValueError, "Circular reference detected");
        return false;
      }
    }
    return true;
  }

  bool begin(Value given) {
    Ref current(given);
    for (;;) {
      const Value value = current.get();
      if (is_str(value)) {
        append_quoted(out, str_view(value), style_.ascii_only);
        return true;
      }
      std::string text;
      const int plain = plain_text(value, text);
      if (plain != 0) {
        out += text;
        return plain > 0;
      }
      if (value.is_kind(Kind::List) || value.is_kind(Kind::Tuple)) return begin_sequence(value);
      if (value.is_kind(Kind::Dict)) return begin_dict(value);
      if (!not_circular(value) || !open(Level::What::Fallback, value)) return false;
      const Value arguments[] = {value};
      Ref made = call(vm_, style_.fallback, arguments);
      if (!made) return false;
      current = std::move(made);
    }
  }

  static std::size_t count_of(Value sequence) {
    return sequence.is_kind(Kind::List) ? cast<List>(sequence)->count : cast<Tuple>(sequence)->count;
  }

  bool begin_sequence(Value value) {
    if (count_of(value) == 0) {
      out += "[]";
      return true;
    }
    if (!not_circular(value) || !open(Level::What::Sequence, value)) return false;
    ++open_;
    out += '[';
    if (style_.has_indent) new_line(open_);
    return true;
  }

  bool begin_dict(Value value) {
    const Dict* dict = cast<Dict>(value);
    if (dict->used == 0) {
      out += "{}";
      return true;
    }
    if (!not_circular(value) || !open(Level::What::Dict, value)) return false;
    ++open_;
    Level& level = levels_.back();
    if (!value.object()->type->is_user && !style_.sort_keys) {
      level.items.reserve(dict->used);
      for (std::uint32_t i = 0; i < dict->filled; ++i)
        if (!dict->entries[i].key.is_empty()) level.items.emplace_back(Ref(dict->entries[i].key), Ref(dict->entries[i].value));
    } else if (!items_of(value, level.items)) {
      return false;
    }
    out += '{';
    if (style_.has_indent) new_line(open_);
    return true;
  }

  /// What items() gives, sorted if asked for.
  bool items_of(Value dict, std::vector<std::pair<Ref, Ref>>& items) {
    const Ref view = call_method(vm_, dict, intern(vm_, "items"));
    const Ref list = view ? list_from(vm_, view) : Ref();
    if (!list || (style_.sort_keys && !sort_items(vm_, cast<List>(list), kNone, false))) return false;
    return for_each(vm_, list, [&](Value item) {
      if (!item.is_kind(Kind::Tuple) || cast<Tuple>(item)->count != 2) {
        vm_.raise(vm_.types.ValueError, "items must return 2-tuples");
        return false;
      }
      items.emplace_back(Ref(cast<Tuple>(item)->items[0]), Ref(cast<Tuple>(item)->items[1]));
      return true;
    });
  }

  void close(char bracket) {
    --open_;
    if (style_.has_indent) new_line(open_);
    out += bracket;
    levels_.pop_back();
  }

  void separate(Level& level) {
    if (level.first) {
      level.first = false;
      return;
    }
    out += style_.item_separator;
    if (style_.has_indent) new_line(open_);
  }

  bool step() {
    Level& level = levels_.back();
    if (level.what == Level::What::Fallback) {
      levels_.pop_back();
      return true;
    }
    vm_.charge(1);
    if (out.size() > (1u << 16) && !room_for(vm_, out.size())) return false;
    if (level.what == Level::What::Sequence) {
      const Value sequence = level.held.get();
      if (level.at >= count_of(sequence)) {
        close(']');
        return true;
      }
      const Value* items = sequence.is_kind(Kind::List) ? cast<List>(sequence)->items : cast<Tuple>(sequence)->items;
      const Ref item(items[level.at++]);
      separate(level);
      return begin(item);
    }
    if (level.at >= level.items.size()) {
      close('}');
      return true;
    }
    const Ref key = level.items[level.at].first, value = level.items[level.at].second;
    ++level.at;
    if (is_str(key)) {
      separate(level);
      append_quoted(out, str_view(key), style_.ascii_only);
    } else {
      std::string text;
      const int plain = plain_text(key, text);
      if (plain < 0) return false;
      if (plain == 0) {
        if (style_.skip_keys) return true;
        vm_.raise(vm_.types.TypeError, "keys must be str, int, float, bool or None, not {}", type_name(vm_, key));
        return false;
      }
      separate(level);
      append_quoted(out, text, style_.ascii_only);
    }
    out += style_.key_separator;
    return begin(value);
  }

  Vm& vm_;
  const Style& style_;
  std::vector<Level> levels_;
  std::size_t open_ = 0;
};

/// Truth of each of `count` arguments from `first` on. False: exception.
bool flags(Arguments& args, std::uint32_t first, std::span<bool* const> into) {
  for (bool* flag : into) {
    const int answer = truth(args.vm, args[first++]);
    if (answer < 0) return false;
    *flag = answer != 0;
  }
  return true;
}

}  // namespace

Ref json_quote(Arguments& args) {
  if (!need_str(args.vm, args[0], "first argument")) return {};
  std::string out;
  append_quoted(out, str_view(args[0]), args[1].is_true());
  return make_str(args.vm, out);
}

Ref json_encode(Arguments& args) {
  Vm& vm = args.vm;
  Style style{};
  style.fallback = args[1];
  bool* const asked[] = {&style.ascii_only, &style.allow_nan, &style.check_circular, &style.sort_keys, &style.skip_keys};
  if (!flags(args, 2, asked)) return {};
  const Value indent = args[7];
  style.has_indent = !indent.is_none();
  if (is_str(indent)) {
    style.indent = str_view(indent);
  } else if (style.has_indent) {
    const auto width = to_int64(vm, indent, vm.types.OverflowError);
    if (!width || (*width > 0 && !room_for(vm, static_cast<std::uint64_t>(*width)))) return {};
    style.indent.assign(*width > 0 ? static_cast<std::size_t>(*width) : 0, ' ');
  }
  if (!need_str(vm, args[8], "item_separator") || !need_str(vm, args[9], "key_separator")) return {};
  style.item_separator = str_view(args[8]);
  style.key_separator = str_view(args[9]);
  const std::int64_t below = std::min<std::int64_t>(vm.recursion_limit, vm.limits.native_depth * kLightCallsPerRun) - (vm.frame == nullptr ? 0 : vm.frame->depth) - args[10].as_int() - 2;
  style.depth_max = below > 0 ? static_cast<std::size_t>(below) : 0;
  Encoder encoder(vm, style);
  if (!encoder.write(args[0])) return {};
  return make_str(vm, encoder.out);
}

}  // namespace waiter::python
