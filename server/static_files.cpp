#include "server/static_files.h"

#include <string>
#include <utility>

#include "server/accept_encoding.h"

namespace waiter::server {
namespace {

std::string_view bytes_in(const StoredFile& file, Coding coding) {
  switch (coding) {
    case Coding::gzip: return *file.gzip;
    case Coding::brotli: return *file.brotli;
    case Coding::identity: break;
  }
  return file.bytes;
}

/// Each coding is a representation of its own and has its own strong validator.
std::string etag_of(const StoredFile& file, Coding coding) {
  std::string etag = "\"" + file.content_hash;
  if (coding != Coding::identity) etag.append("-").append(coding_name(coding));
  return etag + "\"";
}

/// If-None-Match: "*", or a list of validators compared without their weakness mark (RFC 9110, 13.1.2).
bool matches(std::string_view if_none_match, std::string_view etag) {
  std::size_t at = 0;
  while ((at = if_none_match.find_first_not_of(" \t,", at)) != std::string_view::npos) {
    if (if_none_match[at] == '*') return true;
    if (if_none_match.substr(at, 2) == "W/") at += 2;
    if (if_none_match.substr(at, etag.size()) == etag) return true;
    const std::size_t open = if_none_match.find('"', at);
    const std::size_t close = open == std::string_view::npos ? open : if_none_match.find('"', open + 1);
    if (close == std::string_view::npos) return false;
    at = close + 1;
  }
  return false;
}

/// A header that may come in several lines, as the one list that it is.
std::string joined(const Request& request, http::field name) {
  std::string list;
  const auto [begin, end] = request.equal_range(name);
  for (auto it = begin; it != end; ++it) {
    if (!list.empty()) list += ", ";
    list += std::string_view(it->value());
  }
  return list;
}

}  // namespace

Response file_response(const Request& request, std::shared_ptr<const StoredFile> file) {
  Response response;
  auto& message = response.message;
  const CodingsOnOffer on_offer{.gzip = file->gzip.has_value(), .brotli = file->brotli.has_value()};
  if (on_offer.gzip || on_offer.brotli) message.set(http::field::vary, "Accept-Encoding");

  const auto coding = choose_coding(joined(request, http::field::accept_encoding), on_offer);
  if (!coding) {
    message.result(http::status::not_acceptable);
    response.set_text("This file is not available in any coding that the request accepts.\n",
                      "text/plain; charset=utf-8");
    return response;
  }

  const std::string etag = etag_of(*file, *coding);
  message.set(http::field::etag, etag);
  // A name made from the content may be kept for ever; any other is asked for again, which a 304 makes cheap.
  // A file caught while it was being written must not be kept, whatever its name.
  const bool immutable = file->name_has_hash && file->settled;
  message.set(http::field::cache_control, immutable ? "public, max-age=31536000, immutable" : "no-cache");

  if (matches(joined(request, http::field::if_none_match), etag)) {
    message.result(http::status::not_modified);
    return response;
  }
  message.result(http::status::ok);
  message.set(http::field::content_type, file->type.name);
  if (*coding != Coding::identity) message.set(http::field::content_encoding, coding_name(*coding));
  const std::string_view bytes = bytes_in(*file, *coding);
  response.set_body(bytes, std::move(file));
  return response;
}

}  // namespace waiter::server
