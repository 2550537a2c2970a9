# Included by cmake/Layers.cmake after the library of this layer was made: compiles the word lists in.
set(gazetteer ${CMAKE_CURRENT_LIST_DIR}/data/gazetteer.bin)
target_sources(covision_deid PRIVATE ${CMAKE_CURRENT_LIST_DIR}/gazetteer.S)
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/gazetteer.S TARGET_DIRECTORY covision_deid PROPERTIES
  COMPILE_DEFINITIONS "COVISION_GAZETTEER=\"${gazetteer}\""
  OBJECT_DEPENDS ${gazetteer})
