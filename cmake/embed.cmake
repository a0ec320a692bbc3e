# waiter_embed(TARGET NAMESPACE ns HEADER path FILES a.py ...): the texts become part of TARGET, declared in a generated
# header that is included as "<path>":
#   namespace <ns> { struct EmbeddedFile { std::string_view name; std::string_view text; };
#                    std::span<const EmbeddedFile> embedded_files(); }
# Names are relative to the folder of the calling CMakeLists.txt. A changed file rebuilds only the generated source.
function(waiter_embed target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "NAMESPACE;HEADER" "FILES")
  set(out "${CMAKE_CURRENT_BINARY_DIR}/embedded")
  set(header "${out}/${arg_HEADER}")
  string(REGEX REPLACE "\\.h$" ".cpp" source "${header}")
  set(paths ${arg_FILES})
  list(TRANSFORM paths PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
  add_custom_command(
    OUTPUT "${header}" "${source}"
    COMMAND "${CMAKE_COMMAND}" "-DNAMESPACE=${arg_NAMESPACE}" "-DINCLUDE=${arg_HEADER}" "-DHEADER=${header}" "-DSOURCE=${source}"
            "-DROOT=${CMAKE_CURRENT_SOURCE_DIR}" "-DFILES=${arg_FILES}" -P "${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake"
    DEPENDS ${paths} "${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake"
    COMMENT "Embedding texts as ${arg_HEADER}"
    VERBATIM)
  target_sources(${target} PRIVATE "${header}" "${source}")
  target_include_directories(${target} PRIVATE "${out}")
endfunction()
