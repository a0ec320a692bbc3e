#include "python/not_run.h"

#include <algorithm>

#include <fmt/format.h>

namespace waiter::python {
namespace {

constexpr NotRun kSyntax[] = {
    {"complex numbers", "two floats in a tuple, or a small class, is the usual way"},
    {"metaclasses", "a class decorator or __init_subclass__ is the usual way"},
    {"barry_as_FLUFL", "'!=' is the usual way"},
};

constexpr NotRun kBuiltins[] = {
    {"breakpoint", "stopping at any instant of the picture is the usual way"},
    {"compile", "a function is the usual way"},
    {"complex", "two floats in a tuple, or a small class, is the usual way"},
    {"eval", "the expression itself, or a function, is the usual way"},
    {"exec", "the statements themselves, or a function, is the usual way"},
    {"help", "docs.python.org is the usual way"},
    {"input", "a variable at the program's top is the usual way"},
    {"open", "a string, or io.StringIO, is the usual way"},
};

constexpr std::string_view kNoFiles = "there are no files here, and a dict or io.StringIO is the usual way";
constexpr std::string_view kNoNetwork = "httpx is the usual way to other services";
constexpr std::string_view kNoProcesses = "asyncio tasks and threading are the usual way";
constexpr std::string_view kJson = "json is the usual way";

constexpr NotRun kModules[] = {
    {"aiofiles", kNoFiles},
    {"anyio", "asyncio is the usual way"},
    {"argparse", "a program here has no arguments, and variables at its top are the usual way"},
    {"array", "a list is the usual way"},
    {"ast", "a function is the usual way"},
    {"cProfile", "the timeline is the usual way"},
    {"calendar", "datetime is the usual way"},
    {"cmath", "math, with the two parts in a tuple, is the usual way"},
    {"code", "a function is the usual way"},
    {"codecs", "str.encode and bytes.decode are the usual way"},
    {"colorsys", "three floats are the usual way"},
    {"configparser", kJson},
    {"csv", "str.split is the usual way"},
    {"ctypes", "a program here is Python only"},
    {"curses", "print is the usual way"},
    {"dbm", kNoFiles},
    {"decimal", "int, counting the smallest unit, is the usual way"},
    {"difflib", "== and a loop over both are the usual way"},
    {"dis", "the timeline is the usual way"},
    {"dotenv", "variables at the program's top are the usual way"},
    {"email", "str methods are the usual way"},
    {"faulthandler", "the traceback is the usual way"},
    {"fileinput", kNoFiles},
    {"fractions", "float, or two ints, is the usual way"},
    {"ftplib", kNoNetwork},
    {"getpass", "there is nobody to type here, and a variable is the usual way"},
    {"gettext", "a dict of texts is the usual way"},
    {"glob", kNoFiles},
    {"gzip", kNoFiles},
    {"http.client", kNoNetwork},
    {"http.cookies", "FastAPI's Cookie is the usual way"},
    {"http.server", "FastAPI is the usual way"},
    {"imaplib", kNoNetwork},
    {"ipaddress", "str.split is the usual way"},
    {"jose", "hmac and base64, or a dict of tokens, is the usual way"},
    {"jwt", "hmac and base64, or a dict of tokens, is the usual way"},
    {"locale", "format specifications are the usual way"},
    {"logging.config", "logging.basicConfig, or handlers added to a logger, is the usual way"},
    {"logging.handlers", "logging.StreamHandler is the usual way"},
    {"mimetypes", "a dict of types is the usual way"},
    {"mmap", kNoFiles},
    {"multiprocessing", kNoProcesses},
    {"numpy", "lists and statistics are the usual way"},
    {"orjson", kJson},
    {"passlib", "hashlib is the usual way"},
    {"pathlib", kNoFiles},
    {"pdb", "stopping at any instant of the picture is the usual way"},
    {"pickle", kJson},
    {"pkgutil", "import is the usual way"},
    {"platform", "sys.version is the usual way"},
    {"poplib", kNoNetwork},
    {"profile", "the timeline is the usual way"},
    {"pydantic_settings", "a BaseModel with defaults is the usual way"},
    {"pytest", "assert, and asyncio.run for what is async, is the usual way"},
    {"readline", "there is nobody to type here"},
    {"redis", "a dict is the usual way"},
    {"runpy", "import is the usual way"},
    {"sched", "asyncio.sleep is the usual way"},
    {"select", "asyncio is the usual way"},
    {"selectors", "asyncio is the usual way"},
    {"shelve", kNoFiles},
    {"shutil", kNoFiles},
    {"signal", "asyncio.timeout and Task.cancel are the usual way"},
    {"smtplib", kNoNetwork},
    {"socket", "asyncio and FastAPI are the usual way"},
    {"socketserver", "FastAPI is the usual way"},
    {"sqlalchemy", "a dict is the usual way"},
    {"sqlite3", "a dict is the usual way"},
    {"sqlmodel", "a dict, and BaseModel, is the usual way"},
    {"sse_starlette", "StreamingResponse with media_type=\"text/event-stream\" is the usual way"},
    {"ssl", kNoNetwork},
    {"struct", "int.to_bytes and int.from_bytes are the usual way"},
    {"subprocess", kNoProcesses},
    {"tempfile", kNoFiles},
    {"timeit", "time.perf_counter is the usual way"},
    {"tkinter", "FastAPI and print are the usual way"},
    {"tracemalloc", "the counters of the timeline are the usual way"},
    {"turtle", "print is the usual way"},
    {"unicodedata", "str methods are the usual way"},
    {"unittest", "assert is the usual way"},
    {"urllib.request", kNoNetwork},
    {"uvloop", "asyncio is the usual way"},
    {"websockets", "FastAPI's WebSocket is the usual way"},
    {"xml", kJson},
    {"xmlrpc", kNoNetwork},
    {"zipfile", kNoFiles},
    {"zlib", "bytes as they are is the usual way"},
    {"zoneinfo", "datetime.timezone is the usual way"},
};

/// What is the usual way instead of a name of a module that is run, or of any of its names.
constexpr NotRun kUsualWays[] = {
    {"sys.stdin", "a variable at the program's top is the usual way"},
    {"sys.settrace", "the timeline is the usual way"},
    {"sys.setprofile", "the timeline is the usual way"},
    {"hashlib", "sha256 is the usual way"},
    {"os", "there are no files and processes here, and a dict, io.StringIO and asyncio tasks are the usual ways"},
};

std::string_view instead_of(std::string_view module, std::string_view name) {
  const std::string full = fmt::format("{}.{}", module, name);
  for (const NotRun& each : kUsualWays)
    if (each.name == full || each.name == module) return each.instead;
  return {};
}

struct ModuleNames {
  std::string_view module;
  std::string_view names;
};

constexpr ModuleNames kNames[] = {
#include "python/names_not_run.inc"
};

}  // namespace

std::span<const NotRun> not_run_syntax() { return kSyntax; }
std::span<const NotRun> not_run_builtins() { return kBuiltins; }
std::span<const NotRun> not_run_modules() { return kModules; }

std::string_view names_not_run(std::string_view module) {
  const auto* found = std::find_if(std::begin(kNames), std::end(kNames), [&](const ModuleNames& each) { return each.module == module; });
  return found == std::end(kNames) ? std::string_view() : found->names;
}

bool is_name_not_run(std::string_view module, std::string_view name) {
  const std::string_view names = names_not_run(module);
  for (std::size_t at = names.find(name); at != std::string_view::npos; at = names.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || names[at - 1] == ' ') && (end == names.size() || names[end] == ' ')) return true;
  }
  return false;
}

std::string refusal(std::string_view what, std::string_view instead, std::uint32_t line) {
  std::string sentence = fmt::format("One Waiter does not run {} yet", what);
  if (line != 0) sentence += fmt::format(" (line {})", line);
  if (!instead.empty()) sentence += fmt::format(": {}", instead);
  return sentence;
}

std::string refusal_of_module(std::string_view module, std::uint32_t line) {
  for (const NotRun& each : kModules) {
    const bool is_it = module == each.name || (module.starts_with(each.name) && module[each.name.size()] == '.');
    if (is_it) return refusal(fmt::format("the module {}", each.name), each.instead, line);
  }
  return {};
}

std::string refusal_of_builtin(std::string_view name, std::uint32_t line) {
  for (const NotRun& each : kBuiltins)
    if (name == each.name) return refusal(fmt::format("{}()", name), each.instead, line);
  return {};
}

std::string refusal_of_name(std::string_view module, std::string_view name, std::uint32_t line) {
  return is_name_not_run(module, name) ? refusal(fmt::format("{}.{}", module, name), instead_of(module, name), line) : std::string();
}

}  // namespace waiter::python
