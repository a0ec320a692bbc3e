#include "python/ast_dump.h"

#include "python/text/float_repr.h"
#include "python/text/string_repr.h"

namespace waiter::python {

namespace {

using namespace ast;

constexpr const char* kContexts[] = {"Load()", "Store()", "Del()"};
constexpr const char* kBoolOperators[] = {"And()", "Or()"};
constexpr const char* kOperators[] = {"Add()",    "Sub()",    "Mult()",  "MatMult()", "Div()",    "Mod()",     "Pow()",
                                      "LShift()", "RShift()", "BitOr()", "BitXor()",  "BitAnd()", "FloorDiv()"};
constexpr const char* kUnaryOperators[] = {"Invert()", "Not()", "UAdd()", "USub()"};
constexpr const char* kCompareOperators[] = {"Eq()",  "NotEq()", "Lt()",    "LtE()", "Gt()",
                                             "GtE()", "Is()",    "IsNot()", "In()",  "NotIn()"};

// The digits of a literal in base ten: schoolbook, which is enough for tests.
std::string to_decimal(std::string_view digits, int base) {
  std::string result = "0";  // least digit first
  for (char c : digits) {
    int carry = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
    for (char& place : result) {
      int value = (place - '0') * base + carry;
      place = static_cast<char>('0' + value % 10);
      carry = value / 10;
    }
    for (; carry > 0; carry /= 10) result += static_cast<char>('0' + carry % 10);
  }
  return std::string(result.rbegin(), result.rend());
}

class Dumper {
 public:
  explicit Dumper(DumpPositions positions) : positions_(positions) {}

  std::string take() { return std::move(out_); }

  void node(const Node* node) {
    bool was_first = is_first_;
    is_first_ = true;
    out_ += name_of(node->kind);
    out_ += '(';
    fields(node);
    bool has_span = node->kind != NodeKind::Module && node->kind != NodeKind::arguments &&
                    node->kind != NodeKind::comprehension && node->kind != NodeKind::withitem &&
                    node->kind != NodeKind::match_case;
    if (has_span && positions_ == DumpPositions::kYes) {
      number("lineno", node->span.line);
      number("col_offset", node->span.column);
      number("end_lineno", node->span.end_line);
      number("end_col_offset", node->span.end_column);
    }
    out_ += ')';
    is_first_ = was_first;
  }

 private:
  void name(const char* field) {
    if (!is_first_) out_ += ", ";
    is_first_ = false;
    out_ += field;
    out_ += '=';
  }
  void number(const char* field, std::uint32_t value) {
    name(field);
    out_ += std::to_string(value);
  }
  void text(const char* field, std::string_view value) {
    name(field);
    out_ += text::string_repr(value);
  }
  void optional_text(const char* field, std::string_view value) {
    if (!value.empty()) text(field, value);
  }
  void literal(const char* field, const char* value) {
    name(field);
    out_ += value;
  }
  void child(const char* field, const Node* value) {
    if (value == nullptr) return;
    name(field);
    node(value);
  }
  template <class T>
  void list(const char* field, const Seq<T*>& values) {
    name(field);
    out_ += '[';
    bool is_first = true;
    for (const T* value : values) {
      if (!is_first) out_ += ", ";
      is_first = false;
      if (value != nullptr) {
        node(value);
      } else {
        out_ += "None";
      }
    }
    out_ += ']';
  }
  void texts(const char* field, const Names& values) {
    name(field);
    out_ += '[';
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i > 0) out_ += ", ";
      out_ += text::string_repr(values[i]);
    }
    out_ += ']';
  }
  void context(Context ctx) { literal("ctx", kContexts[static_cast<int>(ctx)]); }

  template <class T>
  static const T& to(const Node* node) {
    return *static_cast<const T*>(node);
  }

  void fields(const Node* node);
  void statement_fields(const Node* node);
  void expression_fields(const Node* node);
  void pattern_fields(const Node* node);
  void function(const FunctionBase& node);
  void constant(const Constant& node);

  DumpPositions positions_;
  std::string out_;
  bool is_first_ = true;
};

void Dumper::fields(const Node* node) {
  switch (node->kind) {
    case NodeKind::Module:
      list("body", to<Module>(node).body);
      literal("type_ignores", "[]");
      return;
    case NodeKind::arguments: {
      const auto& part = to<arguments>(node);
      list("posonlyargs", part.posonlyargs);
      list("args", part.args);
      child("vararg", part.vararg);
      list("kwonlyargs", part.kwonlyargs);
      list("kw_defaults", part.kw_defaults);
      child("kwarg", part.kwarg);
      list("defaults", part.defaults);
      return;
    }
    case NodeKind::arg:
      text("arg", to<arg>(node).name);
      child("annotation", to<arg>(node).annotation);
      return;
    case NodeKind::keyword:
      optional_text("arg", to<keyword>(node).arg);
      child("value", to<keyword>(node).value);
      return;
    case NodeKind::alias:
      text("name", to<alias>(node).name);
      optional_text("asname", to<alias>(node).asname);
      return;
    case NodeKind::withitem:
      child("context_expr", to<withitem>(node).context_expr);
      child("optional_vars", to<withitem>(node).optional_vars);
      return;
    case NodeKind::comprehension:
      child("target", to<comprehension>(node).target);
      child("iter", to<comprehension>(node).iter);
      list("ifs", to<comprehension>(node).ifs);
      literal("is_async", to<comprehension>(node).is_async ? "1" : "0");
      return;
    case NodeKind::ExceptHandler:
      child("type", to<ExceptHandler>(node).type);
      optional_text("name", to<ExceptHandler>(node).name);
      list("body", to<ExceptHandler>(node).body);
      return;
    case NodeKind::match_case:
      child("pattern", to<match_case>(node).pattern);
      child("guard", to<match_case>(node).guard);
      list("body", to<match_case>(node).body);
      return;
    default:
      if (node->kind < NodeKind::BoolOp) {
        statement_fields(node);
      } else if (node->kind < NodeKind::MatchValue) {
        expression_fields(node);
      } else {
        pattern_fields(node);
      }
  }
}

void Dumper::function(const FunctionBase& node) {
  text("name", node.name);
  child("args", node.args);
  list("body", node.body);
  list("decorator_list", node.decorator_list);
  child("returns", node.returns);
}

void Dumper::statement_fields(const Node* node) {
  auto loop = [this](const ForBase& part) {
    child("target", part.target);
    child("iter", part.iter);
    list("body", part.body);
    list("orelse", part.orelse);
  };
  auto with = [this](const WithBase& part) {
    list("items", part.items);
    list("body", part.body);
  };
  auto attempt = [this](const TryBase& part) {
    list("body", part.body);
    list("handlers", part.handlers);
    list("orelse", part.orelse);
    list("finalbody", part.finalbody);
  };
  switch (node->kind) {
    case NodeKind::FunctionDef: return function(to<FunctionDef>(node));
    case NodeKind::AsyncFunctionDef: return function(to<AsyncFunctionDef>(node));
    case NodeKind::ClassDef: {
      const auto& part = to<ClassDef>(node);
      text("name", part.name);
      list("bases", part.bases);
      list("keywords", part.keywords);
      list("body", part.body);
      list("decorator_list", part.decorator_list);
      return;
    }
    case NodeKind::Return: return child("value", to<Return>(node).value);
    case NodeKind::Delete: return list("targets", to<Delete>(node).targets);
    case NodeKind::Assign: list("targets", to<Assign>(node).targets); return child("value", to<Assign>(node).value);
    case NodeKind::AugAssign:
      child("target", to<AugAssign>(node).target);
      literal("op", kOperators[static_cast<int>(to<AugAssign>(node).op)]);
      return child("value", to<AugAssign>(node).value);
    case NodeKind::AnnAssign:
      child("target", to<AnnAssign>(node).target);
      child("annotation", to<AnnAssign>(node).annotation);
      child("value", to<AnnAssign>(node).value);
      return literal("simple", to<AnnAssign>(node).simple ? "1" : "0");
    case NodeKind::For: return loop(to<For>(node));
    case NodeKind::AsyncFor: return loop(to<AsyncFor>(node));
    case NodeKind::While:
      child("test", to<While>(node).test);
      list("body", to<While>(node).body);
      return list("orelse", to<While>(node).orelse);
    case NodeKind::If:
      child("test", to<If>(node).test);
      list("body", to<If>(node).body);
      return list("orelse", to<If>(node).orelse);
    case NodeKind::With: return with(to<With>(node));
    case NodeKind::AsyncWith: return with(to<AsyncWith>(node));
    case NodeKind::Match: child("subject", to<Match>(node).subject); return list("cases", to<Match>(node).cases);
    case NodeKind::Raise: child("exc", to<Raise>(node).exc); return child("cause", to<Raise>(node).cause);
    case NodeKind::Try: return attempt(to<Try>(node));
    case NodeKind::TryStar: return attempt(to<TryStar>(node));
    case NodeKind::Assert: child("test", to<Assert>(node).test); return child("msg", to<Assert>(node).msg);
    case NodeKind::Import: return list("names", to<Import>(node).names);
    case NodeKind::ImportFrom:
      optional_text("module", to<ImportFrom>(node).module);
      list("names", to<ImportFrom>(node).names);
      return number("level", static_cast<std::uint32_t>(to<ImportFrom>(node).level));
    case NodeKind::Global: return texts("names", to<Global>(node).names);
    case NodeKind::Nonlocal: return texts("names", to<Nonlocal>(node).names);
    case NodeKind::Expr: return child("value", to<Expr>(node).value);
    default: return;  // Pass, Break, Continue
  }
}

void Dumper::constant(const Constant& node) {
  name("value");
  switch (node.type) {
    case ConstantKind::None: out_ += "None"; break;
    case ConstantKind::True: out_ += "True"; break;
    case ConstantKind::False: out_ += "False"; break;
    case ConstantKind::Ellipsis: out_ += "Ellipsis"; break;
    case ConstantKind::Int: out_ += node.base == 10 ? std::string(node.text) : to_decimal(node.text, node.base); break;
    case ConstantKind::Float: out_ += text::float_repr(node.number); break;
    case ConstantKind::Imaginary: {
      // A complex without a real part prints 3j, not 3.0j.
      std::string digits = text::float_repr(node.number);
      if (digits.size() > 2 && digits.substr(digits.size() - 2) == ".0") digits.resize(digits.size() - 2);
      out_ += digits + "j";
      break;
    }
    case ConstantKind::Str: out_ += text::string_repr(node.text); break;
    case ConstantKind::Bytes: out_ += text::bytes_repr(node.text); break;
  }
  if (node.u_prefix) text("kind", "u");
}

void Dumper::expression_fields(const Node* node) {
  auto comprehension_fields = [this](const ComprehensionBase& part) {
    child("elt", part.elt);
    list("generators", part.generators);
  };
  switch (node->kind) {
    case NodeKind::BoolOp:
      literal("op", kBoolOperators[static_cast<int>(to<BoolOp>(node).op)]);
      return list("values", to<BoolOp>(node).values);
    case NodeKind::NamedExpr:
      child("target", to<NamedExpr>(node).target);
      return child("value", to<NamedExpr>(node).value);
    case NodeKind::BinOp:
      child("left", to<BinOp>(node).left);
      literal("op", kOperators[static_cast<int>(to<BinOp>(node).op)]);
      return child("right", to<BinOp>(node).right);
    case NodeKind::UnaryOp:
      literal("op", kUnaryOperators[static_cast<int>(to<UnaryOp>(node).op)]);
      return child("operand", to<UnaryOp>(node).operand);
    case NodeKind::Lambda: child("args", to<Lambda>(node).args); return child("body", to<Lambda>(node).body);
    case NodeKind::IfExp:
      child("test", to<IfExp>(node).test);
      child("body", to<IfExp>(node).body);
      return child("orelse", to<IfExp>(node).orelse);
    case NodeKind::Dict: list("keys", to<Dict>(node).keys); return list("values", to<Dict>(node).values);
    case NodeKind::Set: return list("elts", to<Set>(node).elts);
    case NodeKind::ListComp: return comprehension_fields(to<ListComp>(node));
    case NodeKind::SetComp: return comprehension_fields(to<SetComp>(node));
    case NodeKind::GeneratorExp: return comprehension_fields(to<GeneratorExp>(node));
    case NodeKind::DictComp:
      child("key", to<DictComp>(node).elt);
      child("value", to<DictComp>(node).value);
      return list("generators", to<DictComp>(node).generators);
    case NodeKind::Await: return child("value", to<Await>(node).value);
    case NodeKind::Yield: return child("value", to<Yield>(node).value);
    case NodeKind::YieldFrom: return child("value", to<YieldFrom>(node).value);
    case NodeKind::Compare: {
      const auto& part = to<Compare>(node);
      child("left", part.left);
      name("ops");
      out_ += '[';
      for (std::size_t i = 0; i < part.ops.size(); ++i) {
        if (i > 0) out_ += ", ";
        out_ += kCompareOperators[static_cast<int>(part.ops[i])];
      }
      out_ += ']';
      return list("comparators", part.comparators);
    }
    case NodeKind::Call:
      child("func", to<Call>(node).func);
      list("args", to<Call>(node).args);
      return list("keywords", to<Call>(node).keywords);
    case NodeKind::FormattedValue:
      child("value", to<FormattedValue>(node).value);
      literal("conversion", std::to_string(to<FormattedValue>(node).conversion).c_str());
      return child("format_spec", to<FormattedValue>(node).format_spec);
    case NodeKind::JoinedStr: return list("values", to<JoinedStr>(node).values);
    case NodeKind::Constant: return constant(to<Constant>(node));
    case NodeKind::Attribute:
      child("value", to<Attribute>(node).value);
      text("attr", to<Attribute>(node).attr);
      return context(to<Attribute>(node).ctx);
    case NodeKind::Subscript:
      child("value", to<Subscript>(node).value);
      child("slice", to<Subscript>(node).slice);
      return context(to<Subscript>(node).ctx);
    case NodeKind::Starred: child("value", to<Starred>(node).value); return context(to<Starred>(node).ctx);
    case NodeKind::Name: text("id", to<Name>(node).id); return context(to<Name>(node).ctx);
    case NodeKind::List: list("elts", to<List>(node).elts); return context(to<List>(node).ctx);
    case NodeKind::Tuple: list("elts", to<Tuple>(node).elts); return context(to<Tuple>(node).ctx);
    case NodeKind::Slice:
      child("lower", to<Slice>(node).lower);
      child("upper", to<Slice>(node).upper);
      return child("step", to<Slice>(node).step);
    default: return;
  }
}

void Dumper::pattern_fields(const Node* node) {
  static constexpr const char* kSingletons[] = {"None", "True", "False"};
  switch (node->kind) {
    case NodeKind::MatchValue: return child("value", to<MatchValue>(node).value);
    case NodeKind::MatchSingleton:
      return literal("value", kSingletons[static_cast<int>(to<MatchSingleton>(node).value)]);
    case NodeKind::MatchSequence: return list("patterns", to<MatchSequence>(node).patterns);
    case NodeKind::MatchMapping:
      list("keys", to<MatchMapping>(node).keys);
      list("patterns", to<MatchMapping>(node).patterns);
      return optional_text("rest", to<MatchMapping>(node).rest);
    case NodeKind::MatchClass:
      child("cls", to<MatchClass>(node).cls);
      list("patterns", to<MatchClass>(node).patterns);
      texts("kwd_attrs", to<MatchClass>(node).kwd_attrs);
      return list("kwd_patterns", to<MatchClass>(node).kwd_patterns);
    case NodeKind::MatchStar: return optional_text("name", to<MatchStar>(node).name);
    case NodeKind::MatchAs:
      child("pattern", to<MatchAs>(node).pattern);
      return optional_text("name", to<MatchAs>(node).name);
    case NodeKind::MatchOr: return list("patterns", to<MatchOr>(node).patterns);
    default: return;
  }
}

}  // namespace

std::string dump(const ast::Module& module, DumpPositions positions) {
  Dumper dumper(positions);
  dumper.node(&module);
  return dumper.take();
}

}  // namespace waiter::python
