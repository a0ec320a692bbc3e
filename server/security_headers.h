#pragma once
// The headers that every answer carries, whatever it is.

#include "server/http_types.h"

namespace waiter::server {

void add_security_headers(Response& response);

}  // namespace waiter::server
