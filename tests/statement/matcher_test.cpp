// SPDX-License-Identifier: Apache-2.0
// What a pattern matches. Items are letters; a capital is the word of a frame, "%" and the letter.

#include <catch2/catch.hpp>
#include <chrono>

#include "statement/rule_files.hpp"

using relata::test::matched;

TEST_CASE("patterns match items") {
  struct Case {
    const char* pattern;
    const char* letters;
    const char* match;  // "first-last captures", "" for none
  };
  const std::vector<Case> cases = {// words and classes
                                   {"a b", "xab", "1-3"},
                                   {"a b", "xa", ""},
                                   {"A:a B:b", "ab", "0-2 A=0 B=1"},
                                   {"A:(a|b) c", "bc", "0-2 A=0"},
                                   {"!a", "ab", "1-2"},
                                   {"!(a|b) c", "acbcxc", "4-6"},
                                   {". c", "acbc", "0-2"},
                                   {"A:. c", "xc", "0-2 A=0"},
                                   // repetition takes all it can
                                   {"A:a* b", "aaab", "0-4 A=0,1,2"},
                                   {"a*", "b", "0-0"},
                                   {"A:a+ b", "b", ""},
                                   {"A:a+ A:a", "aaa", "0-3 A=0,1,2"},
                                   {"A:a? a", "aa", "0-2 A=0"},
                                   {"A:a? b", "b", "0-1"},
                                   {"(A:a b)* B:a", "abababa", "0-7 A=0,2,4 B=6"},
                                   // lazily: no more than it must
                                   {"A:a*? b", "aab", "0-3 A=0,1"},
                                   {"A:.*? B:b", "abab", "0-2 A=0 B=1"},
                                   {"A:.* B:b", "abab", "0-4 A=0,1,2 B=3"},
                                   // at most so often, also not at all
                                   {"A:a{2} b", "aaab", "1-4 A=1,2"},
                                   {"A:a{3} b", "b", "0-1"},
                                   {"x A:a{2} b", "xaaab", ""},
                                   {"(A:a B:b){2} c", "ababc", "0-5 A=0,2 B=1,3"},
                                   {"x (A:a{2} b){2} c", "xaabac", ""},
                                   {"(A:a{2} b){2} c", "aababc", "0-6 A=0,1,3"},
                                   // alternatives, the first that fits
                                   {"(A:a | B:a) c", "ac", "0-2 A=0"},
                                   {"A:a | B:b", "b", "0-1 B=0"},
                                   {"A:a c | A:a b | B:c", "ab", "0-2 A=0"},
                                   {"(a | a b) c", "abc", "0-3"},
                                   {"( | A:a) b", "ab", "0-2 A=0"},
                                   {"x (a | b | c)* d", "xcbad", "0-5"},
                                   // what follows must or must not be there, and is not taken
                                   {"A:a (?= b)", "acab", "2-3 A=2"},
                                   {"A:a (?! b)", "abac", "2-3 A=2"},
                                   {"(?= a b) A:. B:.", "aab", "1-3 A=1 B=2"},
                                   {"A:a (?! ~)", "a", ""},
                                   {"A:a (?! b | c)", "abacad", "4-5 A=4"},
                                   {"A:a (?= B:b) C:b", "ab", "0-2 A=0 C=1"},
                                   {"a (?! b (?= c))", "abcab", "3-4"},
                                   {"(A:a (?= b) b)* c", "ababc", "0-5 A=0,2"},
                                   // the ends of the sentence
                                   {"^ a", "ba", ""},
                                   {"^ A:b", "ba", "0-1 A=0"},
                                   {"a ~", "aba", "2-3"},
                                   {"^ (a | b)* ~", "abba", "0-4"},
                                   {"(^ | x) A:a", "axa", "0-1 A=0"},
                                   // a repetition of nothing ends
                                   {"(a?)* b", "aab", "0-3"},
                                   {"(a* b*)* c", "ababc", "0-5"},
                                   {"(a*)+ b", "b", "0-1"},
                                   {"(^)* a", "a", "0-1"},
                                   // nothing to match
                                   {"a", "", ""},
                                   {"a*", "", "0-0"}};
  for (const Case& one : cases) {
    INFO(one.pattern << " on " << one.letters);
    CHECK(matched(one.pattern, one.letters) == one.match);
  }
}

TEST_CASE("a construction is matched by the word that set the rule off, and by no other") {
  CHECK(matched("A:a V:%v B:b", "aVbaVb", 4) == "3-6 A=3 V=4 B=5");
  CHECK(matched("A:a V:%v B:b", "aVbaVb", 1) == "0-3 A=0 V=1 B=2");
  CHECK(matched("A:a V:%v B:b", "aVbaVb", 2) == "");
  CHECK(matched("A:a .* V:%v", "aVV", 2) == "0-3 A=0 V=2");
  CHECK(matched("A:a+ V:%v", "aaV", 2) == "0-3 A=0,1 V=2");
}

// Each of these takes a backtracking matcher longer than the universe has.
TEST_CASE("a hostile pattern takes no exponential time") {
  const auto begin = std::chrono::steady_clock::now();
  const std::string many(1000, 'a');
  CHECK(matched("(a*)* b", many) == "");
  CHECK(matched("((a|a)*)* b", many) == "");
  CHECK(matched("(a | a a | a a a)* b", many) == "");
  CHECK(matched("((a?){20} a*){20} b", many) == "");
  CHECK(matched("(a* a* a* a* a*)* b", many) == "");
  CHECK(matched(".*? .*? .*? .*? b", many) == "");
  CHECK(matched("((?= a* a*) a)* b", std::string(300, 'a')) == "");
  CHECK(matched("(a*)* b", many + "b") == "0-1001");
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}
