// waiter_conformance WAITER DIR [FILTER]
//
// Runs every program below DIR (whose path contains FILTER) with `WAITER run`, and compares what it did with the golden
// transcript beside it: with --json the whole transcript, without it the text on stdout. stderr is compared where a
// program's first lines say `# conformance: stderr`. <name>.scenario.json beside a program is given to it.
// Exit: 0 all agree; 1 a difference, or no program found; 2 bad usage.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "child_process.h"
#include "transcript_difference.h"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using namespace waiter::conformance;

constexpr std::chrono::seconds kRunLimit{20};  // a run takes milliseconds; the oracle itself stops after 10 s
constexpr int kHeaderLines = 5;                // how far into a program a `# conformance:` comment is looked for
constexpr std::size_t kShownBytes = 2000;      // of a run that gave no transcript

std::string read_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bool header_says(const fs::path& program, const std::string& word) {
  std::ifstream file(program);
  std::string line;
  for (int i = 0; i < kHeaderLines && std::getline(file, line); ++i) {
    if (line.rfind("# conformance: " + word, 0) == 0) return true;
  }
  return false;
}

/// A program is shown by its bare name, as in the golden file, wherever it lies.
std::string without_folder(std::string text, const fs::path& program) {
  const std::string folder = program.parent_path().string() + "/";
  for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder, at)) {
    text.erase(at, folder.size());
  }
  return text;
}

int expected_exit(const json& golden) {
  if (golden.contains("exit")) return golden["exit"].is_number_integer() ? golden["exit"].get<int>() : -1;
  return golden.contains("error") && !golden["error"].is_null() ? 1 : 0;
}

std::string ending(const ChildResult& run) {
  if (run.timed_out) return "killed after " + std::to_string(kRunLimit.count()) + " s";
  if (run.signal != 0) return "killed by signal " + std::to_string(run.signal);
  return "exit " + std::to_string(run.exit_code);
}

void check_ending(const char* what, const ChildResult& run, int expected, std::vector<Difference>& found) {
  // A sanitizer ends a process with 1, as an exception in the program does.
  const bool sanitizer_spoke = run.standard_error.find("Sanitizer:") != std::string::npos ||
                               run.standard_error.find(": runtime error: ") != std::string::npos;
  if (run.exit_code == expected && !sanitizer_spoke) return;
  const std::string error = run.standard_error.substr(0, kShownBytes);
  found.push_back({what, "    exit " + std::to_string(expected) + "\n", "    " + ending(run) + "\n" + error});
}

void append(std::vector<Difference>& found, std::vector<Difference> more) {
  found.insert(found.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::vector<Difference> check_program(const std::string& waiter, const fs::path& program) {
  const json golden = json::parse(read_text(fs::path(program).replace_extension(".json")), nullptr, false);
  if (!golden.is_object())
    return {{"golden transcript", "    one beside the program (./dev conformance)\n", "    none\n"}};

  std::vector<std::string> command{waiter, "run", program.string()};
  const fs::path scenario = fs::path(program).replace_extension(".scenario.json");
  if (fs::exists(scenario)) command.insert(command.end(), {"--scenario", scenario.string()});

  std::vector<Difference> found;
  const ChildResult plain = run_child(command, kRunLimit);
  check_ending("exit", plain, expected_exit(golden), found);
  if (plain.timed_out) return found;
  append(found, text_differences("stdout", joined_output(golden), without_folder(plain.standard_output, program)));
  if (header_says(program, "stderr")) {
    const std::string expected =
        golden.contains("stderr") && golden["stderr"].is_string() ? golden["stderr"] : json("");
    append(found, text_differences("stderr", expected, without_folder(plain.standard_error, program)));
  }

  command.push_back("--json");
  const ChildResult run = run_child(command, kRunLimit);
  check_ending("exit with --json", run, expected_exit(golden), found);
  const json transcript = json::parse(without_folder(run.standard_output, program), nullptr, false);
  if (transcript.is_discarded()) {
    found.push_back({"transcript", "    JSON\n", "    " + run.standard_output.substr(0, kShownBytes) + "\n"});
  } else {
    append(found, differences(golden, transcript));
  }
  return found;
}

/// A folder with a main.py is one program: what else is in it, and below it, is what main.py imports.
bool is_part_of_program(const fs::path& file, const fs::path& root) {
  if (file.filename() == "main.py") return false;
  for (fs::path folder = file.parent_path(); folder != root && folder.has_relative_path(); folder = folder.parent_path()) {
    if (fs::exists(folder / "main.py")) return true;
  }
  return false;
}

std::vector<fs::path> find_programs(const fs::path& folder, const std::string& filter) {
  std::vector<fs::path> programs;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const fs::path& path = entry.path();
    bool is_tool = false;  // the tools beside the programs
    for (const char* tools : {"/oracle/", "/random/", "/mutants/"}) is_tool = is_tool || path.string().find(tools) != std::string::npos;
    if (path.extension() != ".py" || is_tool || is_part_of_program(path, folder)) continue;
    if (path.lexically_relative(folder).string().find(filter) != std::string::npos) programs.push_back(path);
  }
  std::sort(programs.begin(), programs.end());
  return programs;
}

void print(const fs::path& name, const std::vector<Difference>& found) {
  std::printf("DIFFERS %s\n", name.c_str());
  for (const Difference& difference : found) {
    std::printf("  %s\n   expected\n%s   got\n%s", difference.what.c_str(), difference.expected.c_str(),
                difference.got.c_str());
    if (difference.got.empty() || difference.got.back() != '\n') std::printf("\n");
  }
}

int run(const std::string& waiter, const fs::path& folder, const std::string& filter) {
  const std::vector<fs::path> programs = find_programs(folder, filter);
  std::atomic<std::size_t> next{0};
  std::atomic<std::size_t> failures{0};
  std::mutex printing;
  const auto work = [&] {
    for (std::size_t i = next++; i < programs.size(); i = next++) {
      std::vector<Difference> found;
      try {
        found = check_program(waiter, programs[i]);
      } catch (const std::exception& error) {
        found.push_back({"run", "    a run\n", std::string("    ") + error.what() + "\n"});
      }
      if (found.empty()) continue;
      ++failures;
      const std::lock_guard lock(printing);
      print(programs[i].lexically_relative(folder), found);
    }
  };
  std::vector<std::thread> workers;
  for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) workers.emplace_back(work);
  for (std::thread& worker : workers) worker.join();

  std::printf("%zu programs, %zu differ\n", programs.size(), failures.load());
  if (programs.empty()) std::printf("no program below %s\n", folder.c_str());
  return programs.empty() || failures != 0 ? 1 : 0;
}

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count < 3 || argument_count > 4 || !fs::is_directory(arguments[2])) {
    std::fprintf(stderr, "usage: waiter_conformance WAITER DIR [FILTER]\n");
    return 2;
  }
  return run(arguments[1], fs::canonical(arguments[2]), argument_count == 4 ? arguments[3] : "");
}
