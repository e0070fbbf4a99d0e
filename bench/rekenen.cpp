// Evaluating an arrangement's own formula over 14.4 million cells, beside a hand-written loop over the same columns.
// Both must give the same sums before a time counts.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "engine/run.hpp"

namespace zorgkader {
namespace {

constexpr Code kClienten = 1'200'000, kMaanden = 12, kProducten = 60, kGemeenten = 10, kAanbieders = 150;

/// A small generator with the same numbers on every machine.
struct Toeval {
  std::uint64_t state;
  std::uint64_t below(std::uint64_t n) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (state >> 33) % n;
  }
};

std::string document() {
  std::string out = "# 1 Proef\nBron: verzonnen, 1\n\n";
  const auto key = [&](const char* name, Code count, bool open) {
    out += fmt::format("Sleutel `{0}`{1}\n\n| {0} |\n|---|\n", name, open ? " (open: feiten brengen ze)" : "");
    for (Code i = 0; i < count; ++i) out += fmt::format("| {}{:03} |\n", name, i);
    out += "\n";
  };
  key("client", 0, true);
  key("maand", kMaanden, false);
  key("product", kProducten, false);
  key("gemeente", kGemeenten, false);
  key("aanbieder", kAanbieders, false);
  out += "Tabel `tarief` per product [€/uur]\n\n| product | waarde |\n|---|---|\n";
  for (Code i = 0; i < kProducten; ++i) out += fmt::format("| product{:03} | {},{:02} |\n", i, 45 + i, i % 100);
  out += "\nTabel `index` per maand [%]\n\n| maand | waarde |\n|---|---|\n";
  for (Code i = 0; i < kMaanden; ++i) out += fmt::format("| maand{:03} | {} |\n", i, i < 6 ? "3,87" : "4,96");
  out +=
      "\n```regel\n"
      "invoer product_van per client [product]\n"
      "invoer gemeente_van per client [gemeente]\n"
      "invoer aanbieder_van per client [aanbieder]\n"
      "invoer aantal per client, maand [uur]\n"
      "kosten per gemeente, aanbieder [€] =\n"
      "    som(rond(tarief[product = product_van] * aantal * (1 + index); cent) over client, maand per gemeente_van, "
      "aanbieder_van)\n"
      "uitkomst kosten\n```\n";
  return out;
}

struct Data {
  std::vector<std::int64_t> product, gemeente, aanbieder, aantal, tarief, index;
  Regeling regeling;
  FeitenInvoer feiten;
  std::unique_ptr<Run> run;
  Bevindingen found;
};

SleutelKolom clienten(Code repeat) {
  SleutelKolom k{"client", {}, {}};
  for (Code c = 0; c < kClienten; ++c) k.leden.push_back(fmt::format("c{:07}", c));
  for (Code c = 0; c < kClienten; ++c) k.codes.insert(k.codes.end(), repeat, c);
  return k;
}

Tabel members(const char* name, const char* of, Code count, Toeval& chance, std::vector<std::int64_t>& codes) {
  Tabel t;
  t.naam = name;
  t.sleutels.push_back(clienten(1));
  t.waarden.soort = Soort::tekst;
  for (Code i = 0; i < count; ++i) t.waarden.woorden.push_back(fmt::format("{}{:03}", of, i));
  for (Code c = 0; c < kClienten; ++c) t.waarden.ints.push_back(static_cast<std::int64_t>(chance.below(count)));
  codes = t.waarden.ints;
  return t;
}

Data& data() {
  static Data& d = *[] {
    auto* out = new Data;
    Toeval chance{2022};
    out->feiten.tabellen["product_van"] = members("product_van", "product", kProducten, chance, out->product);
    out->feiten.tabellen["gemeente_van"] = members("gemeente_van", "gemeente", kGemeenten, chance, out->gemeente);
    out->feiten.tabellen["aanbieder_van"] = members("aanbieder_van", "aanbieder", kAanbieders, chance, out->aanbieder);
    Tabel aantal;
    aantal.naam = "aantal";
    aantal.sleutels.push_back(clienten(kMaanden));
    SleutelKolom maand{"maand", {}, {}};
    for (Code m = 0; m < kMaanden; ++m) maand.leden.push_back(fmt::format("maand{:03}", m));
    for (Code c = 0; c < kClienten; ++c) {
      for (Code m = 0; m < kMaanden; ++m) maand.codes.push_back(m);
    }
    aantal.sleutels.push_back(std::move(maand));
    aantal.waarden.noemer = 10;
    for (std::size_t i = 0; i < std::size_t{kClienten} * kMaanden; ++i)
      aantal.waarden.ints.push_back(static_cast<std::int64_t>(chance.below(400)));
    out->aantal = aantal.waarden.ints;
    out->feiten.tabellen["aantal"] = std::move(aantal);
    for (Code i = 0; i < kProducten; ++i) out->tarief.push_back((45 + i) * 100 + i % 100);
    for (Code i = 0; i < kMaanden; ++i) out->index.push_back(10'000 + (i < 6 ? 387 : 496));
    out->regeling = read_regeling("bench.md", document(), {}, out->found);
    out->run = std::make_unique<Run>(out->regeling, out->feiten, RunOpties{}, out->found);
    for (const Bevinding& b : out->found) fmt::print(stderr, "{}", to_text(b));
    return out;
  }();
  return d;
}

/// Cents per gemeente and aanbieder, as a programmer would write it for just this formula.
std::vector<std::int64_t> by_hand(const Data& d) {
  std::vector<std::int64_t> sum(std::size_t{kGemeenten} * kAanbieders);
  for (std::size_t c = 0; c < kClienten; ++c) {
    const std::int64_t tarief = d.tarief[static_cast<std::size_t>(d.product[c])];
    std::int64_t total = 0;
    for (std::size_t m = 0; m < kMaanden; ++m) {
      // cents * tenths of hours * ten-thousandths: 100.000 to a cent, half away from zero
      total += (tarief * d.aantal[c * kMaanden + m] * d.index[m] + 50'000) / 100'000;
    }
    sum[static_cast<std::size_t>(d.gemeente[c] * kAanbieders + d.aanbieder[c])] += total;
  }
  return sum;
}

/// The same, cell by cell, without noticing that the months of one client stand together.
std::vector<std::int64_t> by_hand_per_cell(const Data& d) {
  std::vector<std::int64_t> sum(std::size_t{kGemeenten} * kAanbieders);
  for (std::size_t i = 0; i < d.aantal.size(); ++i) {
    const std::size_t c = i / kMaanden, m = i % kMaanden;
    const std::int64_t cents =
        (d.tarief[static_cast<std::size_t>(d.product[c])] * d.aantal[i] * d.index[m] + 50'000) / 100'000;
    sum[static_cast<std::size_t>(d.gemeente[c] * kAanbieders + d.aanbieder[c])] += cents;
  }
  return sum;
}

std::vector<std::int64_t> by_engine(Data& d) {
  Run& run = *d.run;
  run.forget();
  const int kosten = d.regeling.grootheid("kosten");
  run.compute({kosten});
  const Column& c = *run.column(kosten);
  std::vector<std::int64_t> out;
  for (Rij r = 0; r < c.index->rows(); ++r) out.push_back(*(c.getal(r) * Getal(100)).as_int64());
  return out;
}

void check_equal() {
  Data& d = data();
  if (by_hand(d) == by_engine(d) && by_hand(d) == by_hand_per_cell(d)) return;
  fmt::print(stderr, "bench: the engine and the hand-written loop differ\n");
  std::abort();
}

void BM_hand(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(by_hand(data()));
}
void BM_hand_per_cell(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(by_hand_per_cell(data()));
}
void BM_engine(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(by_engine(data()));
}

}  // namespace
}  // namespace zorgkader

int main(int argc, char** argv) {
  zorgkader::check_equal();
  benchmark::RegisterBenchmark("hand-written loop, months of a client together", zorgkader::BM_hand)
      ->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("hand-written loop, cell by cell", zorgkader::BM_hand_per_cell)
      ->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("engine, the formula of the document", zorgkader::BM_engine)
      ->Unit(benchmark::kMillisecond);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
