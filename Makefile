# What a person or a build server types. Each target installs what it misses, then leaves the work to CMake and Ninja.
#
#   JOBS=n           compile and test with n processes (default: all cores)
#   FUZZ_SECONDS=n   time for each fuzz target (default: 20 in `make test`, 600 in `make fuzz`)
#   INSTALL=true     install nothing: for systems where the libraries are already there

JOBS    ?= $(shell nproc)
INSTALL ?= tools/install.sh

CMAKE   := cmake -S . -G Ninja --log-level=WARNING
RELEASE := -DCMAKE_BUILD_TYPE=Release
TEST    := -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O1 -DZORGKADER_TESTS=ON -DZORGKADER_SANITIZE=ON
FUZZ    := -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O1 -DZORGKADER_FUZZ=ON -DCMAKE_CXX_COMPILER=clang++-19
BENCH   := $(RELEASE) -DZORGKADER_BENCH=ON

# $(call compile,directory,options,target)
compile = $(CMAKE) -B $(1) $(2) && cmake --build $(1) -j $(JOBS) --target $(3)

.PHONY: help build demo test galerij mutatie fuzz soak bench format clean
.NOTPARALLEL:
help:  ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

build:  ## build/zorgkader, optimised
	@$(INSTALL) build
	@$(call compile,build/release,$(RELEASE),zorgkader)
	@ln -sf release/zorgkader build/zorgkader

PARTNERSCHAP := regelingen/maastricht-heuvelland/strategisch-partnerschap-2022.md
IN_DOSSIER   := --dossier build/demo/dossier.db
demo: build  ## an example region in build/demo: facts and a dossier, computed, settled and verified
	build/zorgkader demo build/demo
	build/zorgkader bereken $(PARTNERSCHAP) $(IN_DOSSIER) --alleen lumpsum_totaal,overschrijding
	build/zorgkader declaraties $(IN_DOSSIER) --jaar 2022 --per gemeente
	build/zorgkader werklijst $(IN_DOSSIER) --nu 2023-02-01 --gemeente Maastricht || true  # some are late
	build/zorgkader verifieer $(IN_DOSSIER)

test:  ## everything that must hold: tests with sanitizers, style, and a short run of every fuzz target
	@$(INSTALL) test
	@$(call compile,build/fuzz,$(FUZZ) -DZORGKADER_FUZZ_SECONDS=$(or $(FUZZ_SECONDS),20),fuzzers)
	@$(call compile,build/test,$(TEST) -DZORGKADER_FUZZ_BUILD=$(CURDIR)/build/fuzz,all)
	@ctest --test-dir build/test --output-on-failure -j $(JOBS)

galerij:  ## write what docs/foutengalerij.md, docs/schrijfwijzer.md, docs/iwmo-regels.md, docs/registers.md and docs/dossiertabellen.md show of the program anew
	@$(INSTALL) test
	@$(call compile,build/test,$(TEST),test_app test_cli test_iwmo test_dossier)
	@ZORGKADER_GALERIJ=1 build/test/tests/test_app --gtest_brief=1 --gtest_filter='Foutengalerij.*'
	@ZORGKADER_GALERIJ=1 build/test/tests/test_cli --gtest_brief=1 --gtest_filter='Schrijfwijzer.*'
	@ZORGKADER_GALERIJ=1 build/test/tests/test_iwmo --gtest_brief=1 --gtest_filter='Regels.Document*'
	@ZORGKADER_GALERIJ=1 build/test/tests/test_dossier --gtest_brief=1 --gtest_filter='Registers.Document*:Dossiertabellen.Document*'

mutatie:  ## change every constant, operator and cell that counts: a golden case must notice each
	@$(INSTALL) build
	@$(call compile,build/release,$(RELEASE),mutatie)
	@build/release/tests/mutatie/mutatie -j $(JOBS)

fuzz:  ## look longer for input that breaks a parser
	@$(INSTALL) fuzz
	@$(call compile,build/fuzz,$(FUZZ) -DZORGKADER_FUZZ_SECONDS=$(or $(FUZZ_SECONDS),600),fuzzers)
	@ctest --test-dir build/fuzz --output-on-failure -j $(JOBS)

soak:  ## kill the store, and an import, a thousand times: nothing that was acknowledged may be lost
	@$(INSTALL) test
	@$(call compile,build/test,$(TEST),test_storage test_cli zorgkader)
	@ZORGKADER_SOAK=$(or $(ROUNDS),1000) build/test/tests/test_storage --gtest_filter='Opslag.EenProces*'
	@ZORGKADER_SOAK=$(or $(ROUNDS),1000) build/test/tests/test_cli --gtest_filter='*Killed*'

bench:  ## measure speed and memory, beside peers
	@$(INSTALL) bench
	@npm install --silent --no-save --prefix build/bench/node @duckdb/node-api@1.5.6-r.1 || echo "bench: without DuckDB"
	@export ZORGKADER_NODE=$(CURDIR)/build/bench/node; $(call compile,build/bench,$(BENCH),measure)

format:  ## lay out the C++ the house way
	@tools/format.sh write

clean:  ## remove everything that was built
	rm -rf build
