# SPDX-License-Identifier: GPL-3.0-or-later
# Tests that are programs of Node: each file is one ctest test.
find_program(TANDEM_NODE node REQUIRED)
# Debian 12's Node 18 has no such limit of its own: there ctest's is the only one.
execute_process(COMMAND ${TANDEM_NODE} --test-timeout=1 --version
    RESULT_VARIABLE node_refuses OUTPUT_QUIET ERROR_QUIET)

# tandem_add_node_tests(LABEL label FILES a.test.mjs ... [TIMEOUT seconds] [ALONE])
# ALONE: takes the whole machine, so nothing else runs beside it.
function(tandem_add_node_tests)
    cmake_parse_arguments(arg "ALONE" "LABEL;TIMEOUT" "FILES" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    foreach(file IN LISTS arg_FILES)
        string(REGEX REPLACE "\\.test\\.mjs$" "" name ${file})
        set(test ${arg_LABEL}_${name})
        # Node's own limit comes first: it says what had passed before something hung.
        set(limit)
        if(NOT node_refuses)
            math(EXPR limit_ms "(${arg_TIMEOUT} - 5) * 1000")
            set(limit --test-timeout=${limit_ms})
        endif()
        add_test(NAME ${test}
            COMMAND ${TANDEM_NODE} --test ${limit} ${CMAKE_CURRENT_SOURCE_DIR}/${file})
        set_tests_properties(${test} PROPERTIES LABELS ${arg_LABEL} TIMEOUT ${arg_TIMEOUT}
            ENVIRONMENT "TANDEM_BIN_DIR=${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
        if(arg_ALONE)
            set_tests_properties(${test} PROPERTIES RUN_SERIAL ON)
        endif()
    endforeach()
endfunction()
