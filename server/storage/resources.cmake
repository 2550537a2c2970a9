# Puts migrations/NNNN_name.sql into the binary. Every change of a file runs this again.
file(GLOB migrations CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/server/storage/migrations/*.sql)
list(SORT migrations)
set(entries "")
set(last 0)
foreach(file IN LISTS migrations)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  get_filename_component(stem ${file} NAME_WE)
  if(NOT stem MATCHES "^([0-9][0-9][0-9][0-9])_([a-z_]+)$")
    message(FATAL_ERROR "${file}: a migration is called NNNN_name.sql")
  endif()
  set(name ${CMAKE_MATCH_2})
  math(EXPR version "1${CMAKE_MATCH_1} - 10000")
  if(NOT version GREATER last)
    message(FATAL_ERROR "${file}: this number is taken")
  endif()
  set(last ${version})
  file(READ ${file} text)
  string(APPEND entries "    {${version}, \"${name}\", R\"migration(${text})migration\"},\n")
endforeach()

set(generated ${CMAKE_BINARY_DIR}/generated/embedded_migrations.cpp)
file(CONFIGURE OUTPUT ${generated} @ONLY CONTENT
"// Made from server/storage/migrations by resources.cmake.
#include \"server/storage/migrate.hpp\"

namespace covision::storage {
namespace {
constexpr Migration embedded[] = {
@entries@};
}  // namespace

std::span<const Migration> embedded_migrations() { return embedded; }
}  // namespace covision::storage
")
target_sources(covision_storage PRIVATE ${generated})
