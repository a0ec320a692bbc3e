# Dear ImGui 1.90.1 as waiter_imgui (the core, without a backend: geometry is tested without a screen) and, for the page,
# waiter_imgui_web (its WebGL2 side; the platform side is shell/engine's own). Its sources come signed from Debian (cmake/fetch_imgui.sh).
set(imgui "${PROJECT_SOURCE_DIR}/.deps/imgui")
if(NOT EXISTS "${imgui}/.complete-1.90.1")
  execute_process(COMMAND bash "${PROJECT_SOURCE_DIR}/cmake/fetch_imgui.sh" RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "Dear ImGui's sources could not be fetched: see above.")
  endif()
endif()

add_library(waiter_imgui STATIC
  "${imgui}/imgui.cpp" "${imgui}/imgui_draw.cpp" "${imgui}/imgui_tables.cpp" "${imgui}/imgui_widgets.cpp")
target_include_directories(waiter_imgui SYSTEM PUBLIC "${imgui}")
# Our assertions instead of assert(), and nothing that opens files. Every user must see the same configuration.
target_include_directories(waiter_imgui PUBLIC "${PROJECT_SOURCE_DIR}/src")
target_compile_definitions(waiter_imgui PUBLIC IMGUI_USER_CONFIG="view/imgui_config.h")
target_link_libraries(waiter_imgui INTERFACE waiter_trace)  # assertion_failed
target_compile_options(waiter_imgui PRIVATE -fno-exceptions -fno-rtti)
waiter_make_small(waiter_imgui)

if(EMSCRIPTEN)
  add_library(waiter_imgui_web STATIC "${imgui}/backends/imgui_impl_opengl3.cpp")
  target_include_directories(waiter_imgui_web SYSTEM PUBLIC "${imgui}/backends")
  target_compile_definitions(waiter_imgui_web PRIVATE IMGUI_IMPL_OPENGL_ES3)
  target_compile_options(waiter_imgui_web PRIVATE -fno-exceptions -fno-rtti)
  target_link_libraries(waiter_imgui_web PUBLIC waiter_imgui)
endif()
