#pragma once
// Dear ImGui's configuration, the same for every object that includes imgui.h (cmake/imgui.cmake). It must not include
// anything: imgui.h includes it first.
//
// ImGui's assertions become ours: they stay on in release, and the page shows the message.

namespace waiter::trace {
[[noreturn]] void assertion_failed(const char* file, int line, const char* expression, const char* sentence);
}

#define IM_ASSERT(condition)                                                                                       \
  do {                                                                                                             \
    if (!(condition)) ::waiter::trace::assertion_failed(__FILE__, __LINE__, #condition, "Dear ImGui was misused"); \
  } while (false)

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS  // nothing in src/ opens a file
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_USE_WCHAR32  // names in programs may hold any character
