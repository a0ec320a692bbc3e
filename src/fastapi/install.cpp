#include "fastapi/install.h"

#include "fastapi/prelude_files.h"
#include "python/prelude.h"

namespace waiter::fastapi {

void install() {
  for (const prelude::EmbeddedFile& file : prelude::embedded_files()) {
    // "prelude/fastapi.routing.py" is the module fastapi.routing.
    const std::size_t begin = file.name.rfind('/') + 1;
    python::add_prelude(file.name.substr(begin, file.name.size() - begin - 3), file.text);
  }
}

}  // namespace waiter::fastapi
