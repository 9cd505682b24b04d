# SPDX-License-Identifier: GPL-3.0-or-later
# tandem_<language>.ts of the desktop and its plug-ins. English has only its plurals here. The
# target update_translations brings new texts from the sources into the files.
set(TANDEM_LANGUAGES de)
foreach(language IN LISTS TANDEM_LANGUAGES)
    list(APPEND translations ${CMAKE_CURRENT_LIST_DIR}/tandem_${language}.ts)
endforeach()
set(english ${CMAKE_CURRENT_LIST_DIR}/tandem_en.ts)
set(sources ${CMAKE_SOURCE_DIR}/app ${CMAKE_SOURCE_DIR}/plugins)

add_custom_target(update_translations
    COMMAND Qt6::lupdate -silent -no-obsolete -locations none ${sources} -ts ${translations}
    COMMAND Qt6::lupdate -silent -no-obsolete -locations none -pluralonly ${sources} -ts ${english}
    VERBATIM)

# The files of the program that shows them.
qt_add_lrelease(tandem TS_FILES ${translations} ${english}
    QM_FILES_OUTPUT_VARIABLE compiled OPTIONS -silent -nounfinished)
qt_add_resources(tandem tandem_translations PREFIX /translations
    BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${compiled})
