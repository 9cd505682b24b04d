# SPDX-License-Identifier: GPL-3.0-or-later
# The line icons (lucide, ISC licence) come from an npm package and go into a target's resources.
set(TANDEM_ICON_DIRECTORY ${CMAKE_CURRENT_LIST_DIR})
set(TANDEM_ICONS
    arrow-down arrow-left-right bell check chevron-down circle-alert clock coffee contrast copy
    eye globe headset inbox keyboard lock lock-open log-out message-circle moon pencil phone
    refresh-cw search send settings sun user users volume-2 wifi-off x)

function(tandem_add_icons target)
    set(icons ${TANDEM_ICON_DIRECTORY}/node_modules/lucide-static/icons)
    if(NOT EXISTS ${icons})
        find_program(TANDEM_NPM npm REQUIRED)
        message(STATUS "Installing the icons (npm ci in resources/icons)")
        execute_process(COMMAND ${TANDEM_NPM} ci --ignore-scripts --no-audit --no-fund
            WORKING_DIRECTORY ${TANDEM_ICON_DIRECTORY} COMMAND_ERROR_IS_FATAL ANY)
    endif()
    foreach(name IN LISTS TANDEM_ICONS)
        set(file ${icons}/${name}.svg)
        if(NOT EXISTS ${file})
            message(FATAL_ERROR "Icons: ${name} is not in the package")
        endif()
        set_source_files_properties(${file} PROPERTIES QT_RESOURCE_ALIAS ${name}.svg)
        list(APPEND files ${file})
    endforeach()
    qt_add_resources(${target} tandem_icons PREFIX /icons FILES ${files})
endfunction()
