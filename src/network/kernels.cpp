// SPDX-License-Identifier: Apache-2.0
// Which loops run on this processor.

#include "network/kernels.hpp"

namespace relata {

const Kernels* plain_kernels();
const Kernels* avx2_kernels();
const Kernels* avx512_kernels();
const Kernels* vnni_kernels();

std::vector<const Kernels*> all_kernels() {
  std::vector<const Kernels*> all;
  for (const auto find : {plain_kernels, avx2_kernels, avx512_kernels, vnni_kernels})
    if (const Kernels* found = find()) all.push_back(found);
  return all;
}

const Kernels& kernels() {
  static const Kernels& best = *all_kernels().back();
  return best;
}

}  // namespace relata
