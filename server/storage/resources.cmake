# Included by the layers' loop, whose variables it shares: hence the prefix.
# Puts migrations/NNNN_name.sql into the binary. Every change of a file runs this again.
file(GLOB migration_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/server/storage/migrations/*.sql)
list(SORT migration_files)
set(migration_entries "")
set(migration_last 0)
foreach(migration_file IN LISTS migration_files)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${migration_file})
  get_filename_component(migration_stem ${migration_file} NAME_WE)
  if(NOT migration_stem MATCHES "^([0-9][0-9][0-9][0-9])_([a-z_]+)$")
    message(FATAL_ERROR "${migration_file}: a migration is called NNNN_name.sql")
  endif()
  set(migration_name ${CMAKE_MATCH_2})
  math(EXPR migration_version "1${CMAKE_MATCH_1} - 10000")
  if(NOT migration_version GREATER migration_last)
    message(FATAL_ERROR "${migration_file}: this number is taken")
  endif()
  set(migration_last ${migration_version})
  file(READ ${migration_file} migration_text)
  string(APPEND migration_entries "    {${migration_version}, \"${migration_name}\", R\"migration(${migration_text})migration\"},\n")
endforeach()

set(migration_source ${CMAKE_BINARY_DIR}/generated/embedded_migrations.cpp)
file(CONFIGURE OUTPUT ${migration_source} @ONLY CONTENT
"// Made from server/storage/migrations by resources.cmake.
#include \"server/storage/migrate.hpp\"

namespace covision::storage {
namespace {
constexpr Migration embedded[] = {
@migration_entries@};
}  // namespace

std::span<const Migration> embedded_migrations() { return embedded; }
}  // namespace covision::storage
")
target_sources(covision_storage PRIVATE ${migration_source})
