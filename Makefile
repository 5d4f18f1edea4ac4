# kosh: everything a newcomer needs is `make demo` and `make test`.
SHELL := /bin/bash
PREFIX ?= /usr/local
PACKAGES := libsqlite3-dev libssl-dev libxml2-dev libglpk-dev libxlsxwriter-dev \
  libpangocairo-1.0-0 fonts-noto-core pkg-config
# What the tests read workbooks and paper back with.
TEST_PACKAGES := python3-openpyxl poppler-utils
BUILD := .build
DEMO := kosh-demo

.PHONY: help demo build test moves lint format docs bench install hooks tools clean

help: ## Show the targets.
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: build ## Run the main job on a bundled file: register, include, grant, report.
	@$(BUILD)/release/kosh demo --into $(DEMO)

build: tools ## Build the optimised kosh.
	@echo "Building kosh (the first time takes a few minutes)"
	@swift build -c release --static-swift-stdlib --product kosh

test: PACKAGES += $(TEST_PACKAGES)
test: tools ## Run every test.
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build --disable-xctest

# A folder of its own, since the flag would have everything else built anew.
moves: tools ## Make 100,000 random moves of places and people: make moves KOSH_SEED=7
	KOSH_MOVES=$${KOSH_MOVES:-100000} swift test -c release -Xswiftc -enable-testing \
	  --scratch-path $(BUILD)/moves --disable-xctest --filter PlaceModelTests

lint: tools ## Check the format of every source file.
	swift format lint --strict --parallel --recursive Sources Tests Migrations Seeds Package.swift

format: tools ## Rewrite every source file in the house format.
	swift format --in-place --parallel --recursive Sources Tests Migrations Seeds Package.swift

docs: build ## Write the reference pages from the program's own declarations.
	@for page in cli problems permissions; do \
	  $(BUILD)/release/kosh docs $$page > Docs/reference/$$page.md || exit 1; done
	@$(BUILD)/release/kosh docs man > Docs/reference/kosh.1

bench: tools ## Measure each workload beside its floor: make bench ARGS="load --families 313256"
	swift build -c release --static-swift-stdlib --product bench
	@$(BUILD)/release/bench $(ARGS)

install: build ## Install kosh, its manual page and completions under PREFIX.
	install -D -m 755 $(BUILD)/release/kosh $(DESTDIR)$(PREFIX)/bin/kosh
	$(BUILD)/release/kosh docs man > $(BUILD)/kosh.1
	install -D -m 644 $(BUILD)/kosh.1 $(DESTDIR)$(PREFIX)/share/man/man1/kosh.1
	$(BUILD)/release/kosh completions bash > $(BUILD)/kosh.bash
	install -D -m 644 $(BUILD)/kosh.bash \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/kosh

hooks: ## Check format and build before every commit.
	git config core.hooksPath .githooks

clean: ## Remove what was built and the demonstration.
	rm -rf $(BUILD) $(DEMO)

# Installs what is missing, and only that; says what to do where it cannot.
tools:
	@command -v swift >/dev/null || { \
	  echo "Swift is not on this machine's PATH. Kosh needs Swift 6.3 or later:"; \
	  echo "  https://www.swift.org/install/linux/ shows how to install it;"; \
	  echo "  then run the same make command again."; exit 1; } >&2
	@missing=""; \
	if command -v dpkg-query >/dev/null; then \
	  for package in $(PACKAGES); do \
	    dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' \
	      || missing="$$missing $$package"; \
	  done; \
	  [ -z "$$missing" ] && exit 0; \
	  echo "Installing$$missing"; \
	  root=""; [ "$$(id -u)" = 0 ] || root=sudo; \
	  { $$root apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	    $$root apt-get install -y -qq --no-install-recommends $$missing; } >/dev/null; \
	elif ! { pkg-config --exists sqlite3 libcrypto libxml-2.0 && \
	    printf '#include <glpk.h>\n#include <xlsxwriter.h>\n' \
	      | $${CC:-clang} -E -x c - >/dev/null 2>&1; }; then \
	  echo "Kosh needs the development files of SQLite, OpenSSL, libxml2, GLPK and libxlsxwriter"; \
	  echo "(and pkg-config; for PDF also Pango with cairo, and Noto Sans or DejaVu Sans);"; \
	  echo "install them with this system's package manager and run the command again."; \
	  exit 1; \
	fi >&2
