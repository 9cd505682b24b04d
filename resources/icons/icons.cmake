# SPDX-License-Identifier: GPL-3.0-or-later
# The line icons (lucide, ISC licence) come from an npm package and go into a target's resources.
set(TANDEM_ICON_DIRECTORY ${CMAKE_CURRENT_LIST_DIR})
set(TANDEM_ICONS
    archive arrow-down arrow-left-right arrow-right-left bell check check-check chevron-down
    circle-alert circle-check clock coffee contact contrast copy ellipsis eye file file-text flag
    globe graduation-cap headset image inbox keyboard link list-filter lock lock-open log-out mail
    message-circle message-circle-question moon paperclip
    pencil phone refresh-cw route search send settings
    shuffle star sun timer undo-2 user user-plus users volume-2 wifi-off x zap)
# of the pages for supervisors and administrators
list(APPEND TANDEM_ICONS
    arrow-up calendar-clock chart-no-axes-combined chevron-right download history key-round layers
    layout-dashboard list-checks map-pin maximize minimize plus scale sliders-horizontal tags target
    trash-2 upload workflow)
# of strategies
list(APPEND TANDEM_ICONS
    chevron-first chevron-last chevron-left circle-play file-up minus scan zoom-in zoom-out)

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
