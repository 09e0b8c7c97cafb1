// SPDX-License-Identifier: Apache-2.0
#include <relata/pipeline.hpp>

int main() {
  const relata::Pipeline pipeline(SCHEMA);
  const relata::Statements statements =
      pipeline.read({.id = "news", .language = "zh", .text = "日本譴責俄羅斯。"});
  return statements.statements.size() == 1 ? 0 : 1;
}
