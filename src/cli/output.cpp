// SPDX-License-Identifier: Apache-2.0
// Output over POSIX descriptors: the standard streams lose the reason why a write failed, and the
// reason is what the user needs.

#include "cli/output.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <streambuf>
#include <system_error>
#include <utility>

namespace relata::cli {
namespace {

std::string reason(int error) { return std::generic_category().message(error); }

// Throws from inside of std::ostream, which passes it on because its exceptions() ask for it.
class DescriptorBuffer : public std::streambuf {
 public:
  DescriptorBuffer(int descriptor, std::string name)
      : descriptor_(descriptor), name_(std::move(name)) {
    setp(bytes_.data(), bytes_.data() + bytes_.size());
  }

 protected:
  int_type overflow(int_type c) override {
    sync();
    if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
  }

  int sync() override {
    const char* next = pbase();
    const char* const end = pptr();
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    while (next < end) {
      const ssize_t written = ::write(descriptor_, next, static_cast<std::size_t>(end - next));
      if (written < 0 && errno == EINTR) continue;
      if (written < 0 && errno == EPIPE) throw BrokenPipe("broken pipe");
      if (written < 0) throw IoError(fmt::format("cannot write {}: {}", name_, reason(errno)));
      next += written;
    }
    return 0;
  }

 private:
  int descriptor_;
  std::string name_;
  std::array<char, 1 << 16> bytes_;
};

// Where to write the bytes of `target` until they are complete. Follows links, so that a link stays
// one; empty for a device or a pipe.
std::filesystem::path draft_of(std::filesystem::path& target) {
  std::error_code none;
  const std::filesystem::path real = std::filesystem::canonical(target, none);
  if (!none) target = real;
  if (!none && !std::filesystem::is_regular_file(real)) return {};
  return target.parent_path() /
         fmt::format(".{}.{}.part", target.filename().string(), static_cast<long>(::getpid()));
}

}  // namespace

struct Output::Parts {
  Parts(int fd, const std::string& name) : descriptor(fd), buffer(fd, name), stream(&buffer) {
    stream.exceptions(std::ios::badbit);
  }
  Parts(const Parts&) = delete;
  ~Parts() {
    if (descriptor != STDOUT_FILENO) ::close(descriptor);
    std::error_code ignored;
    if (!draft.empty()) std::filesystem::remove(draft, ignored);
  }

  int descriptor;
  std::filesystem::path target, draft;  // draft is empty where there is nothing to rename
  DescriptorBuffer buffer;
  std::ostream stream;
};

Output::Output(const std::string& name) {
  if (name == "-") {
    parts_ = std::make_unique<Parts>(STDOUT_FILENO, "standard output");
    return;
  }
  std::filesystem::path target = name;
  const std::filesystem::path draft = draft_of(target);
  const std::filesystem::path& opened = draft.empty() ? target : draft;
  const bool folder = std::filesystem::is_directory(target);
  const int descriptor =
      folder ? -1 : ::open(opened.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0)
    throw IoError(fmt::format("cannot write {}: {}", name, reason(folder ? EISDIR : errno)));
  parts_ = std::make_unique<Parts>(descriptor, name);
  parts_->target = target;
  parts_->draft = draft;
}

Output::Output(Output&&) noexcept = default;
Output::~Output() = default;

std::ostream& Output::stream() { return parts_->stream; }

void Output::commit() {
  parts_->stream.flush();
  if (parts_->draft.empty()) return;
  std::error_code error;
  std::filesystem::rename(parts_->draft, parts_->target, error);
  if (error)
    throw IoError(fmt::format("cannot write {}: {}", parts_->target.string(), error.message()));
  parts_->draft.clear();
}

void print(const std::string& text) {
  Output output("-");
  output.stream() << text;
  output.commit();
}

}  // namespace relata::cli
