// _sre: compiled patterns, matches and scanners for the module `re`, whose functions, flags and templates stand in
// prelude/re.py. Patterns and texts are str or bytes; texts beyond ASCII are matched as code points.

#include <memory>
#include <new>

#include "python/methods/helpers.h"
#include "python/methods/memory_view.h"
#include "python/methods/numbers.h"
#include "python/modules/standard_modules.h"
#include "python/text/regex_match.h"
#include "python/text/string_repr.h"
#include "python/text/unicode.h"

namespace waiter::python {
namespace {

namespace regex = text::regex;

/// What one match costs is charged as well, so that a run's own limit comes first in a small run.
constexpr std::int64_t kStepsAnInstruction = 4;

struct PatternObject : Extension {
  regex::Program* program;  ///< owned
  Value pattern, group_index;  ///< owned
  bool is_bytes;
};

struct MatchObject : Extension {
  Value pattern, string;  ///< owned
  std::int64_t* marks;    ///< owned array of 2 * groups
  std::uint32_t groups, last_group;
  std::int64_t position, end_position;
};

/// scanner(): search() and match() go on where the last one ended.
struct ScannerObject : Extension {
  Value pattern, string;  ///< owned
  std::vector<char32_t>* wide;  ///< owned; null: the text is bytes or ASCII
  std::int64_t start, position, end, not_empty_at;
};

const ExtensionTraits kPatternTraits = {
    sizeof(PatternObject), nullptr,
    [](Vm&, Extension* extension) {
      auto* pattern = static_cast<PatternObject*>(extension);
      for (Value* place : {&pattern->pattern, &pattern->group_index})
        if (const Value old = std::exchange(*place, Value()); !old.is_empty()) decref(old);
    },
    [](Extension* extension, void (*visit)(void*, Value), void* context) {
      auto* pattern = static_cast<PatternObject*>(extension);
      if (!pattern->pattern.is_empty()) visit(context, pattern->pattern);
      if (!pattern->group_index.is_empty()) visit(context, pattern->group_index);
    },
    [](Extension* extension) { delete static_cast<PatternObject*>(extension)->program; }, nullptr};

template <class T>
void release_pair(Vm&, Extension* extension) {
  auto* object = static_cast<T*>(extension);
  for (Value* place : {&object->pattern, &object->string})
    if (const Value old = std::exchange(*place, Value()); !old.is_empty()) decref(old);
}
template <class T>
void traverse_pair(Extension* extension, void (*visit)(void*, Value), void* context) {
  auto* object = static_cast<T*>(extension);
  if (!object->pattern.is_empty()) visit(context, object->pattern);
  if (!object->string.is_empty()) visit(context, object->string);
}

const ExtensionTraits kMatchTraits = {sizeof(MatchObject), nullptr, release_pair<MatchObject>, traverse_pair<MatchObject>,
                                      [](Extension* extension) { delete[] static_cast<MatchObject*>(extension)->marks; }, nullptr};
const ExtensionTraits kScannerTraits = {sizeof(ScannerObject), nullptr, release_pair<ScannerObject>, traverse_pair<ScannerObject>,
                                        [](Extension* extension) { delete static_cast<ScannerObject*>(extension)->wide; }, nullptr};

struct RegexTypes {
  Type* pattern;
  Type* match;
  Type* scanner;
  Value error;  ///< re.error, once the prelude has said it
};
const char kRegexTypesKey = 0;
RegexTypes& types_of(Vm& vm) { return *static_cast<RegexTypes*>(vm.extensions.at(&kRegexTypesKey)); }

// --- texts ---

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> points;
  points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded decoded = text::decode_at(text, at);
    points.push_back(decoded.code_point);
    at += decoded.size;
  }
  return points;
}

/// A text as the matcher takes it.
struct Subject {
  Value string;
  std::string_view bytes;
  const std::vector<char32_t>* wide = nullptr;
  std::unique_ptr<std::vector<char32_t>> own;
  std::unique_ptr<std::string> own_bytes;
  std::int64_t length = 0;

  [[nodiscard]] Ref slice(Vm& vm, std::int64_t from, std::int64_t to) const {
    if (to < from) to = from;
    if (!is_str(string)) return make_bytes(vm, bytes.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from)));
    if (from == 0 && to == length && !string.object()->type->is_user) return string;
    if (wide == nullptr) return make_str(vm, bytes.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from)), static_cast<std::uint32_t>(to - from));
    std::string out;
    for (std::int64_t i = from; i < to; ++i) text::append_code_point(out, (*wide)[static_cast<std::size_t>(i)]);
    return make_str(vm, out, static_cast<std::uint32_t>(to - from));
  }
};

bool read_subject(Vm& vm, const PatternObject* pattern, Value string, Subject& subject) {
  subject.string = string;
  if (is_str(string)) {
    if (pattern->is_bytes) {
      vm.raise(vm.types.TypeError, "cannot use a bytes pattern on a string-like object");
      return false;
    }
    subject.bytes = str_view(string);
    const Str* str = cast<Str>(string);
    subject.length = str->length;
    if (!str->is_ascii()) {
      if (!room_for(vm, std::uint64_t{4} * str->length)) return false;
      subject.own = std::make_unique<std::vector<char32_t>>(code_points(subject.bytes));
      subject.wide = subject.own.get();
    }
    return true;
  }
  if (string.is_kind(Kind::Bytes)) {
    if (!pattern->is_bytes) {
      vm.raise(vm.types.TypeError, "cannot use a string pattern on a bytes-like object");
      return false;
    }
    subject.bytes = cast<Bytes>(string)->view();
    if ((string.object()->flags & kFrozen) == 0) {  // a bytearray may change while a function of the program runs
      subject.own_bytes = std::make_unique<std::string>(subject.bytes);
      subject.bytes = *subject.own_bytes;
    }
    subject.length = static_cast<std::int64_t>(subject.bytes.size());
    return true;
  }
  if (is_memory_view(vm, string)) {
    auto contents = contents_of_buffer(vm, string);
    if (!contents) return false;
    if (!pattern->is_bytes) {
      vm.raise(vm.types.TypeError, "cannot use a string pattern on a bytes-like object");
      return false;
    }
    subject.own_bytes = std::make_unique<std::string>(std::move(*contents));
    subject.bytes = *subject.own_bytes;
    subject.length = static_cast<std::int64_t>(subject.bytes.size());
    return true;
  }
  vm.raise(vm.types.TypeError, "expected string or bytes-like object, got '{}'", type_name(vm, string));
  return false;
}

/// 1: found; 0: not; -1: exception, or the run was stopped.
int run(Vm& vm, const PatternObject* pattern, const Subject& subject, regex::How how, std::int64_t start, std::int64_t end,
        std::int64_t not_empty_at, regex::Found& found) {
  const auto steps_max = static_cast<std::int64_t>(vm.limits.regex_steps);
  std::int64_t steps = steps_max;
  if (start > end) return 0;
  regex::Outcome outcome;
  if (subject.wide != nullptr) {
    outcome = regex::Matcher<char32_t>(*pattern->program, subject.wide->data(), end).run(how, start, not_empty_at, steps, found);
  } else {
    const auto* text = reinterpret_cast<const unsigned char*>(subject.bytes.data());
    outcome = regex::Matcher<unsigned char>(*pattern->program, text, end).run(how, start, not_empty_at, steps, found);
  }
  vm.charge((steps_max - steps) / kStepsAnInstruction + 1);
  switch (outcome) {
    case regex::Outcome::Matched: return 1;
    case regex::Outcome::NotMatched: return 0;
    case regex::Outcome::OutOfMemory: vm.raise(vm.types.MemoryError, ""); return -1;
    case regex::Outcome::OutOfSteps: break;
  }
  vm.stop(fmt::format("the run was stopped: one regular expression took more than {} steps (it goes back and forth over the same text)", steps_max));
  return -1;
}

Ref make_match(Vm& vm, Value pattern, Value string, std::int64_t position, std::int64_t end_position, const regex::Found& found) {
  auto* match = static_cast<MatchObject*>(allocate_instance(vm, types_of(vm).match));
  const Ref owner = Ref::steal(Value(match));
  match->pattern = Ref(pattern).release();
  match->string = Ref(string).release();
  match->groups = static_cast<std::uint32_t>(found.marks.size() / 2);
  match->marks = new std::int64_t[found.marks.size()];
  std::copy(found.marks.begin(), found.marks.end(), match->marks);
  match->last_group = found.last_group;
  match->position = position;
  match->end_position = end_position;
  return owner;
}

PatternObject* pattern_of(Value value) { return static_cast<PatternObject*>(value.object()); }
MatchObject* match_of(Value value) { return static_cast<MatchObject*>(value.object()); }

/// (string, pos=0, endpos=sys.maxsize), clipped to the text.
bool read_call(Arguments& args, const char* function, Subject& subject, std::int64_t& start, std::int64_t& end) {
  Vm& vm = args.vm;
  Value values[3];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, function, {"string", "pos", "endpos"}, 1, values)) return false;
  if (!read_subject(vm, pattern_of(args[0]), values[0], subject)) return false;
  start = 0;
  end = subject.length;
  for (int i = 1; i < 3; ++i) {
    if (values[i].is_empty()) continue;
    const auto at = to_ssize(vm, values[i]);
    if (!at) return false;
    (i == 1 ? start : end) = std::clamp<std::int64_t>(*at, 0, subject.length);
  }
  return true;
}

template <regex::How how>
Ref pattern_match(Arguments& args) {
  Vm& vm = args.vm;
  Subject subject;
  std::int64_t start = 0, end = 0;
  const char* name = how == regex::How::Search ? "search" : how == regex::How::Match ? "match" : "fullmatch";
  if (!read_call(args, name, subject, start, end)) return {};
  regex::Found found;
  const int result = run(vm, pattern_of(args[0]), subject, how, start, end, regex::kNoMark, found);
  if (result <= 0) return result < 0 ? Ref() : none();
  return make_match(vm, args[0], subject.string, start, end, found);
}

/// Calls `take(found)` for each match in turn until it returns false, as findall, split and sub go through a text. False: exception.
template <class Take>
bool each_match(Vm& vm, const PatternObject* pattern, const Subject& subject, std::int64_t start, std::int64_t end, Take take) {
  std::int64_t not_empty_at = regex::kNoMark;
  regex::Found found;
  while (start <= end) {
    const int result = run(vm, pattern, subject, regex::How::Search, start, end, not_empty_at, found);
    if (result <= 0) return result == 0;
    if (!take(found)) return !vm.has_error();
    not_empty_at = found.marks[0] == found.marks[1] ? found.marks[1] : regex::kNoMark;
    start = found.marks[1];
  }
  return true;
}

Ref group_slice(Vm& vm, const Subject& subject, const regex::Found& found, std::uint32_t group, Value otherwise) {
  if (found.marks[2 * group] == regex::kNoMark) return otherwise;
  return subject.slice(vm, found.marks[2 * group], found.marks[2 * group + 1]);
}

Ref empty_text(Vm& vm, const PatternObject* pattern) { return pattern->is_bytes ? Ref(vm.empty_bytes) : make_str(vm, ""); }

Ref pattern_findall(Arguments& args) {
  Vm& vm = args.vm;
  Subject subject;
  std::int64_t start = 0, end = 0;
  if (!read_call(args, "findall", subject, start, end)) return {};
  const PatternObject* pattern = pattern_of(args[0]);
  Ref list = make_list(vm);
  const Ref empty = empty_text(vm, pattern);
  const std::uint32_t groups = pattern->program->groups;
  const bool fine = each_match(vm, pattern, subject, start, end, [&](const regex::Found& found) {
    if (groups <= 2) {
      list_append(vm, cast<List>(list), group_slice(vm, subject, found, groups - 1, empty));
    } else {
      Tuple* tuple = make_tuple_raw(vm, groups - 1);
      for (std::uint32_t i = 1; i < groups; ++i) tuple->items[i - 1] = group_slice(vm, subject, found, i, empty).release();
      list_append(vm, cast<List>(list), Ref::steal(Value(tuple)));
    }
    return !vm.heap.over_limit();
  });
  return fine ? list : Ref();
}

Ref pattern_split(Arguments& args) {
  Vm& vm = args.vm;
  Value values[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "split", {"string", "maxsplit"}, 1, values)) return {};
  Subject subject;
  const PatternObject* pattern = pattern_of(args[0]);
  if (!read_subject(vm, pattern, values[0], subject)) return {};
  std::int64_t most = 0;
  if (!values[1].is_empty()) {
    const auto given = to_ssize(vm, values[1]);
    if (!given) return {};
    most = *given;
  }
  Ref list = make_list(vm);
  std::int64_t last = 0, count = 0;
  bool fine = true;
  if (most >= 0) {
    fine = each_match(vm, pattern, subject, 0, subject.length, [&](const regex::Found& found) {
      list_append(vm, cast<List>(list), subject.slice(vm, last, found.marks[0]));
      for (std::uint32_t i = 1; i < pattern->program->groups; ++i) list_append(vm, cast<List>(list), group_slice(vm, subject, found, i, kNone));
      last = found.marks[1];
      return ++count != most && !vm.heap.over_limit();
    });
  }
  if (!fine) return {};
  list_append(vm, cast<List>(list), subject.slice(vm, last, subject.length));
  return list;
}

/// _replace(parts, string, count): (new text, number of replacements); parts are texts and group numbers.
Ref pattern_replace(Arguments& args) {
  Vm& vm = args.vm;
  const PatternObject* pattern = pattern_of(args[0]);
  Subject subject;
  if (!read_subject(vm, pattern, args[2], subject)) return {};
  const List* parts = cast<List>(args[1]);
  const auto most = to_ssize(vm, args[3]);
  if (!most) return {};
  std::string out;
  std::int64_t last = 0, count = 0;
  const auto append = [&](std::int64_t from, std::int64_t to) {
    if (subject.wide == nullptr) out.append(subject.bytes.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from)));
    else
      for (std::int64_t i = from; i < to; ++i) text::append_code_point(out, (*subject.wide)[static_cast<std::size_t>(i)]);
  };
  // Fewer than no replacements are none, and zero is all.
  const bool fine = *most < 0 || each_match(vm, pattern, subject, 0, subject.length, [&](const regex::Found& found) {
    append(last, found.marks[0]);
    for (std::uint32_t i = 0; i < parts->count; ++i) {
      const Value part = parts->items[i];
      if (part.is_int()) {
        const auto group = static_cast<std::size_t>(part.as_int());
        if (found.marks[2 * group] != regex::kNoMark) append(found.marks[2 * group], found.marks[2 * group + 1]);
      } else {
        out.append(is_str(part) ? str_view(part) : cast<Bytes>(part)->view());
      }
    }
    last = found.marks[1];
    if (out.size() > 4096 && !room_for(vm, out.size())) return false;
    return ++count != *most;
  });
  if (!fine) return {};
  if (count == 0 && !subject.string.object()->type->is_user) {
    const Value same[] = {subject.string, Value::from_int(0)};
    return tuple_of(vm, same);
  }
  append(last, subject.length);
  const Ref text = pattern->is_bytes ? make_bytes(vm, out) : make_str(vm, out);
  const Value result[] = {text, Value::from_int(count)};
  return tuple_of(vm, result);
}

Ref pattern_scanner(Arguments& args) {
  Vm& vm = args.vm;
  Subject subject;
  std::int64_t start = 0, end = 0;
  if (!read_call(args, "scanner", subject, start, end)) return {};
  auto* scanner = static_cast<ScannerObject*>(allocate_instance(vm, types_of(vm).scanner));
  scanner->pattern = Ref(args[0]).release();
  scanner->string = Ref(subject.string).release();
  scanner->wide = subject.own.release();
  scanner->start = scanner->position = start;
  scanner->end = end;
  scanner->not_empty_at = regex::kNoMark;
  return Ref::steal(Value(scanner));
}

template <regex::How how>
Ref scanner_next(Arguments& args) {
  Vm& vm = args.vm;
  auto* scanner = static_cast<ScannerObject*>(args[0].object());
  if (scanner->position < 0) return none();
  Subject subject;
  subject.string = scanner->string;
  subject.bytes = is_str(scanner->string) ? str_view(scanner->string) : cast<Bytes>(scanner->string)->view();
  subject.wide = scanner->wide;
  // A bytearray may be shorter than when the search began.
  if (!is_str(scanner->string)) scanner->end = std::min(scanner->end, static_cast<std::int64_t>(subject.bytes.size()));
  regex::Found found;
  const int result = run(vm, pattern_of(scanner->pattern), subject, how, scanner->position, scanner->end, scanner->not_empty_at, found);
  if (result < 0) return {};
  if (result == 0) {
    scanner->position = -1;
    return none();
  }
  scanner->not_empty_at = found.marks[0] == found.marks[1] ? found.marks[1] : regex::kNoMark;
  scanner->position = found.marks[1];
  return make_match(vm, scanner->pattern, scanner->string, scanner->start, scanner->end, found);
}
Ref scanner_pattern(Arguments& args) { return static_cast<ScannerObject*>(args[0].object())->pattern; }

Ref pattern_pattern(Arguments& args) { return pattern_of(args[0])->pattern; }
Ref pattern_flags(Arguments& args) { return Value::from_int(pattern_of(args[0])->program->flags); }
Ref pattern_groups(Arguments& args) { return Value::from_int(pattern_of(args[0])->program->groups - 1); }
Ref pattern_group_index(Arguments& args) { return pattern_of(args[0])->group_index; }
Ref pattern_equals(Arguments& args) {
  if (!args[1].is_object() || args[1].object()->type != args[0].object()->type) return Ref(kNotImplemented);
  const PatternObject* left = pattern_of(args[0]);
  const PatternObject* right = pattern_of(args[1]);
  if (left->program->flags != right->program->flags || left->is_bytes != right->is_bytes) return boolean(false);
  return boolean_or_error(equal(args.vm, left->pattern, right->pattern));
}
Ref pattern_hash(Arguments& args) {
  std::int64_t result = 0;
  if (!hash(args.vm, pattern_of(args[0])->pattern, result)) return {};
  return make_int(args.vm, result ^ pattern_of(args[0])->program->flags);
}
Ref itself(Arguments& args) { return args[0]; }

// --- matches ---

/// The number of the group that a program named, or -1 with an exception.
std::int64_t group_number(Vm& vm, const MatchObject* match, Value name) {
  std::int64_t number = -1;
  if (name.is_kind(Kind::Instance) && !type_lookup(vm, type_of(vm, name), vm.names.dunder_index).is_empty()) {
    const Ref index = to_index(vm, name);
    if (!index) return -1;
    const auto given = to_int64(vm, index);
    if (!given) vm.clear_error();
    number = given.value_or(-1);
  } else if (is_int_like(name)) {
    const auto given = to_int64(vm, name);
    if (!given) vm.clear_error();
    number = given.value_or(-1);
  } else if (is_str(name) || name.is_kind(Kind::Bytes)) {
    const auto& names = pattern_of(match->pattern)->program->names;
    if (is_str(name))
      for (const auto& [known, group] : names)
        if (known == str_view(name)) number = group;
  }
  if (number >= 0 && number < match->groups) return number;
  vm.raise(vm.types.IndexError, "no such group");
  return -1;
}

Ref match_slice(Vm& vm, const MatchObject* match, std::int64_t group, Value otherwise) {
  const std::int64_t from = match->marks[2 * group], to = match->marks[2 * group + 1];
  if (from == regex::kNoMark) return otherwise;
  if (is_memory_view(vm, match->string)) {
    const auto contents = contents_of_buffer(vm, match->string);
    const auto end = contents ? std::min<std::int64_t>(to, static_cast<std::int64_t>(contents->size())) : 0;
    const auto begin = std::min<std::int64_t>(from, end);
    return contents ? make_bytes(vm, std::string_view(*contents).substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin))) : Ref();
  }
  if (match->string.is_kind(Kind::Bytes)) {
    const std::string_view bytes = cast<Bytes>(match->string)->view();
    const std::size_t begin = std::min(static_cast<std::size_t>(from), bytes.size());  // a bytearray may be shorter now
    return make_bytes(vm, bytes.substr(begin, static_cast<std::size_t>(to - from)));
  }
  const Str* string = cast<Str>(match->string);
  if (from == 0 && to == string->length && !string->type->is_user) return match->string;
  std::size_t begin = static_cast<std::size_t>(from), end = static_cast<std::size_t>(to);
  if (!string->is_ascii()) {
    begin = text::byte_offset(string->view(), begin);
    end = begin + text::byte_offset(string->view().substr(begin), static_cast<std::size_t>(to - from));
  }
  return make_str(vm, string->view().substr(begin, end - begin), static_cast<std::uint32_t>(to - from));
}

Ref match_group(Arguments& args) {
  Vm& vm = args.vm;
  const MatchObject* match = match_of(args[0]);
  if (args.count == 1) return match_slice(vm, match, 0, kNone);
  if (args.count == 2) {
    const std::int64_t group = group_number(vm, match, args[1]);
    return group < 0 ? Ref() : match_slice(vm, match, group, kNone);
  }
  std::vector<Ref> found;
  for (std::uint32_t i = 1; i < args.count; ++i) {
    const std::int64_t group = group_number(vm, match, args[i]);
    if (group < 0) return {};
    found.push_back(match_slice(vm, match, group, kNone));
  }
  return tuple_of(vm, std::vector<Value>(found.begin(), found.end()));
}

Ref match_get_item(Arguments& args) {
  const std::int64_t group = group_number(args.vm, match_of(args[0]), args[1]);
  return group < 0 ? Ref() : match_slice(args.vm, match_of(args[0]), group, kNone);
}

Ref match_groups(Arguments& args) {
  Value otherwise;
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "groups", {"default"}, 0, &otherwise)) return {};
  if (otherwise.is_empty()) otherwise = kNone;
  const MatchObject* match = match_of(args[0]);
  Tuple* tuple = make_tuple_raw(args.vm, match->groups - 1);
  for (std::uint32_t i = 1; i < match->groups; ++i) tuple->items[i - 1] = match_slice(args.vm, match, i, otherwise).release();
  return Ref::steal(Value(tuple));
}

Ref match_group_dict(Arguments& args) {
  Vm& vm = args.vm;
  Value otherwise;
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "groupdict", {"default"}, 0, &otherwise)) return {};
  if (otherwise.is_empty()) otherwise = kNone;
  const MatchObject* match = match_of(args[0]);
  Dict* dict = make_dict(vm);
  const Ref owner = Ref::steal(Value(dict));
  for (const auto& [name, group] : pattern_of(match->pattern)->program->names)
    dict_set_name(vm, dict, intern(vm, name), match_slice(vm, match, group, otherwise));
  return owner;
}

template <int which>  // 0: start, 1: end, 2: both
Ref match_place(Arguments& args) {
  const MatchObject* match = match_of(args[0]);
  const std::int64_t group = args.count > 1 ? group_number(args.vm, match, args[1]) : 0;
  if (group < 0) return {};
  const Value both[] = {Value::from_int(match->marks[2 * group]), Value::from_int(match->marks[2 * group + 1])};
  return which == 2 ? tuple_of(args.vm, both) : Ref(both[which & 1]);
}

Ref match_regs(Arguments& args) {
  const MatchObject* match = match_of(args[0]);
  Tuple* tuple = make_tuple_raw(args.vm, match->groups);
  for (std::uint32_t i = 0; i < match->groups; ++i) {
    const Value both[] = {Value::from_int(match->marks[2 * i]), Value::from_int(match->marks[2 * i + 1])};
    tuple->items[i] = tuple_of(args.vm, both).release();
  }
  return Ref::steal(Value(tuple));
}
Ref match_pattern(Arguments& args) { return match_of(args[0])->pattern; }
Ref match_string(Arguments& args) { return match_of(args[0])->string; }
Ref match_position(Arguments& args) { return Value::from_int(match_of(args[0])->position); }
Ref match_end_position(Arguments& args) { return Value::from_int(match_of(args[0])->end_position); }
Ref match_last_index(Arguments& args) {
  const MatchObject* match = match_of(args[0]);
  return match->last_group == 0 ? none() : Ref(Value::from_int(match->last_group));
}
Ref match_last_group(Arguments& args) {
  const MatchObject* match = match_of(args[0]);
  for (const auto& [name, group] : pattern_of(match->pattern)->program->names)
    if (group == match->last_group) return make_str(args.vm, name);
  return none();
}

Ref match_repr(Arguments& args) {
  const MatchObject* match = match_of(args[0]);
  const Ref text = match_slice(args.vm, match, 0, kNone);
  const auto shown = repr_of(args.vm, text);
  if (!shown) return {};
  return make_str(args.vm, fmt::format("<re.Match object; span=({}, {}), match={}>", match->marks[0], match->marks[1], *shown));
}

// --- making them ---

/// compile(pattern, flags): a Pattern, or (kind, message, position) of what is wrong with it.
Ref compile_pattern(Arguments& args) {
  Vm& vm = args.vm;
  const bool is_bytes = args[0].is_kind(Kind::Bytes);
  if (!is_bytes && !is_str(args[0])) return vm.raise(vm.types.TypeError, "first argument must be string or compiled pattern");
  const auto flags = to_c_int(vm, args[1]);
  if (!flags) return {};
  std::vector<char32_t> points;
  if (is_bytes) {
    for (const char c : cast<Bytes>(args[0])->view()) points.push_back(static_cast<unsigned char>(c));
  } else {
    points = code_points(str_view(args[0]));
  }
  vm.charge(static_cast<std::int64_t>(points.size()));
  const regex::Parsed parsed = regex::parse(points, static_cast<std::uint32_t>(*flags), is_bytes);
  for (const std::string& words : parsed.warnings) {
    vm.warn(vm.types.FutureWarning, words);
    if (vm.has_error()) return {};
  }
  std::optional<regex::SyntaxError> error = parsed.error;
  regex::Program program;
  if (!error) program = regex::compile(parsed, error);
  if (error) {
    const Ref message = make_str(vm, error->message);
    const Value items[] = {Value::from_int(static_cast<int>(error->type)), message, Value::from_int(error->position)};
    return tuple_of(vm, items);
  }
  auto* made = static_cast<PatternObject*>(allocate_instance(vm, types_of(vm).pattern));
  const Ref owner = Ref::steal(Value(made));
  made->program = new regex::Program(std::move(program));
  made->pattern = Ref(args[0]).release();
  made->is_bytes = is_bytes;
  Dict* names = make_dict(vm);
  made->group_index = Value(names);
  for (const auto& [name, group] : made->program->names) dict_set_name(vm, names, intern(vm, name), Value::from_int(group));
  return owner;
}

/// add_method(type, name, function): the prelude completes the types.
Ref add_method(Arguments& args) {
  type_set(args.vm, cast<Type>(args[0]), intern(args.vm, str_view(args[1])), args[2]);
  return none();
}

constexpr NativeDef kPatternMethods[] = {
    {"match", pattern_match<regex::How::Match>, 0, -1, Takes::Keywords},
    {"fullmatch", pattern_match<regex::How::FullMatch>, 0, -1, Takes::Keywords},
    {"search", pattern_match<regex::How::Search>, 0, -1, Takes::Keywords},
    {"findall", pattern_findall, 0, -1, Takes::Keywords},
    {"split", pattern_split, 0, -1, Takes::Keywords},
    {"scanner", pattern_scanner, 0, -1, Takes::Keywords},
    {"_replace", pattern_replace, 3, 3},
    {"__eq__", pattern_equals, 1, 1},
    {"__hash__", pattern_hash},
    {"__copy__", itself},
    {"__deepcopy__", itself, 1, 1},
};
constexpr NativeDef kPatternGetters[] = {
    {"pattern", pattern_pattern, 1, 1}, {"flags", pattern_flags, 1, 1}, {"groups", pattern_groups, 1, 1}, {"_names", pattern_group_index, 1, 1}};
constexpr NativeDef kMatchMethods[] = {
    {"group", match_group, 0, -1},
    {"__getitem__", match_get_item, 1, 1},
    {"groups", match_groups, 0, -1, Takes::Keywords},
    {"groupdict", match_group_dict, 0, -1, Takes::Keywords},
    {"start", match_place<0>, 0, 1},
    {"end", match_place<1>, 0, 1},
    {"span", match_place<2>, 0, 1},
    {"__repr__", match_repr},
    {"__copy__", itself},
    {"__deepcopy__", itself, 1, 1},
};
constexpr NativeDef kMatchGetters[] = {
    {"re", match_pattern, 1, 1}, {"string", match_string, 1, 1}, {"pos", match_position, 1, 1}, {"endpos", match_end_position, 1, 1},
    {"lastindex", match_last_index, 1, 1}, {"lastgroup", match_last_group, 1, 1}, {"regs", match_regs, 1, 1}};
constexpr NativeDef kScannerMethods[] = {
    {"match", scanner_next<regex::How::Match>}, {"search", scanner_next<regex::How::Search>}};
constexpr NativeDef kScannerGetters[] = {{"pattern", scanner_pattern, 1, 1}};
constexpr NativeDef kFunctions[] = {{"compile", compile_pattern, 2, 2}, {"add_method", add_method, 3, 3}};

}  // namespace

Ref make_sre_module(Vm& vm) {
  // Owned by the VM's table for as long as it lives; a run makes it at most once.
  static_assert(sizeof(RegexTypes) <= 64);
  auto* holder = static_cast<RegexTypes*>(vm.heap.allocate_raw(sizeof(RegexTypes)));
  new (holder) RegexTypes{};
  vm.extensions[&kRegexTypesKey] = holder;
  holder->pattern = make_extension_type(vm, "Pattern", "re", &kPatternTraits);
  holder->match = make_extension_type(vm, "Match", "re", &kMatchTraits);
  holder->scanner = make_extension_type(vm, "SRE_Scanner", "_sre", &kScannerTraits);
  for (Type* type : {holder->pattern, holder->match, holder->scanner}) set_dotted_name(vm, type);
  install(vm, holder->pattern, kPatternMethods);
  install(vm, holder->match, kMatchMethods);
  install(vm, holder->scanner, kScannerMethods);
  for (const NativeDef& getter : kPatternGetters) install_getter(vm, holder->pattern, getter);
  for (const NativeDef& getter : kMatchGetters) install_getter(vm, holder->match, getter);
  for (const NativeDef& getter : kScannerGetters) install_getter(vm, holder->scanner, getter);
  Ref owner = make_module(vm, "_sre");
  Module* module = cast<Module>(owner);
  install(vm, module, kFunctions);
  module_set(vm, module, "Pattern", Value(holder->pattern));
  module_set(vm, module, "Match", Value(holder->match));
  return owner;
}

}  // namespace waiter::python
