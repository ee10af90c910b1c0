# SPDX-FileCopyrightText: 2026 The Connect Desk authors
# SPDX-License-Identifier: MIT
#
# Fails if PROGRAM needs a library of Qt WebEngine.

execute_process(COMMAND ${READELF} --dynamic --wide ${PROGRAM}
    OUTPUT_VARIABLE sections COMMAND_ERROR_IS_FATAL ANY)
if(NOT sections MATCHES "NEEDED[^\n]*Qt6Core")
    message(FATAL_ERROR "${PROGRAM} does not seem to be a program of Qt:\n${sections}")
endif()
if(sections MATCHES "NEEDED[^\n]*(WebEngine|WebChannel)[^\n]*")
    message(FATAL_ERROR "${PROGRAM} links the browser engine: ${CMAKE_MATCH_0}")
endif()
