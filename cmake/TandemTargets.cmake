# SPDX-License-Identifier: GPL-3.0-or-later
# The only ways in which a target comes into the tree. Each knows its layer; tandem_check_layers()
# stops the configuration when a target uses one that is not lower.
include(GenerateExportHeader)
include(CMakeParseArguments)

set_property(GLOBAL PROPERTY TANDEM_TARGETS "")

# "chat" -> "Chat", "ctl" -> "Ctl"
function(tandem_alias_name name out)
    string(SUBSTRING ${name} 0 1 first)
    string(SUBSTRING ${name} 1 -1 rest)
    string(TOUPPER ${first} first)
    set(${out} "${first}${rest}" PARENT_SCOPE)
endfunction()

function(tandem_prepare target layer)
    set_target_properties(${target} PROPERTIES TANDEM_LAYER ${layer})
    set_property(GLOBAL APPEND PROPERTY TANDEM_TARGETS ${target})
    if(TANDEM_PCH AND NOT CMAKE_UNITY_BUILD)
        get_target_property(links ${target} LINK_LIBRARIES)
        if("Qt6::Widgets" IN_LIST links OR "Tandem::Widgets" IN_LIST links)
            target_precompile_headers(${target} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/pch/widgets.h)
        else()
            target_precompile_headers(${target} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/pch/services.h)
        endif()
    endif()
endfunction()

# tandem_add_library(NAME LAYER n [SHARED] SOURCES ... DEPENDS Tandem::X Qt6::Y ...
#                    [PRIVATE_DEPENDS ...])
# One folder is one library, tandem_<name>, alias Tandem::<Name>. Headers are included as
# "<name>/file.h". SHARED where a plug-in can reach it; then <name>/<name>_export.h is generated.
function(tandem_add_library name)
    cmake_parse_arguments(arg "SHARED" "LAYER" "SOURCES;DEPENDS;PRIVATE_DEPENDS" ${ARGN})
    if(NOT DEFINED arg_LAYER)
        message(FATAL_ERROR "tandem_add_library(${name}): say its LAYER")
    endif()
    set(target tandem_${name})
    if(arg_SHARED)
        add_library(${target} SHARED ${arg_SOURCES})
        generate_export_header(${target} BASE_NAME TANDEM_${name}
            EXPORT_FILE_NAME ${CMAKE_BINARY_DIR}/exports/${name}/${name}_export.h)
        target_include_directories(${target} PUBLIC ${CMAKE_BINARY_DIR}/exports)
    else()
        add_library(${target} STATIC ${arg_SOURCES})
    endif()
    tandem_alias_name(${name} alias)
    add_library(Tandem::${alias} ALIAS ${target})
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR PARENT_PATH root)
    target_include_directories(${target} PUBLIC ${root})
    target_link_libraries(${target} PUBLIC ${arg_DEPENDS} PRIVATE ${arg_PRIVATE_DEPENDS})
    tandem_prepare(${target} ${arg_LAYER})
endfunction()

# tandem_add_program(NAME SOURCES ... DEPENDS ...): main.cpp and wiring, into bin/NAME.
function(tandem_add_program name)
    cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ${arg_DEPENDS})
    tandem_prepare(${name} 200)
endfunction()

# tandem_add_plugin(NAME CLASS c SOURCES ... DEPENDS ... [PLUGIN_DEPENDS other ...]
#                   DESCRIPTION text)
# The metadata that the loader reads is generated from the very list that links the plug-in.
function(tandem_add_plugin name)
    cmake_parse_arguments(arg "" "DESCRIPTION" "SOURCES;DEPENDS;PLUGIN_DEPENDS" ${ARGN})
    set(target tandem_plugin_${name})
    list(JOIN arg_PLUGIN_DEPENDS "\", \"" dependencies)
    if(dependencies)
        set(dependencies "\"${dependencies}\"")
    endif()
    file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/metadata/${name}.json CONTENT
"{
    \"name\": \"${name}\",
    \"version\": \"${PROJECT_VERSION}\",
    \"description\": \"${arg_DESCRIPTION}\",
    \"dependencies\": [${dependencies}]
}
")
    add_library(${target} MODULE ${arg_SOURCES})
    target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/metadata)
    set_target_properties(${target} PROPERTIES PREFIX "" OUTPUT_NAME ${name}
        LIBRARY_OUTPUT_DIRECTORY ${TANDEM_PLUGIN_DIRECTORY} BUILD_RPATH "$ORIGIN/../.."
        INSTALL_RPATH "$ORIGIN/../..")
    target_link_libraries(${target} PRIVATE ${arg_DEPENDS})
    foreach(other IN LISTS arg_PLUGIN_DEPENDS)
        add_dependencies(${target} tandem_plugin_${other})
    endforeach()
    tandem_prepare(${target} 150)
endfunction()

# tandem_add_test(NAME LABEL unit|contract|... SOURCES ... DEPENDS ... [TIMEOUT seconds])
# A Qt Test program. The offscreen platform, so that a test needs no display.
function(tandem_add_test name)
    cmake_parse_arguments(arg "" "LABEL;TIMEOUT" "SOURCES;DEPENDS" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    add_executable(${name} ${arg_SOURCES})
    # Not in unity: the types of a test are in a namespace without a name.
    set_target_properties(${name} PROPERTIES UNITY_BUILD OFF
        RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_link_libraries(${name} PRIVATE ${arg_DEPENDS} Qt6::Test)
    tandem_prepare(${name} 300)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS ${arg_LABEL} TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TANDEM_SOURCE_DIR=${CMAKE_SOURCE_DIR}")
endfunction()

function(tandem_check_layers)
    get_property(targets GLOBAL PROPERTY TANDEM_TARGETS)
    foreach(target IN LISTS targets)
        get_target_property(layer ${target} TANDEM_LAYER)
        get_target_property(links ${target} LINK_LIBRARIES)
        foreach(link IN LISTS links)
            if(NOT link MATCHES "^Tandem::")
                continue()
            endif()
            get_target_property(aliased ${link} ALIASED_TARGET)
            get_target_property(other ${aliased} TANDEM_LAYER)
            if(NOT other LESS layer)
                message(FATAL_ERROR "Layers: ${target} (${layer}) may not use ${link} (${other}): "
                    "a target may use only lower layers.")
            endif()
        endforeach()
    endforeach()
endfunction()
