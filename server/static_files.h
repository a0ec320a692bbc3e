#pragma once
// One stored file as an answer: coding, validator, caching. A pure function; see respond.h.

#include <memory>

#include "server/file_store.h"
#include "server/http_types.h"

namespace waiter::server {

/// 200 with the file in the coding that suits the client, 304 where the client has it already, 406 where no coding
/// suits. REQUIRES: the request is a GET or a HEAD. The body is there for both.
[[nodiscard]] Response file_response(const Request& request, std::shared_ptr<const StoredFile> file);

}  // namespace waiter::server
