// SPDX-License-Identifier: Apache-2.0
// Backtracking with a table of what has failed, as the bit-state matcher of RE2 does.

#include "statement/matcher.hpp"

namespace relata {

using Op = Instruction::Op;

bool Matcher::accepts(const Instruction& instruction, std::size_t i) const {
  if (i == items_.size()) return false;
  const bool any = (items_[i].classes & instruction.classes).any();
  if (instruction.op == Op::none_of) return !any;
  return any && (!instruction.trigger || i == trigger_);
}

bool Matcher::run(std::size_t pc, std::size_t i) {
  for (;;) {
    const std::size_t state = pc * (items_.size() + 1) + i;
    if (failed_[state]) return false;
    // It stands as failed until the whole pattern has matched, and then nobody asks any more.
    failed_[state] = true;
    const Instruction& instruction = program_[pc];
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
      case Op::ahead: {
        Match unused;
        Matcher ahead(program_, items_, trigger_);
        ahead.result_ = &unused;
        if (ahead.run(pc + 1, i) == (instruction.b == 1)) return false;
        pc = instruction.a;
        break;
      }
      case Op::match:
        result_->last = i;
        return true;
    }
  }
}

std::vector<std::size_t> Match::items(int variable) const {
  std::vector<std::size_t> found;
  for (const auto& [name, item] : captures)
    if (name == variable) found.push_back(item);
  return found;
}

bool Matcher::match(std::size_t first, Match& result) {
  if (const Instruction& start = program_.front();
      (start.op == Op::one_of || start.op == Op::none_of) && !accepts(start, first))
    return false;
  result = {};
  result.first = first;
  result_ = &result;
  return run(0, first) && (trigger_ == kNoTrigger || (first <= trigger_ && trigger_ < result.last));
}

}  // namespace relata
