#include "python/parser.h"

#include "python/parser_rules.h"

namespace waiter::python {

Parser::Parser(std::string_view source, Lexer::Origin origin, Start start, int depth, Arena& arena)
    : arena_(arena), source_(source), lexer_(source, origin), origin_(origin), start_(start), depth_(depth) {}

// --- tokens ---

const Token& Parser::peek() {
  static constexpr Token kNothing;
  if (failed_) return kNothing;
  if (mark_ == tokens_.size()) {
    tokens_.push_back(arena_.make(lexer_.next()));
    memo_heads_.push_back(-1);
    if (tokens_.back()->kind == Kind::kError) {
      raise_lexer_error();
      return kNothing;
    }
  }
  return *tokens_[mark_];
}

bool Parser::at_any(std::initializer_list<Kind> kinds) {
  Kind here = peek().kind;
  for (Kind kind : kinds) {
    if (kind == here) return true;
  }
  return false;
}

const Token* Parser::accept(Kind kind) {
  const Token& token = peek();
  if (token.kind != kind) return nullptr;
  ++mark_;
  return &token;
}

const Token* Parser::accept_any(std::initializer_list<Kind> kinds) {
  if (!at_any(kinds)) return nullptr;
  return tokens_[mark_++];
}

const Token* Parser::accept_soft(std::string_view keyword) {
  const Token& token = peek();
  if (token.kind != Kind::kName || token.text != keyword) return nullptr;
  ++mark_;
  return &token;
}

const Token* Parser::force(Kind kind) {
  const Token& token = peek();
  if (failed_) return nullptr;
  if (token.kind != kind) return raise_at(token.span, "expected '" + std::string(name_of(kind)) + "'");
  ++mark_;
  return &token;
}

// From the token at `start` to the last one that was taken, line ends and indentation left out.
Span Parser::span_from(Mark start) const {
  Mark last = mark_;
  while (last > start + 1) {
    Kind kind = tokens_[last - 1]->kind;
    if (kind != Kind::kEndMarker && kind != Kind::kNewline && kind != Kind::kIndent && kind != Kind::kDedent) break;
    --last;
  }
  return join(tokens_[start]->span, tokens_[last > start ? last - 1 : start]->span);
}

// --- remembering ---

bool Parser::recall(Rule rule, void** result) {
  if (failed_ || mark_ >= memo_heads_.size()) return false;
  for (int i = memo_heads_[mark_]; i >= 0; i = memo_[static_cast<std::size_t>(i)].next) {
    const Remembered& entry = memo_[static_cast<std::size_t>(i)];
    if (entry.rule != rule) continue;
    *result = entry.result;
    mark_ = entry.end;
    return true;
  }
  return false;
}

void Parser::remember(Rule rule, Mark start, void* result) {
  if (failed_ || start >= memo_heads_.size()) return;
  memo_.push_back({rule, mark_, result, memo_heads_[start]});
  memo_heads_[start] = static_cast<int>(memo_.size()) - 1;
}

void Parser::forget(Mark start, std::size_t kept) {
  if (is_second_pass_ || failed_) return;
  for (Mark at = start; at < memo_heads_.size(); ++at)
    while (memo_heads_[at] >= static_cast<int>(kept)) memo_heads_[at] = memo_[static_cast<std::size_t>(memo_heads_[at])].next;
  memo_.resize(kept);
}

bool Parser::Deeper::is_too_deep() {
  if (parser_.depth_ <= kNestingMax) return false;
  parser_.raise("parser stack overflow", DiagnosticType::kMemoryError);
  return true;
}

// --- a whole parse ---

template <class F>
auto Parser::run(F start_rule) -> decltype(start_rule()) {
  auto result = start_rule();
  if (result != nullptr && !failed_) return result;
  if (failed_) {
    if (!error_from_lexer_) check_remaining_tokens();
    return nullptr;
  }
  const Token* furthest = tokens_.back();
  memo_.clear();
  memo_heads_.assign(tokens_.size(), -1);
  mark_ = 0;
  explaining_ = is_second_pass_ = true;
  start_rule();
  explain(furthest);
  return nullptr;
}

ast::Module* Parser::parse_file() {
  return run([this] { return file(); });
}

ast::Expression* Parser::parse_formatted() {
  return run([this] { return star_expressions(); });
}

namespace {

Span to_span(const ErrorPlace& place) {
  auto column = [](int offset) { return static_cast<std::uint32_t>(offset > 0 ? offset - 1 : 0); };
  Span span;
  span.line = static_cast<std::uint32_t>(place.line);
  span.column = place.offset <= 0 ? kNoCaret : column(place.offset);
  if (place.end_offset > 0) {
    span.end_line = static_cast<std::uint32_t>(place.end_line);
    span.end_column = column(place.end_offset);
  }
  return span;
}

}  // namespace

ParseResult parse(std::string_view source, std::string_view filename, Arena& arena) {
  (void)filename;  // Messages do not name the file; whoever shows them knows it.
  ParseResult result;
  auto fail = [&](const LexerError& error) {
    Diagnostic diagnostic{error.type, error.message, to_span(error.place), error.excerpt, {}, error.shown_in_characters};
    if (!error.excerpt.empty()) diagnostic.excerpt_span = to_span(error.excerpt_place);
    result.diagnostics.push_back(std::move(diagnostic));
  };
  if (source.find('\0') != std::string_view::npos) {
    fail({DiagnosticType::kSyntaxError, "source code string cannot contain null bytes", {}, {}, {}});
  } else {
    Parser parser(normalise_source(source, arena), {}, Parser::Start::kFile, 0, arena);
    result.module = parser.parse_file();
    if (result.module == nullptr) fail(parser.error());
  }
  if (result.module == nullptr) {
    ast::Module empty{};
    empty.kind = ast::NodeKind::Module;
    result.module = arena.make(empty);
  }
  return result;
}

}  // namespace waiter::python
