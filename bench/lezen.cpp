// Reading and checking a document, in process: the figure for `controleer` without starting a program.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "regeling/regeling.hpp"

namespace {

void BM_read(benchmark::State& state) {
  const std::string path = ZORGKADER_ROOT "/regelingen/maastricht-heuvelland/strategisch-partnerschap-2022.md";
  const auto text = zorgkader::read_text_file(path, 4 * 1024 * 1024);
  if (!text) {
    state.SkipWithError("the document cannot be read");
    return;
  }
  for (auto _ : state) {
    zorgkader::Bevindingen found;
    benchmark::DoNotOptimize(zorgkader::read_regeling(path, *text, {}, found));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text->size()));
}
BENCHMARK(BM_read)->Name("read and check the arrangement of 2022")->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
