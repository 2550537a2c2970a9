# Included by cmake/Layers.cmake after the library of this layer was made: compiles the word lists and the tagger's model
# in, and describes the program that makes the model.
set(deid_data ${CMAKE_CURRENT_LIST_DIR}/data)
target_sources(covision_deid PRIVATE ${CMAKE_CURRENT_LIST_DIR}/gazetteer.S ${CMAKE_CURRENT_LIST_DIR}/model.S)
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/gazetteer.S TARGET_DIRECTORY covision_deid PROPERTIES
  COMPILE_DEFINITIONS "COVISION_GAZETTEER=\"${deid_data}/gazetteer.bin\""
  OBJECT_DEPENDS ${deid_data}/gazetteer.bin)
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/model.S TARGET_DIRECTORY covision_deid PROPERTIES
  COMPILE_DEFINITIONS "COVISION_TAGGER=\"${deid_data}/tagger.bin\""
  OBJECT_DEPENDS ${deid_data}/tagger.bin)

file(GLOB deid_train CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/train/*.cpp)
add_executable(covision_deid_train EXCLUDE_FROM_ALL ${deid_train})
target_link_libraries(covision_deid_train PRIVATE covision_deid PkgConfig::RE2 PkgConfig::UTF8PROC)
