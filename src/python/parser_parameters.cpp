// The parameters of `def` and of `lambda`.

#include "python/parser_rules.h"

namespace waiter::python {

ast::arguments* Parser::parameters(Style style) {
  explain_with([&] { invalid_parameters(style); });
  if (failed_) return nullptr;
  return parameters_body(style);
}

ast::arguments* Parser::parameters_body(Style style) {
  Mark start = mark_;
  std::vector<Parameter> positional_only;
  std::vector<Parameter> plain;
  StarParameters star;
  if (slash_no_default(style, &positional_only)) {
    parameter_run(style, Default::kNone, &plain);
  } else if (positional_only.clear(); !slash_with_default(style, &positional_only)) {
    positional_only.clear();
    parameter_run(style, Default::kNone, &plain);
  }
  parameter_run(style, Default::kRequired, &plain);
  star_etc(style, &star);
  if (failed_) return nullptr;
  if (mark_ == start) return nullptr;
  return make_arguments(positional_only, plain, star);
}

ast::arguments* Parser::make_arguments(const std::vector<Parameter>& positional_only,
                                       const std::vector<Parameter>& plain, const StarParameters& star) {
  auto* node = make<ast::arguments>({});
  std::vector<Expression*> defaults;
  auto names = [&](const std::vector<Parameter>& list, std::vector<Expression*>* values, bool keep_missing) {
    std::vector<ast::arg*> result;
    for (const Parameter& parameter : list) {
      result.push_back(parameter.name);
      if (parameter.default_value != nullptr || keep_missing) values->push_back(parameter.default_value);
    }
    return arena_.copy(result);
  };
  node->posonlyargs = names(positional_only, &defaults, /*keep_missing=*/false);
  node->args = names(plain, &defaults, /*keep_missing=*/false);
  node->defaults = arena_.copy(defaults);
  node->vararg = star.vararg;
  std::vector<Expression*> keyword_defaults;
  node->kwonlyargs = names(star.keyword_only, &keyword_defaults, /*keep_missing=*/true);
  node->kw_defaults = arena_.copy(keyword_defaults);
  node->kwarg = star.kwarg;
  return node;
}

// '/' and what may follow it.
bool Parser::slash_end(Style style) {
  Mark start = mark_;
  if (accept(Kind::kSlash) && (accept(Kind::kComma) || at(closing(style)))) return true;
  return back_to(start);
}

bool Parser::slash_no_default(Style style, std::vector<Parameter>* out) {
  Mark start = mark_;
  out->clear();
  if (parameter_run(style, Default::kNone, out) && slash_end(style)) return true;
  return back_to(start);
}

bool Parser::slash_with_default(Style style, std::vector<Parameter>* out) {
  Mark start = mark_;
  out->clear();
  parameter_run(style, Default::kNone, out);
  if (parameter_run(style, Default::kRequired, out) && slash_end(style)) return true;
  return back_to(start);
}

bool Parser::star_etc(Style style, StarParameters* out) {
  Mark start = mark_;
  explain_with([&] { invalid_star_etc(style); });
  if (failed_) return false;
  if (accept(Kind::kStar)) {
    Mark after = mark_;
    Parameter vararg;
    bool has_vararg = one_parameter(style, Default::kNone, &vararg);
    if (!has_vararg && style == Style::kDef && !failed_) {
      mark_ = after;
      has_vararg = one_parameter(style, Default::kNone, &vararg, /*star_annotation=*/true);
    }
    if (has_vararg) {
      out->vararg = vararg.name;
      parameter_run(style, Default::kMaybe, &out->keyword_only);
      out->kwarg = keywords_parameter(style);
      return !failed_;
    }
    if (failed_) return false;
    mark_ = after;
    if (accept(Kind::kComma) && parameter_run(style, Default::kMaybe, &out->keyword_only)) {
      out->kwarg = keywords_parameter(style);
      return !failed_;
    }
    return back_to(start);
  }
  out->kwarg = keywords_parameter(style);
  return out->kwarg != nullptr;
}

ast::arg* Parser::keywords_parameter(Style style) {
  Mark start = mark_;
  explain_with([&] { invalid_keywords_parameter(style); });
  Parameter parameter;
  if (accept(Kind::kDoubleStar) && one_parameter(style, Default::kNone, &parameter)) return parameter.name;
  return back(start);
}

bool Parser::parameter_run(Style style, Default has_default, std::vector<Parameter>* out) {
  std::size_t count = out->size();
  Parameter parameter;
  while (one_parameter(style, has_default, &parameter)) {
    out->push_back(parameter);
    parameter = {};
  }
  return out->size() > count && !failed_;
}

// A parameter with the comma behind it, or the last one.
bool Parser::one_parameter(Style style, Default has_default, Parameter* out, bool star_annotation) {
  Mark start = mark_;
  out->name = parameter(style, star_annotation);
  if (out->name == nullptr) return back_to(start);
  out->default_value = nullptr;
  if (has_default != Default::kNone && !default_value(&out->default_value) && has_default == Default::kRequired) {
    return back_to(start);
  }
  if (failed_ || !parameter_end(style)) return back_to(start);
  return true;
}

bool Parser::parameter_end(Style style) {
  if (accept(Kind::kComma)) return true;
  return at(closing(style));
}

ast::arg* Parser::parameter(Style style, bool star_annotation) {
  Mark start = mark_;
  const Token* name = accept_name();
  if (name == nullptr) return nullptr;
  Expression* annotation = nullptr;
  if (style == Style::kDef) {
    Mark before = mark_;
    if (accept(Kind::kColon)) annotation = star_annotation ? star_expression() : expression();
    if (annotation == nullptr) {
      mark_ = before;
      if (star_annotation) return back(start);
    }
  }
  auto* node = make_from<ast::arg>(start);
  node->name = name_text(name);
  node->annotation = annotation;
  return node;
}

bool Parser::default_value(Expression** out) {
  Mark start = mark_;
  if (accept(Kind::kEqual)) {
    *out = expression();
    if (*out != nullptr) return true;
  }
  mark_ = start;
  explain_with([this] { invalid_default(); });
  return back_to(start);
}

}  // namespace waiter::python
