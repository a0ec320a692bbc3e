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
constexpr std::string_view kNoArguments = "a program here has no arguments, and variables at its top are the usual way";
constexpr std::string_view kNoPackages = "a program here has what is built in, and its own files";
constexpr std::string_view kNobodyTypes = "there is nobody to type here, and a variable is the usual way";
constexpr std::string_view kStops = "stopping at any instant of the picture is the usual way";
constexpr std::string_view kStreams = "asyncio.open_connection and asyncio.start_server are the usual way";
constexpr std::string_view kSound = "a program here makes no sound, and bytes are the usual way";
constexpr std::string_view kJson = "json is the usual way";
constexpr std::string_view kRe = "re is the usual way";

constexpr NotRun kModules[] = {
    {"aifc", kSound},
    {"aiofiles", kNoFiles},
    {"aioredis", "a dict is the usual way"},
    {"aiosqlite", "a dict is the usual way"},
    {"antigravity", "a browser is the usual way"},
    {"anyio", "asyncio is the usual way"},
    {"argparse", kNoArguments},
    {"array", "a list is the usual way"},
    {"ast", "a function is the usual way"},
    {"async_timeout", "asyncio.timeout is the usual way"},
    {"asynchat", kStreams},
    {"asyncore", kStreams},
    {"asyncpg", "a dict is the usual way"},
    {"attr", "dataclasses is the usual way"},
    {"attrs", "dataclasses is the usual way"},
    {"audioop", kSound},
    {"bcrypt", "hashlib is the usual way"},
    {"bdb", kStops},
    {"boto3", kNoNetwork},
    {"bs4", "re is the usual way"},
    {"bz2", "bytes as they are is the usual way"},
    {"cachetools", "functools.lru_cache is the usual way"},
    {"calendar", "datetime is the usual way"},
    {"celery", "BackgroundTasks, or an asyncio task, is the usual way"},
    {"cgi", "FastAPI is the usual way"},
    {"cgitb", "traceback is the usual way"},
    {"chunk", kNoFiles},
    {"click", kNoArguments},
    {"cmath", "math, with the two parts in a tuple, is the usual way"},
    {"cmd", kNobodyTypes},
    {"code", "a function is the usual way"},
    {"codecs", "str.encode and bytes.decode are the usual way"},
    {"codeop", "a function is the usual way"},
    {"colorsys", "three floats are the usual way"},
    {"compileall", "import is the usual way"},
    {"configparser", kJson},
    {"copyreg", "copy, with __copy__ and __deepcopy__, is the usual way"},
    {"cProfile", "the timeline is the usual way"},
    {"crypt", "hashlib is the usual way"},
    {"cryptography", "hashlib and hmac are the usual way"},
    {"csv", "str.split is the usual way"},
    {"ctypes", "a program here is Python only"},
    {"curio", "asyncio is the usual way"},
    {"curses", "print is the usual way"},
    {"databases", "a dict is the usual way"},
    {"dateutil", "datetime is the usual way"},
    {"dbm", kNoFiles},
    {"decimal", "int, counting the smallest unit, is the usual way"},
    {"difflib", "== and a loop over both are the usual way"},
    {"dis", "the timeline is the usual way"},
    {"distutils", "import is the usual way"},
    {"django", "FastAPI is the usual way"},
    {"doctest", "assert is the usual way"},
    {"dotenv", "variables at the program's top are the usual way"},
    {"email", "str methods are the usual way"},
    {"encodings", "str.encode and bytes.decode are the usual way"},
    {"ensurepip", kNoPackages},
    {"faulthandler", "the traceback is the usual way"},
    {"fcntl", kNoFiles},
    {"filecmp", kNoFiles},
    {"fileinput", kNoFiles},
    {"flask", "FastAPI is the usual way"},
    {"fnmatch", "re, or str.startswith and str.endswith, is the usual way"},
    {"fractions", "float, or two ints, is the usual way"},
    {"ftplib", kNoNetwork},
    {"genericpath", kNoFiles},
    {"getopt", kNoArguments},
    {"getpass", kNobodyTypes},
    {"gettext", "a dict of texts is the usual way"},
    {"gevent", "asyncio is the usual way"},
    {"glob", kNoFiles},
    {"grp", kNoProcesses},
    {"grpc", kNoNetwork},
    {"gunicorn", "uvicorn.run is the usual way"},
    {"gzip", kNoFiles},
    {"html.parser", "re is the usual way"},
    {"http.client", kNoNetwork},
    {"http.cookies", "FastAPI's Cookie is the usual way"},
    {"http.server", "FastAPI is the usual way"},
    {"hypercorn", "uvicorn.run is the usual way"},
    {"hypothesis", "random is the usual way"},
    {"idlelib", kNobodyTypes},
    {"imaplib", kNoNetwork},
    {"imghdr", kNoFiles},
    {"imp", "import is the usual way"},
    {"ipaddress", "str.split is the usual way"},
    {"itsdangerous", "hmac and base64 are the usual way"},
    {"janus", "queue, or asyncio.Queue, is the usual way"},
    {"jose", "hmac and base64, or a dict of tokens, is the usual way"},
    {"jwt", "hmac and base64, or a dict of tokens, is the usual way"},
    {"lib2to3", "a function is the usual way"},
    {"linecache", "traceback is the usual way"},
    {"locale", "format specifications are the usual way"},
    {"logging.config", "logging.basicConfig, or handlers added to a logger, is the usual way"},
    {"logging.handlers", "logging.StreamHandler is the usual way"},
    {"loguru", "logging is the usual way"},
    {"lxml", kJson},
    {"lzma", "bytes as they are is the usual way"},
    {"mailbox", kNoFiles},
    {"mailcap", kNoFiles},
    {"marshal", kJson},
    {"matplotlib", "print is the usual way"},
    {"mimetypes", "a dict of types is the usual way"},
    {"mmap", kNoFiles},
    {"modulefinder", "import is the usual way"},
    {"more_itertools", "itertools is the usual way"},
    {"motor", "a dict is the usual way"},
    {"multiprocessing", kNoProcesses},
    {"nest_asyncio", "await instead of a second asyncio.run is the usual way"},
    {"netrc", kNoFiles},
    {"nis", kNoNetwork},
    {"nntplib", kNoNetwork},
    {"ntpath", kNoFiles},
    {"nturl2path", kNoFiles},
    {"numpy", "lists and statistics are the usual way"},
    {"opcode", "the timeline is the usual way"},
    {"optparse", kNoArguments},
    {"orjson", kJson},
    {"pandas", "lists, dicts and statistics are the usual way"},
    {"passlib", "hashlib is the usual way"},
    {"pathlib", kNoFiles},
    {"pdb", kStops},
    {"pickle", kJson},
    {"pickletools", kJson},
    {"PIL", "bytes are the usual way"},
    {"pipes", kNoProcesses},
    {"pkgutil", "import is the usual way"},
    {"platform", "sys.version is the usual way"},
    {"plistlib", kJson},
    {"poplib", kNoNetwork},
    {"posix", kNoFiles},
    {"posixpath", kNoFiles},
    {"profile", "the timeline is the usual way"},
    {"pstats", "the timeline is the usual way"},
    {"psutil", "the counters of the timeline are the usual way"},
    {"psycopg2", "a dict is the usual way"},
    {"pty", kNoProcesses},
    {"pwd", kNoProcesses},
    {"py_compile", "import is the usual way"},
    {"pyclbr", "inspect is the usual way"},
    {"pydantic_settings", "a BaseModel with defaults is the usual way"},
    {"pydoc", "docs.python.org is the usual way"},
    {"pydoc_data", "docs.python.org is the usual way"},
    {"pyexpat", kJson},
    {"pymongo", "a dict is the usual way"},
    {"pytest", "assert, and asyncio.run for what is async, is the usual way"},
    {"pytz", "datetime.timezone is the usual way"},
    {"quart", "FastAPI is the usual way"},
    {"quopri", "base64 is the usual way"},
    {"readline", kNobodyTypes},
    {"redis", "a dict is the usual way"},
    {"resource", "the counters of the timeline are the usual way"},
    {"rich", "print is the usual way"},
    {"rlcompleter", kNobodyTypes},
    {"runpy", "import is the usual way"},
    {"sanic", "FastAPI is the usual way"},
    {"sched", "asyncio.sleep is the usual way"},
    {"scipy", "math and statistics are the usual way"},
    {"select", "asyncio is the usual way"},
    {"selectors", "asyncio is the usual way"},
    {"shelve", kNoFiles},
    {"shlex", "str.split is the usual way"},
    {"shutil", kNoFiles},
    {"signal", "asyncio.timeout and Task.cancel are the usual way"},
    {"site", "import is the usual way"},
    {"slowapi", "a dependency with a dict is the usual way"},
    {"smtpd", kNoNetwork},
    {"smtplib", kNoNetwork},
    {"sndhdr", kSound},
    {"socket", "asyncio and FastAPI are the usual way"},
    {"socketserver", "FastAPI is the usual way"},
    {"sortedcontainers", "bisect is the usual way"},
    {"spwd", kNoProcesses},
    {"sqlalchemy", "a dict is the usual way"},
    {"sqlite3", "a dict is the usual way"},
    {"sqlmodel", "a dict, and BaseModel, is the usual way"},
    {"sre_compile", kRe},
    {"sre_constants", kRe},
    {"sre_parse", kRe},
    {"sse_starlette", "StreamingResponse with media_type=\"text/event-stream\" is the usual way"},
    {"ssl", kNoNetwork},
    {"stat", kNoFiles},
    {"strawberry", "FastAPI's paths are the usual way"},
    {"stringprep", "str methods are the usual way"},
    {"struct", "int.to_bytes and int.from_bytes are the usual way"},
    {"structlog", "logging is the usual way"},
    {"subprocess", kNoProcesses},
    {"sunau", kSound},
    {"symtable", "a function is the usual way"},
    {"sysconfig", "sys.version is the usual way"},
    {"syslog", "logging is the usual way"},
    {"tabnanny", "a function is the usual way"},
    {"tarfile", kNoFiles},
    {"telnetlib", kNoNetwork},
    {"tempfile", kNoFiles},
    {"tenacity", "a loop with try and asyncio.sleep is the usual way"},
    {"termios", kNobodyTypes},
    {"test", "assert is the usual way"},
    {"this", "reading PEP 20 is the usual way"},
    {"timeit", "time.perf_counter is the usual way"},
    {"tkinter", "FastAPI and print are the usual way"},
    {"token", kRe},
    {"tokenize", kRe},
    {"toml", kJson},
    {"tomllib", kJson},
    {"tornado", "FastAPI is the usual way"},
    {"tortoise", "a dict is the usual way"},
    {"tqdm", "print is the usual way"},
    {"trace", "the timeline is the usual way"},
    {"tracemalloc", "the counters of the timeline are the usual way"},
    {"trio", "asyncio is the usual way"},
    {"tty", kNobodyTypes},
    {"turtle", "print is the usual way"},
    {"turtledemo", "print is the usual way"},
    {"typer", kNoArguments},
    {"ujson", kJson},
    {"unicodedata", "str methods are the usual way"},
    {"unittest", "assert is the usual way"},
    {"urllib.request", kNoNetwork},
    {"urllib3", kNoNetwork},
    {"uu", "base64 is the usual way"},
    {"uvloop", "asyncio is the usual way"},
    {"venv", kNoPackages},
    {"wave", kSound},
    {"webbrowser", "a client of the scenario is the usual way"},
    {"websockets", "FastAPI's WebSocket is the usual way"},
    {"wsgiref", "FastAPI is the usual way"},
    {"xdrlib", "int.to_bytes and int.from_bytes are the usual way"},
    {"xml", kJson},
    {"xmlrpc", kNoNetwork},
    {"yaml", kJson},
    {"zipapp", kNoFiles},
    {"zipfile", kNoFiles},
    {"zipimport", "import is the usual way"},
    {"zlib", "bytes as they are is the usual way"},
    {"zoneinfo", "datetime.timezone is the usual way"},
};

/// What is the usual way instead of a name of a module that is run, or of any of its names.
constexpr NotRun kUsualWays[] = {
    {"sys.stdin", "a variable at the program's top is the usual way"},
    {"sys.settrace", "the timeline is the usual way"},
    {"sys.setprofile", "the timeline is the usual way"},
    {"hashlib", "sha256 is the usual way"},
    {"inspect.getsource", "the editor is the usual way"},
    {"inspect.getsourcelines", "the editor is the usual way"},
    {"asyncio.create_subprocess_exec", kNoProcesses},
    {"asyncio.create_subprocess_shell", kNoProcesses},
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
