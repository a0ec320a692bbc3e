// `waiter lessons check` and `waiter lessons bundle`: prove that every lesson holds, and make of each the one file that the
// page loads.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.h"
#include "cli/exit_status.h"
#include "cli/files.h"
#include "lesson/lint.h"
#include "playground/wording.h"

namespace waiter::cli {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> entries(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> out;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) out.push_back(at->path());
  if (error) throw UsageError(fmt::format("{}: cannot be read: {}", folder.string(), error.message()));
  std::sort(out.begin(), out.end());
  return out;
}

bool is_hidden(const fs::path& path) { return path.filename().string().rfind('.', 0) == 0; }

// Every folder is a lesson; the files in it are its own.
std::vector<lesson::LessonFolder> read_lessons(const fs::path& root) {
  std::vector<lesson::LessonFolder> lessons;
  for (const fs::path& folder : entries(root)) {
    if (!fs::is_directory(folder) || is_hidden(folder)) continue;
    lesson::LessonFolder it;
    it.name = folder.filename().string();
    for (const fs::path& file : entries(folder)) {
      if (fs::is_regular_file(file) && !is_hidden(file)) it.files[file.filename().string()] = read_text_file(file);
    }
    lessons.push_back(std::move(it));
  }
  if (lessons.empty()) throw UsageError(fmt::format("{}: holds no lessons", root.string()));
  return lessons;
}

void complain(const fs::path& root, const std::vector<lesson::Complaint>& complaints) {
  for (const lesson::Complaint& complaint : complaints) {
    std::fprintf(stderr, "%s: %s\n", (root / complaint.where).c_str(), complaint.what.c_str());
  }
}

std::size_t steps_with_goals(const lesson::Lesson& lesson) {
  return static_cast<std::size_t>(std::count_if(lesson.steps.begin(), lesson.steps.end(),
                                                [](const lesson::Step& step) { return !step.goals.empty(); }));
}

int check(const std::string& root) {
  const lesson::LintResult result = lesson::lint(read_lessons(root));
  complain(root, result.complaints);
  for (const lesson::LintedLesson& it : result.lessons) {
    std::printf("%s: %zu steps, %zu of them with goals\n", it.folder.c_str(), it.lesson.steps.size(), steps_with_goals(it.lesson));
  }
  if (result.complaints.empty()) return kRan;
  std::fprintf(stderr, "waiter: %s about the lessons in %s\n",
               playground::counted(result.complaints.size(), "complaint").c_str(), root.c_str());
  return kProgramFailed;
}

int bundle(const std::string& root, const std::string& out) {
  const lesson::LintResult result = lesson::lint(read_lessons(root));
  if (!result.complaints.empty()) {
    complain(root, result.complaints);
    std::fprintf(stderr, "waiter: nothing was bundled\n");
    return kProgramFailed;
  }
  std::error_code error;
  fs::create_directories(out, error);
  if (error) throw UsageError(fmt::format("{}: cannot be made: {}", out, error.message()));
  for (const lesson::LintedLesson& it : result.lessons) {
    write_file(fs::path(out) / (it.lesson.id + ".json"), it.bundled.dump() + "\n");
  }
  return kRan;
}

}  // namespace

void add_lessons_command(CLI::App& app, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("lessons", "Check the lessons, or bundle them for the page");
  command->require_subcommand(1);
  auto root = std::make_shared<std::string>("lessons");
  auto out = std::make_shared<std::string>();
  CLI::App* checking = command->add_subcommand("check", "Validate every lesson: schema, programs, checks, solutions");
  checking->add_option("DIR", *root, "The folder of lessons")->capture_default_str();
  checking->callback([root, &chosen] { chosen = [root] { return check(*root); }; });
  CLI::App* bundling = command->add_subcommand("bundle", "Write each lesson as one JSON file, programs and all");
  bundling->add_option("DIR", *root, "The folder of lessons")->required();
  bundling->add_option("OUT", *out, "The folder to write to")->required();
  bundling->callback([root, out, &chosen] { chosen = [root, out] { return bundle(*root, *out); }; });
}

}  // namespace waiter::cli
