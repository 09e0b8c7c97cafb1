// SPDX-License-Identifier: Apache-2.0
// Runs a fuzz target without libFuzzer: over its seeds, then over seeds that were mutated at
// random, always the same ones. driver ROUNDS SECONDS SEED_FILE...

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) { return limit == 0 ? 0 : random() % limit; }

// One of: a byte changed, a stretch removed, doubled, moved to another seed, or a byte that is
// special in one of the formats put in.
std::string mutated(std::string bytes, const std::vector<std::string>& seeds, Random& random) {
  using namespace std::literals;
  static constexpr std::string_view special = "\0\"<>{}[]\\&;\n\r\t\xEF\xBB\xBF\xFF\xFE\xE3\x80"sv;
  const std::size_t edits = 1 + below(random, 8);
  for (std::size_t i = 0; i < edits; ++i) {
    const std::size_t at = below(random, bytes.size() + 1);
    const std::size_t length = below(random, std::min<std::size_t>(bytes.size() - at, 64) + 1);
    const std::string& other = seeds[below(random, seeds.size())];
    const std::size_t from = below(random, other.size() + 1);
    switch (random() % 5) {
      case 0:
        if (at < bytes.size()) bytes[at] = static_cast<char>(random());
        break;
      case 1:
        bytes.erase(at, length);
        break;
      case 2:
        bytes.insert(at, std::string(bytes, at, length));
        break;
      case 3:
        bytes.insert(at, other, from, below(random, 64));
        break;
      case 4:
        bytes.insert(at, 1, special[below(random, special.size())]);
        break;
    }
  }
  return bytes;
}

// Short, so that thousands of rounds fit into some seconds: a line of the seed or a window of it.
std::string part(const std::string& bytes, Random& random) {
  const std::size_t at = below(random, bytes.size());
  if (random() % 2 == 0) {
    const std::size_t begin = at == 0 ? 0 : bytes.rfind('\n', at - 1) + 1;
    return bytes.substr(begin, bytes.find('\n', at) - begin).substr(0, 2000);
  }
  return bytes.substr(at, 16 + below(random, 600));
}

void run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const std::size_t rounds = std::strtoul(argv[1], nullptr, 10);
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(std::atoi(argv[2]));
  std::vector<std::string> seeds;
  for (int i = 3; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    run(seeds.back());
  }
  Random random(20230131);  // NOLINT: the same inputs in every run
  std::size_t done = 0;
  while (done < rounds && std::chrono::steady_clock::now() < end) {
    run(mutated(part(seeds[below(random, seeds.size())], random), seeds, random));
    ++done;
  }
  std::cout << done << " inputs\n";
}
