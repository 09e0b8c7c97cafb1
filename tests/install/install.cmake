# SPDX-License-Identifier: Apache-2.0
# cmake -DBUILD=… -DSOURCE=… -DFLAGS=… -DGENERATOR=… -P install.cmake: install into a new prefix, build
# the project beside this file with it, run both programs from there.
set(work ${BUILD}/install-test)
file(REMOVE_RECURSE ${work})
function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGV}: ${status}\n${output}")
  endif()
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${work}/prefix)
run(${CMAKE_COMMAND} -S ${SOURCE} -B ${work}/build -G ${GENERATOR} -DCMAKE_PREFIX_PATH=${work}/prefix
    -DCMAKE_CXX_FLAGS=${FLAGS})
run(${CMAKE_COMMAND} --build ${work}/build)
run(${work}/build/user)
# The installed program finds the installed schema.
file(WRITE ${work}/news.txt "日本譴責俄羅斯。\n")
run(${CMAKE_COMMAND} -E env --unset=RELATA_SCHEMA ${work}/prefix/bin/relata build ${work}/news.txt -o ${work}/news.nq)
