// SPDX-License-Identifier: Apache-2.0
// Sizes and rates of the segmenter's network.
#pragma once

#include <cstddef>
#include <cstdint>

namespace relata {

struct SegmenterOptions {
  std::size_t embedding = 64, units = 64, layers = 2;
  float atom_dropout = 0.1F;   ///< of the atom itself
  float pair_dropout = 0.3F;   ///< of two atoms
  float place_dropout = 0.1F;  ///< of what the word list says
  float part_dropout = 0.1F;   ///< of all other features
  float input_dropout = 0.2F, layer_dropout = 0.3F, recurrent_dropout = 0.1F;
  float tag_weight = 0.3F;  ///< of the parts of speech, which help to learn words
  std::uint32_t rare = 2;   ///< features that were seen less often have no vector
  std::size_t epochs = 30;
  std::size_t batch = 1000;  ///< atoms
  float rate = 2e-3F;
  std::size_t longest = 300;  ///< atoms of an example
  std::uint64_t seed = 1;
};

}  // namespace relata
