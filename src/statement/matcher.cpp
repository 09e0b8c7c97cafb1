// SPDX-License-Identifier: Apache-2.0
#include "statement/matcher.hpp"

namespace relata {
namespace {

using Op = Instruction::Op;
constexpr std::size_t kMostSteps = 20000;
constexpr std::size_t kDeepest = 2000;

// Backtracking by recursion at every split.
class Machine {
 public:
  Machine(const Rule& rule, std::span<const Item> items, std::size_t trigger, Match& result)
      : program_(rule.program), items_(items), trigger_(trigger), result_(result) {}

  bool run(std::size_t pc, std::size_t i, std::size_t depth = 0) {
    if (depth > kDeepest) return false;
    for (;;) {
      if (++steps_ > kMostSteps) return false;
      const Instruction& instruction = program_[pc];
      switch (instruction.op) {
        case Op::one_of:
        case Op::none_of:
          if (i == items_.size() || !accepts(instruction, i)) return false;
          if (instruction.variable >= 0) result_.captures.emplace_back(instruction.variable, i);
          ++i;
          ++pc;
          break;
        case Op::split: {
          const std::size_t captured = result_.captures.size();
          if (run(instruction.a, i, depth + 1)) return true;
          result_.captures.resize(captured);
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
          const std::size_t captured = result_.captures.size();
          const std::size_t last = result_.last;
          const bool found = run(pc + 1, i, depth + 1);
          result_.captures.resize(captured);
          result_.last = last;
          if (found == (instruction.b == 1)) return false;
          pc = instruction.a;
          break;
        }
        case Op::match:
          result_.last = i;
          return true;
      }
    }
  }

 private:
  bool accepts(const Instruction& instruction, std::size_t i) const {
    const bool any = (items_[i].classes & instruction.classes).any();
    if (instruction.op == Op::none_of) return !any;
    if (!any) return false;
    return !instruction.trigger || i == trigger_;
  }

  const std::vector<Instruction>& program_;
  std::span<const Item> items_;
  std::size_t trigger_;
  Match& result_;
  std::size_t steps_ = 0;
};

}  // namespace

std::vector<std::size_t> Match::items(int variable) const {
  std::vector<std::size_t> found;
  for (const auto& [name, item] : captures)
    if (name == variable) found.push_back(item);
  return found;
}

bool match(const Rule& rule, std::span<const Item> items, std::size_t first, std::size_t trigger,
           Match& result) {
  result = {};
  result.first = first;
  if (!Machine(rule, items, trigger, result).run(0, first)) return false;
  return trigger == kNoTrigger || (first <= trigger && trigger < result.last);
}

}  // namespace relata
