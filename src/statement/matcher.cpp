// SPDX-License-Identifier: Apache-2.0
// Backtracking with a table of what has failed, as the bit-state matcher of RE2 does.

#include "statement/matcher.hpp"

#include <utility>

namespace relata {

using Op = Instruction::Op;

bool Matcher::accepts(const Instruction& instruction, std::size_t i) const {
  if (i == items_.size()) return false;
  const bool any = (items_[i].classes & rule_.tests[instruction.test]).any();
  if (instruction.op == Op::none_of) return !any;
  return any && (!instruction.trigger || i == trigger_);
}

bool Matcher::run(std::size_t pc, std::size_t i) {
  for (;;) {
    const std::size_t state = pc * (items_.size() + 1) + i;
    if (failed_[state]) return false;
    // It stands as failed until the whole pattern has matched, and then nobody asks any more.
    failed_[state] = true;
    if (looking_ahead_) tried_ahead_.push_back(state);
    const Instruction& instruction = rule_.program[pc];
    switch (instruction.op) {
      case Op::one_of:
      case Op::none_of:
        if (!accepts(instruction, i)) return false;
        if (instruction.variable >= 0) result_->captures.emplace_back(instruction.variable, i);
        ++i;
        ++pc;
        break;
      case Op::split: {
        const std::size_t captured = result_->captures.size();
        if (run(instruction.a, i)) return true;
        result_->captures.resize(captured);
        pc = instruction.b;
        break;
      }
      case Op::jump:
        pc = instruction.a;
        break;
      case Op::begin:
        if (i != 0) return false;
        ++pc;
        break;
      case Op::end:
        if (i != items_.size()) return false;
        ++pc;
        break;
      case Op::ahead:
        if (look_ahead(pc + 1, i) == (instruction.b == 1)) return false;
        pc = instruction.a;
        break;
      case Op::match:
        result_->last = i;
        return true;
    }
  }
}

// Whether the pattern of a lookahead matches; what it captures is lost. Unlike the whole, it may
// match more than once: then its states have not failed.
bool Matcher::look_ahead(std::size_t pc, std::size_t i) {
  Match unused;
  Match* const outer = std::exchange(result_, &unused);
  const bool nested = std::exchange(looking_ahead_, true);
  const std::size_t tried = tried_ahead_.size();
  const bool matches = run(pc, i);
  if (matches)
    for (std::size_t k = tried; k < tried_ahead_.size(); ++k) failed_[tried_ahead_[k]] = false;
  if (matches || !nested) tried_ahead_.resize(tried);
  looking_ahead_ = nested;
  result_ = outer;
  return matches;
}

std::vector<std::size_t> Match::items(int variable) const {
  std::vector<std::size_t> found;
  for (const auto& [name, item] : captures)
    if (name == variable) found.push_back(item);
  return found;
}

bool Matcher::match(std::size_t first, Match& result) {
  const bool told = !rule_.opening.all();
  if (told && (first == items_.size() || (items_[first].classes & rule_.opening).none()))
    return false;
  if (failed_.empty()) failed_.resize(rule_.program.size() * (items_.size() + 1));
  result = {};
  result.first = first;
  result_ = &result;
  return run(0, first) && (trigger_ == kNoTrigger || (first <= trigger_ && trigger_ < result.last));
}

}  // namespace relata
