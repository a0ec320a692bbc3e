#include "python/fstring.h"

#include "python/parser_rules.h"

namespace waiter::python {

namespace {

/// A format specification may hold expressions, but those hold no further specification: CPython's limit.
constexpr int kSpecDepthMax = 2;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f';
}
bool is_space(char c) {
  return is_blank(c) || c == '\v' || c == '\r';
}

}  // namespace

FStringReader::FStringReader(Parser& parser, const Token& token, Span whole, bool is_u, std::string_view body,
                             bool is_raw)
    : parser_(parser), token_(token), whole_(whole), is_u_(is_u), body_(body), is_raw_(is_raw) {}

bool FStringReader::fail(std::string message) {
  parser_.raise(std::move(message));
  return false;
}

bool FStringReader::read(std::string* text, std::vector<ast::Expression*>* values) {
  if (!read_parts(0, text, values)) return false;
  if (position_ < body_.size()) return fail("f-string: unexpected end of string");
  return true;
}

bool FStringReader::read_parts(int level, std::string* text, std::vector<ast::Expression*>* values) {
  for (;;) {
    Literal literal = read_literal(level, text);
    if (literal == Literal::kFailed) return false;
    if (literal == Literal::kGoesOn) continue;
    if (position_ >= body_.size() || body_[position_] == '}') return true;
    if (!read_expression(level, text, values)) return false;
  }
}

// Text up to a brace or the end. A doubled brace ends a piece as well, and is one brace.
FStringReader::Literal FStringReader::read_literal(int level, std::string* text) {
  std::size_t start = position_;
  std::size_t s = start;
  Literal result = Literal::kEnds;
  std::size_t next = 0;
  for (;;) {
    if (s >= body_.size()) {
      next = s;
      break;
    }
    char c = body_[s++];
    if (!is_raw_ && c == '\\' && s < body_.size()) {
      c = body_[s++];
      if (c == 'N') {
        if (s < body_.size() && body_[s++] == '{') {
          while (s < body_.size() && body_[s++] != '}') {
          }
          continue;
        }
        next = s;
        break;
      }
    }
    if (c != '{' && c != '}') continue;
    if (level == 0) {
      if (s < body_.size() && body_[s] == c) {
        next = s + 1;
        result = Literal::kGoesOn;
        break;
      }
      if (c == '}') {
        fail("f-string: single '}' is not allowed");
        return Literal::kFailed;
      }
    }
    next = --s;
    break;
  }
  std::string_view piece = body_.substr(start, s - start);
  position_ = next;
  if (is_raw_) {
    *text += piece;
  } else if (!parser_.decode(piece, /*is_bytes=*/false, text)) {
    return Literal::kFailed;
  }
  return result;
}

bool FStringReader::read_expression(int level, std::string* text, std::vector<ast::Expression*>* values) {
  if (level >= kSpecDepthMax) return fail("f-string: expressions nested too deeply");
  std::size_t start = ++position_;
  if (!find_expression_end()) return false;
  if (position_ >= body_.size()) return fail_at_end();
  ast::Expression* value = parse_expression(start, position_);
  if (value == nullptr) return false;

  bool shows_text = false;
  if (at(position_) == '=') {
    ++position_;
    while (is_space(at(position_))) ++position_;
    *text += body_.substr(start, position_ - start);
    shows_text = true;
  }
  int conversion = -1;
  if (at(position_) == '!') {
    if (++position_ >= body_.size()) return fail_at_end();
    conversion = static_cast<unsigned char>(body_[position_++]);
    if (conversion != 's' && conversion != 'r' && conversion != 'a') {
      return fail("f-string: invalid conversion character: expected 's', 'r', or 'a'");
    }
  }
  if (position_ >= body_.size()) return fail_at_end();
  ast::Expression* spec = nullptr;
  if (body_[position_] == ':') {
    if (++position_ >= body_.size()) return fail_at_end();
    spec = read_format_spec(level);
    if (spec == nullptr) return false;
  }
  if (at(position_) != '}') return fail_at_end();
  ++position_;
  if (shows_text && spec == nullptr && conversion == -1) conversion = 'r';
  parser_.flush_text(text, whole_, is_u_, values);
  auto* node = parser_.make<ast::FormattedValue>(whole_);
  node->value = value;
  node->conversion = conversion;
  node->format_spec = spec;
  values->push_back(node);
  return true;
}

// The specification's own span, and that of the text it ends with, is the token's: so it is in CPython.
ast::Expression* FStringReader::read_format_spec(int level) {
  std::string text;
  std::vector<ast::Expression*> values;
  if (!read_parts(level + 1, &text, &values)) return nullptr;
  parser_.flush_text(&text, token_.span, is_u_, &values);
  auto* node = parser_.make<ast::JoinedStr>(token_.span);
  node->values = parser_.arena_.copy(values);
  return node;
}

// Goes to the '!', ':', '=' or '}' that ends an expression, over strings and brackets. What it does not see as wrong,
// the expression's own parser will.
bool FStringReader::find_expression_end() {
  brackets_.clear();
  char quote = 0;
  bool is_triple = false;
  for (; position_ < body_.size(); ++position_) {
    char c = body_[position_];
    bool is_tripled = at(position_ + 1) == c && position_ + 2 < body_.size() && body_[position_ + 2] == c;
    if (c == '\\') return fail("f-string expression part cannot include a backslash");
    if (quote != 0) {
      if (c != quote || (is_triple && !is_tripled)) continue;
      if (is_triple) position_ += 2;
      quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
      is_triple = is_tripled;
      if (is_triple) position_ += 2;
    } else if (c == '[' || c == '{' || c == '(') {
      if (static_cast<int>(brackets_.size()) >= kBracketDepthMax) return fail("f-string: too many nested parenthesis");
      brackets_ += c;
    } else if (c == '#') {
      return fail("f-string expression part cannot include '#'");
    } else if (brackets_.empty() && std::string_view("!:}=<>").find(c) != std::string_view::npos) {
      bool makes_comparison = at(position_ + 1) == '=' && (c == '!' || c == '=' || c == '<' || c == '>');
      if (makes_comparison) {
        ++position_;
        continue;
      }
      if (c != '<' && c != '>') break;
    } else if (c == ']' || c == '}' || c == ')') {
      if (!close_bracket(c)) return false;
    }
  }
  if (quote != 0) return fail("f-string: unterminated string");
  if (!brackets_.empty()) return fail(std::string("f-string: unmatched '") + brackets_.back() + "'");
  return true;
}

bool FStringReader::close_bracket(char bracket) {
  if (brackets_.empty()) return fail(std::string("f-string: unmatched '") + bracket + "'");
  char open = brackets_.back();
  brackets_.pop_back();
  char expected = open == '(' ? ')' : open == '[' ? ']' : '}';
  if (bracket == expected) return true;
  return fail(std::string("f-string: closing parenthesis '") + bracket + "' does not match opening parenthesis '" +
              open + "'");
}

// Parsed in parentheses, which allow leading blanks and line ends within. They take the places of the brace and of
// what ends the expression.
ast::Expression* FStringReader::parse_expression(std::size_t start, std::size_t end) {
  std::string_view inside = body_.substr(start, end - start);
  bool is_empty = true;
  for (char c : inside) is_empty = is_empty && is_blank(c);
  if (is_empty) {
    char next = body_[end];
    if (next == '!' || next == ':' || next == '=') {
      fail(std::string("f-string: expression required before '") + next + "'");
    } else {
      fail("f-string: empty expression not allowed");
    }
    return nullptr;
  }
  std::string_view before(token_.text.data(), static_cast<std::size_t>(body_.data() + start - 1 - token_.text.data()));
  Lexer::Origin origin{static_cast<int>(token_.span.line), static_cast<int>(token_.span.column)};
  for (char c : before) {
    if (c == '\n') {
      ++origin.line;
      origin.column = 0;
    } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      ++origin.column;
    }
  }
  std::string in_parentheses;
  in_parentheses += '(';
  in_parentheses += inside;
  in_parentheses += ")\n";
  Parser inner(parser_.arena_.copy(std::string_view(in_parentheses)), origin, Parser::Start::kFormatted,
               parser_.depth_ + 1, parser_.arena_);
  ast::Expression* result = inner.parse_formatted();
  if (result == nullptr) {
    // CPython counts the columns of its excerpt from the brace, unless a line end follows the brace.
    std::size_t first = inside.find_first_not_of(" \t\f");
    bool begins_new_line = first != std::string_view::npos && inside[first] == '\n';
    int token_column = origin.line == static_cast<int>(token_.span.line) ? static_cast<int>(token_.span.column) : 0;
    parser_.adopt_error(inner, begins_new_line ? token_column : origin.column);
  }
  return result;
}

// --- \N{...} ---

namespace {

struct NamedCharacter {
  std::string_view name;
  char32_t character;
};

// The ones that programs write. The whole of Unicode's names would be half a megabyte.
constexpr NamedCharacter kNamedCharacters[] = {
    {"BLACK HEART SUIT", 0x2665},
    {"BLACK STAR", 0x2605},
    {"BULLET", 0x2022},
    {"CENT SIGN", 0xA2},
    {"CHECK MARK", 0x2713},
    {"COPYRIGHT SIGN", 0xA9},
    {"DEGREE SIGN", 0xB0},
    {"DIVISION SIGN", 0xF7},
    {"DOWNWARDS ARROW", 0x2193},
    {"EM DASH", 0x2014},
    {"EN DASH", 0x2013},
    {"EURO SIGN", 0x20AC},
    {"GREATER-THAN OR EQUAL TO", 0x2265},
    {"GREEK CAPITAL LETTER DELTA", 0x394},
    {"GREEK CAPITAL LETTER OMEGA", 0x3A9},
    {"GREEK CAPITAL LETTER SIGMA", 0x3A3},
    {"GREEK SMALL LETTER ALPHA", 0x3B1},
    {"GREEK SMALL LETTER BETA", 0x3B2},
    {"GREEK SMALL LETTER GAMMA", 0x3B3},
    {"GREEK SMALL LETTER DELTA", 0x3B4},
    {"GREEK SMALL LETTER LAMDA", 0x3BB},
    {"GREEK SMALL LETTER MU", 0x3BC},
    {"GREEK SMALL LETTER PI", 0x3C0},
    {"GREEK SMALL LETTER SIGMA", 0x3C3},
    {"HEAVY CHECK MARK", 0x2714},
    {"HORIZONTAL ELLIPSIS", 0x2026},
    {"HOT BEVERAGE", 0x2615},
    {"INFINITY", 0x221E},
    {"LATIN SMALL LETTER A WITH DIAERESIS", 0xE4},
    {"LATIN SMALL LETTER C WITH CEDILLA", 0xE7},
    {"LATIN SMALL LETTER E WITH ACUTE", 0xE9},
    {"LATIN SMALL LETTER E WITH GRAVE", 0xE8},
    {"LATIN SMALL LETTER N WITH TILDE", 0xF1},
    {"LATIN SMALL LETTER O WITH DIAERESIS", 0xF6},
    {"LATIN SMALL LETTER SHARP S", 0xDF},
    {"LATIN SMALL LETTER U WITH DIAERESIS", 0xFC},
    {"LEFT CURLY BRACKET", 0x7B},
    {"LEFTWARDS ARROW", 0x2190},
    {"LESS-THAN OR EQUAL TO", 0x2264},
    {"MICRO SIGN", 0xB5},
    {"MULTIPLICATION SIGN", 0xD7},
    {"NO-BREAK SPACE", 0xA0},
    {"NOT EQUAL TO", 0x2260},
    {"PLUS-MINUS SIGN", 0xB1},
    {"POUND SIGN", 0xA3},
    {"RIGHT CURLY BRACKET", 0x7D},
    {"RIGHTWARDS ARROW", 0x2192},
    {"SECTION SIGN", 0xA7},
    {"SNAKE", 0x1F40D},
    {"SNOWMAN", 0x2603},
    {"UPWARDS ARROW", 0x2191},
    {"YEN SIGN", 0xA5},
    {"ZERO WIDTH SPACE", 0x200B},
};

}  // namespace

char32_t character_named(std::string_view name) {
  std::string upper;
  for (char c : name) upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  for (const NamedCharacter& entry : kNamedCharacters) {
    if (entry.name == upper) return entry.character;
  }
  return 0;
}

}  // namespace waiter::python
