#include "cli/program_files.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <set>
#include <vector>

#include "cli/files.h"
#include "python/imported_modules.h"
#include "python/parser.h"

namespace waiter::cli {
namespace {

namespace fs = std::filesystem;

struct Waiting {
  std::size_t file;     ///< index among the program's files
  std::string package;  ///< that its relative imports count from
};

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

std::vector<fs::path> modules_in(const std::string& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
    if (entry.path().extension() == ".py" && entry.path().stem() != "__init__") found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

/// What a web page is made of, and is text.
bool is_page_file(const fs::path& path) {
  static const std::set<std::string> kinds{".html", ".htm", ".jinja", ".jinja2", ".j2", ".xml", ".txt", ".css", ".js", ".json", ".svg", ".csv", ".md"};
  return is_file(path) && kinds.contains(path.extension().string());
}

/// The words in quotes of a program's text: the first guess at the paths that it names.
std::set<std::string> quoted_words(const std::string& text) {
  std::set<std::string> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '"' && text[at] != '\'') continue;
    const std::size_t end = text.find_first_of("\"'\n", at + 1);
    if (end == std::string::npos) break;
    const std::string word = text.substr(at + 1, end - at - 1);
    const bool is_path = !word.empty() && word.size() < 200 && word[0] != '/' && word.find("..") == std::string::npos;
    if (is_path && text[end] == text[at] && word != ".") found.insert(word);
    at = end;
  }
  return found;
}

/// The templates, pages and the like of a program that shows such: files that it names, and those of folders that it names.
void add_page_files(world::Program& program, const std::string& folder) {
  constexpr std::size_t kFilesMax = 200;
  std::set<std::string> words;
  for (const world::SourceFile& file : program.files) {
    const bool shows = file.text.find("Jinja2Templates") != std::string::npos || file.text.find("StaticFiles") != std::string::npos ||
                       file.text.find("FileResponse") != std::string::npos || file.text.find("FileSystemLoader") != std::string::npos;
    if (shows) words.merge(quoted_words(file.text));
  }
  std::set<std::string> paths;
  for (std::string word : words) {
    if (word.rfind("./", 0) == 0) word.erase(0, 2);
    while (!word.empty() && word.back() == '/') word.pop_back();
    if (is_page_file(folder + word)) paths.insert(folder + word);
    std::error_code error;
    if (word.empty() || !fs::is_directory(folder + word, error)) continue;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder + word, error))
      if (is_page_file(entry.path()) && paths.size() < kFilesMax) paths.insert(entry.path().string());
  }
  for (const std::string& path : paths) program.files.push_back({path, read_text_file(path)});
}

}  // namespace

world::Program read_program(const std::string& path) {
  world::Program program{{{path, read_text_file(path)}}};
  const std::string folder = path.substr(0, path.rfind('/') + 1);
  std::set<std::string> seen;
  std::deque<Waiting> waiting{{0, ""}};
  const auto add = [&](const std::string& name, const std::string& package) {
    for (const world::SourceFile& file : program.files)
      if (file.name == name) return;
    program.files.push_back({name, read_text_file(name)});
    waiting.push_back({program.files.size() - 1, package});
  };
  while (!waiting.empty()) {
    const Waiting at = waiting.front();
    waiting.pop_front();
    python::Arena arena;
    const python::ParseResult parsed = python::parse(program.files[at.file].text, path, arena);
    if (!parsed.diagnostics.empty()) continue;
    for (const python::ImportedModule& imported : python::imported_modules(*parsed.module)) {
      for (const std::string& name : python::candidates_of(imported, at.package)) {
        if (!seen.insert(name).second) continue;
        std::string place = folder + name;
        for (std::size_t i = folder.size(); i < place.size(); ++i)
          if (place[i] == '.') place[i] = '/';
        const std::string package = place + "/__init__.py", plain = place + ".py";
        const bool is_package = is_file(package);
        if (!is_package && !is_file(plain)) continue;
        const std::size_t dot = name.rfind('.');
        add(is_package ? package : plain, is_package ? name : dot == std::string::npos ? "" : name.substr(0, dot));
        // `from package import *` may name any of its modules in __all__.
        const bool takes_all = !imported.names.empty() && imported.names[0] == "*";
        if (!is_package || !takes_all) continue;
        for (const fs::path& file : modules_in(place))
          if (seen.insert(name + "." + file.stem().string()).second) add(place + "/" + file.filename().string(), name);
      }
    }
  }
  add_page_files(program, folder);
  return program;
}

}  // namespace waiter::cli
