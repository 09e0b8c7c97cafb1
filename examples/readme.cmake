# SPDX-License-Identifier: Apache-2.0
# cmake -DREADME=… -DEXAMPLE=… -P readme.cmake: the README shows the code of the example, from its
# first #include on.
file(READ ${README} readme)
file(READ ${EXAMPLE} code)
string(FIND "${code}" "#include" begin)
string(SUBSTRING "${code}" ${begin} -1 code)
string(FIND "${readme}" "```cpp\n${code}```" found)
if(found EQUAL -1)
  message(FATAL_ERROR "README.md does not show this code:\n${code}")
endif()
