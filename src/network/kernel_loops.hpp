// SPDX-License-Identifier: Apache-2.0
// The inner loops, over vectors of RELATA_WIDTH floats (GCC vector extensions) and the FixedLanes
// that stand before this file. It is included by one file for each instruction set, below a pragma
// that names the set; all that it defines is local to that file, and it calls nothing that is not.
//
// There are no fused multiplications (-ffp-contract=off), and no sum of floats is reordered, so the
// width of a vector does not change a bit of the result.

namespace relata {
namespace {

#define RELATA_INLINE inline __attribute__((always_inline))

template <int kWidth>
struct Lanes {
  typedef float Floats __attribute__((vector_size(kWidth * 4), aligned(4), may_alias));
  typedef std::int32_t Ints __attribute__((vector_size(kWidth * 4), aligned(4), may_alias));
  typedef std::int8_t Bytes __attribute__((vector_size(kWidth), aligned(1), may_alias));
};

// Rows x one panel of 16 columns.
template <int kWidth, int kRows>
RELATA_INLINE void multiply_tile(const float* left, std::size_t left_stride, const float* panel,
                                 std::size_t depth, float* result, std::size_t result_stride,
                                 std::size_t columns) {
  using Floats = typename Lanes<kWidth>::Floats;
  constexpr int kParts = static_cast<int>(PackedMatrix::kPanel) / kWidth;
  float edge[kRows][PackedMatrix::kPanel] = {};
  const bool whole = columns == PackedMatrix::kPanel;
  if (!whole)
    for (int r = 0; r < kRows; ++r)
      std::memcpy(edge[r], result + r * result_stride, columns * sizeof(float));
  Floats sums[kRows][kParts];
  for (int r = 0; r < kRows; ++r)
    for (int p = 0; p < kParts; ++p)
      sums[r][p] = *reinterpret_cast<const Floats*>((whole ? result + r * result_stride : edge[r]) +
                                                    p * kWidth);
  for (std::size_t k = 0; k < depth; ++k, panel += PackedMatrix::kPanel) {
    Floats right[kParts];
    for (int p = 0; p < kParts; ++p)
      right[p] = *reinterpret_cast<const Floats*>(panel + p * kWidth);
    for (int r = 0; r < kRows; ++r) {
      const float value = left[r * left_stride + k];
      for (int p = 0; p < kParts; ++p) sums[r][p] = sums[r][p] + right[p] * value;
    }
  }
  for (int r = 0; r < kRows; ++r)
    for (int p = 0; p < kParts; ++p)
      *reinterpret_cast<Floats*>((whole ? result + r * result_stride : edge[r]) + p * kWidth) =
          sums[r][p];
  if (!whole)
    for (int r = 0; r < kRows; ++r)
      std::memcpy(result + r * result_stride, edge[r], columns * sizeof(float));
}

template <int kWidth, int kRows>
RELATA_INLINE void multiply_rows(const float* left, std::size_t left_stride, std::size_t rows,
                                 const PackedMatrix& right, float* result,
                                 std::size_t result_stride) {
  constexpr std::size_t kPanel = PackedMatrix::kPanel;
  for (std::size_t column = 0; column < right.columns(); column += kPanel) {
    const float* panel = right.panel(column / kPanel);
    const std::size_t columns =
        right.columns() - column < kPanel ? right.columns() - column : kPanel;
    std::size_t r = 0;
    const auto tile = [&]<int kCount>() __attribute__((always_inline)) {
      multiply_tile<kWidth, kCount>(left + r * left_stride, left_stride, panel, right.rows(),
                                    result + r * result_stride + column, result_stride, columns);
      r += kCount;
    };
    while (rows - r >= kRows) tile.template operator()<kRows>();
    if (kRows > 6 && rows - r >= 6) tile.template operator()<6>();
    while (rows - r >= 3) tile.template operator()<3>();
    while (rows - r >= 1) tile.template operator()<1>();
  }
}

// exp by 2^n times a polynomial (Cephes' expf), off by 1 in the last place or two.
template <int kWidth>
RELATA_INLINE typename Lanes<kWidth>::Floats exp_of(typename Lanes<kWidth>::Floats x) {
  using Floats = typename Lanes<kWidth>::Floats;
  using Ints = typename Lanes<kWidth>::Ints;
  x = x < 87.0F ? x : 87.0F - Floats{};
  x = x > -87.0F ? x : -87.0F - Floats{};
  constexpr float kRound = 12582912.0F;  // 1.5 * 2^23: what is below the point falls off
  const Floats n = (x * 1.44269504F + kRound) - kRound;
  const Floats r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
  Floats y = 1.9875691500e-4F - Floats{};
  y = y * r + 1.3981999507e-3F;
  y = y * r + 8.3334519073e-3F;
  y = y * r + 4.1665795894e-2F;
  y = y * r + 1.6666665459e-1F;
  y = y * r + 5.0000001201e-1F;
  y = (y * r) * r + r + 1.0F;
  const Ints power = (__builtin_convertvector(n, Ints) + 127) << 23;
  Floats scale;
  std::memcpy(&scale, &power, sizeof scale);
  return y * scale;
}

template <int kWidth>
RELATA_INLINE typename Lanes<kWidth>::Floats sigmoid_of(typename Lanes<kWidth>::Floats x) {
  return 1.0F / (1.0F + exp_of<kWidth>(-x));
}

template <int kWidth>
RELATA_INLINE typename Lanes<kWidth>::Floats tanh_of(typename Lanes<kWidth>::Floats x) {
  return 1.0F - 2.0F / (exp_of<kWidth>(x + x) + 1.0F);
}

template <int kWidth>
RELATA_INLINE void lstm_cell_of(float* gates, float* cell, float* hidden, std::size_t units) {
  using Floats = typename Lanes<kWidth>::Floats;
  const auto at = [](float* values, std::size_t i) -> Floats& {
    return *reinterpret_cast<Floats*>(values + i);
  };
  for (std::size_t i = 0; i < units; i += kWidth) {
    const Floats input = sigmoid_of<kWidth>(at(gates, i));
    const Floats forget = sigmoid_of<kWidth>(at(gates, units + i));
    const Floats output = sigmoid_of<kWidth>(at(gates, 2 * units + i));
    const Floats candidate = tanh_of<kWidth>(at(gates, 3 * units + i));
    at(gates, i) = input;
    at(gates, units + i) = forget;
    at(gates, 2 * units + i) = output;
    at(gates, 3 * units + i) = candidate;
    at(cell, i) = forget * at(cell, i) + input * candidate;
    at(hidden, i) = output * tanh_of<kWidth>(at(cell, i));
  }
}

template <int kWidth>
RELATA_INLINE void add_scaled_of(const std::int8_t* values, float factor, float* sum,
                                 std::size_t size) {
  using Floats = typename Lanes<kWidth>::Floats;
  using Bytes = typename Lanes<kWidth>::Bytes;
  for (std::size_t i = 0; i < size; i += kWidth) {
    const Bytes bytes = *reinterpret_cast<const Bytes*>(values + i);
    Floats& place = *reinterpret_cast<Floats*>(sum + i);
    place = place + __builtin_convertvector(bytes, Floats) * factor;
  }
}

// The largest absolute value.
template <int kWidth>
RELATA_INLINE float largest_of(const float* values, std::size_t size) {
  using Floats = typename Lanes<kWidth>::Floats;
  Floats most{};
  std::size_t i = 0;
  for (; i + kWidth <= size; i += kWidth) {
    const Floats value = *reinterpret_cast<const Floats*>(values + i);
    const Floats absolute = value < 0.0F ? -value : value;
    most = absolute > most ? absolute : most;
  }
  float largest = 0;
  for (int k = 0; k < kWidth; ++k) largest = most[k] > largest ? most[k] : largest;
  for (; i < size; ++i) {
    const float value = values[i] < 0 ? -values[i] : values[i];
    largest = value > largest ? value : largest;
  }
  return largest;
}

// Four numbers at a time go to the place that FixedLanes has for them.
template <int kWidth>
RELATA_INLINE float round_of(const float* values, std::size_t size, std::int32_t* rounded) {
  using Floats = typename Lanes<kWidth>::Floats;
  using Ints = typename Lanes<kWidth>::Ints;
  constexpr std::size_t kGroup = FixedMatrix::kGroup;
  float largest = largest_of<kWidth>(values, size);
  if (largest == 0) largest = 1;
  const float scale = static_cast<float>(FixedMatrix::kLargest) / largest;
  constexpr float kRound = 12582912.0F;  // 1.5 * 2^23: what is below the point falls off
  for (std::size_t i = 0; i < size; i += kWidth) {
    Floats part{};
    const std::size_t count = size - i < kWidth ? size - i : kWidth;
    if (count == kWidth)
      part = *reinterpret_cast<const Floats*>(values + i);
    else
      std::memcpy(&part, values + i, count * sizeof(float));
    const Ints whole = __builtin_convertvector((part * scale + kRound) - kRound, Ints);
    std::int32_t numbers[kWidth];
    std::memcpy(numbers, &whole, sizeof numbers);
    FixedLanes::pack(numbers, (count + kGroup - 1) / kGroup,
                     rounded + i / kGroup * FixedLanes::kLeftWords);
  }
  return largest / static_cast<float>(FixedMatrix::kLargest);
}

template <int kWidth, typename Function>
RELATA_INLINE void apply(float* values, std::size_t size, Function function) {
  using Floats = typename Lanes<kWidth>::Floats;
  std::size_t i = 0;
  for (; i + kWidth <= size; i += kWidth) {
    Floats& place = *reinterpret_cast<Floats*>(values + i);
    place = function(place);
  }
  if (i == size) return;
  float rest[kWidth] = {};
  std::memcpy(rest, values + i, (size - i) * sizeof(float));
  Floats& place = *reinterpret_cast<Floats*>(rest);
  place = function(place);
  std::memcpy(values + i, rest, (size - i) * sizeof(float));
}

// kRows rows and one panel.
template <int kRows>
RELATA_INLINE void multiply_fixed_tile(const std::int32_t* left, const float* factors,
                                       const FixedMatrix& right, std::size_t panel, float* result,
                                       std::size_t result_stride) {
  constexpr std::size_t kPanel = FixedMatrix::kPanel, kWords = FixedLanes::kLeftWords;
  const std::size_t width = right.groups() * kWords;
  const std::int8_t* columns = right.panel(panel);
  FixedLanes lanes[kRows];
  for (int r = 0; r < kRows; ++r) lanes[r].start(right.offsets(panel));
  for (std::size_t k = 0; k < width; k += kWords, columns += FixedMatrix::kGroup * kPanel) {
    const FixedLanes::Columns loaded(columns);
    for (int r = 0; r < kRows; ++r) lanes[r].add(left + r * width + k, loaded);
  }
  const std::size_t begin = panel * kPanel;
  const std::size_t count = right.columns() - begin < kPanel ? right.columns() - begin : kPanel;
  for (int r = 0; r < kRows; ++r) {
    std::int32_t sums[kPanel];
    lanes[r].store(sums);
    float scaled[kPanel];
    for (std::size_t c = 0; c < kPanel; ++c)
      scaled[c] = static_cast<float>(sums[c]) * (factors[r] * right.factors(panel)[c]);
    float* place = result + r * result_stride + begin;
    if (count == kPanel)
      for (std::size_t c = 0; c < kPanel; ++c) place[c] += scaled[c];
    else
      for (std::size_t c = 0; c < count; ++c) place[c] += scaled[c];
  }
}

// `rows` rows and one panel; 1 to kMost.
template <int kMost>
RELATA_INLINE void multiply_fixed_some(std::size_t rows, const std::int32_t* left,
                                       const float* factors, const FixedMatrix& right,
                                       std::size_t panel, float* result,
                                       std::size_t result_stride) {
  if (rows == kMost)
    multiply_fixed_tile<kMost>(left, factors, right, panel, result, result_stride);
  else if constexpr (kMost > 1)
    multiply_fixed_some<kMost - 1>(rows, left, factors, right, panel, result, result_stride);
}

// Rows are shared out evenly: a tile of one or two rows would wait for the columns it reads.
RELATA_INLINE void multiply_fixed_rows(const std::int32_t* left, const float* factors,
                                       std::size_t rows, const FixedMatrix& right, float* result,
                                       std::size_t result_stride) {
  constexpr std::size_t kMost = FixedLanes::kRows;
  const std::size_t panels = (right.columns() + FixedMatrix::kPanel - 1) / FixedMatrix::kPanel;
  const std::size_t width = right.groups() * FixedLanes::kLeftWords;
  for (std::size_t panel = 0; panel < panels; ++panel) {
    std::size_t tiles = (rows + kMost - 1) / kMost;
    for (std::size_t r = 0, size = 0; r < rows; r += size, --tiles) {
      size = (rows - r + tiles - 1) / tiles;
      multiply_fixed_some<FixedLanes::kRows>(size, left + r * width, factors + r, right, panel,
                                             result + r * result_stride, result_stride);
    }
  }
}

// The loops as a table.
constexpr int kWidth = RELATA_WIDTH;

void multiply_all(const float* left, std::size_t left_stride, std::size_t rows,
                  const PackedMatrix& right, float* result, std::size_t result_stride) {
  multiply_rows<kWidth, RELATA_ROWS>(left, left_stride, rows, right, result, result_stride);
}
void multiply_fixed_all(const std::int32_t* left, const float* factors, std::size_t rows,
                        const FixedMatrix& right, float* result, std::size_t result_stride) {
  multiply_fixed_rows(left, factors, rows, right, result, result_stride);
}
float round_all(const float* values, std::size_t size, std::int32_t* rounded) {
  return round_of<kWidth>(values, size, rounded);
}
void lstm_cell_all(float* gates, float* cell, float* hidden, std::size_t units) {
  lstm_cell_of<kWidth>(gates, cell, hidden, units);
}
void add_scaled_all(const std::int8_t* values, float factor, float* sum, std::size_t size) {
  add_scaled_of<kWidth>(values, factor, sum, size);
}
void exp_all(float* values, std::size_t size) {
  apply<kWidth>(values, size, [](Lanes<kWidth>::Floats x) { return exp_of<kWidth>(x); });
}
void tanh_all(float* values, std::size_t size) {
  apply<kWidth>(values, size, [](Lanes<kWidth>::Floats x) { return tanh_of<kWidth>(x); });
}

constexpr Kernels kLoops{.multiply = multiply_all,
                         .left_words = FixedLanes::kLeftWords,
                         .multiply_fixed = multiply_fixed_all,
                         .round = round_all,
                         .lstm_cell = lstm_cell_all,
                         .add_scaled = add_scaled_all,
                         .exp = exp_all,
                         .tanh = tanh_all};

}  // namespace
}  // namespace relata

#undef RELATA_INLINE
