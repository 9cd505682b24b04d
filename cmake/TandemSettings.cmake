# SPDX-License-Identifier: GPL-3.0-or-later
# Language, warnings, linker, compiler cache and the libraries that the tree is built on.
option(TANDEM_PCH "Use precompiled headers" ON)
option(TANDEM_WERROR "Treat warnings as errors" ON)

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)
set(CMAKE_BUILD_RPATH_USE_ORIGIN ON)
set(CMAKE_INSTALL_RPATH "$ORIGIN/../lib")
set(TANDEM_PLUGIN_DIRECTORY ${CMAKE_BINARY_DIR}/lib/tandem/plugins)

find_program(TANDEM_CCACHE ccache)
if(TANDEM_CCACHE)
    # Without this sloppiness ccache passes every precompiled header by.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${TANDEM_CCACHE})
endif()

find_program(TANDEM_MOLD mold)
find_program(TANDEM_LLD ld.lld)
if(TANDEM_MOLD)
    add_link_options(-fuse-ld=mold)
elseif(TANDEM_LLD)
    add_link_options(-fuse-ld=lld)
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual
    -Wimplicit-fallthrough -fpch-preprocess)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 reports these inside libstdc++ and Boost at -O2 where nothing is wrong (GCC bugs
    # 105329, 105651, 107138); clang-tidy and the sanitizers look for the real ones.
    add_compile_options(-Wno-restrict -Wno-maybe-uninitialized -Wno-dangling-pointer
        -Wno-stringop-overflow -Wno-array-bounds -Wno-missing-field-initializers)
endif()
if(TANDEM_WERROR)
    add_compile_options(-Werror)
endif()

find_package(Threads REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Qml Sql Network WebSockets Widgets Charts Svg
    Test LinguistTools)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(OpenSSL REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(spdlog REQUIRED)
find_package(Qt6Keychain REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(Argon2 REQUIRED IMPORTED_TARGET libargon2)
pkg_check_modules(Magic REQUIRED IMPORTED_TARGET libmagic)
pkg_check_modules(Libpq REQUIRED IMPORTED_TARGET libpq)

set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set_property(GLOBAL PROPERTY AUTOGEN_TARGETS_FOLDER autogen)
add_compile_definitions(QT_NO_CAST_FROM_ASCII QT_NO_FOREACH
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 BOOST_ALL_NO_LIB TANDEM_VERSION="${PROJECT_VERSION}")
