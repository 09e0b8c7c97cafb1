# SPDX-License-Identifier: Apache-2.0
# cmake -DPROGRAM=… -DEXPECTED=… -P run.cmake: run a program and compare its output with a file.
execute_process(COMMAND ${PROGRAM} OUTPUT_VARIABLE output RESULT_VARIABLE status)
file(READ ${EXPECTED} expected)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "status ${status}")
endif()
if(NOT output STREQUAL expected)
  message(FATAL_ERROR "expected:\n${expected}\noutput:\n${output}")
endif()
