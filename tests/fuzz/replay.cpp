// Runs a fuzz target over files, without libFuzzer: what it once found is tried again in every build.
//   waiter_replay_<target> FILE...

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int count, char** names) {
  if (count < 2) {
    std::fprintf(stderr, "usage: %s FILE...\n", names[0]);
    return 2;
  }
  for (int i = 1; i < count; ++i) {
    std::ifstream file(names[i], std::ios::binary);
    if (!file) {
      std::fprintf(stderr, "%s cannot be read\n", names[i]);
      return 2;
    }
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  }
  std::printf("%d files replayed\n", count - 1);
  return 0;
}
