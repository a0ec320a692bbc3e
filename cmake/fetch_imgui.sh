#!/usr/bin/env bash
# Fetches Dear ImGui 1.90.1 into .deps/imgui, as Debian's signed source package. The system's own apt entry says where its
# mirror is and which key signs it; only the suite is replaced, in a private list with private state, so that the
# system's lists stay as they are. A second call does nothing. The Debian patch only adds a Makefile, so the original
# tarball alone is unpacked.
set -euo pipefail

version=1.90.1
tarball=imgui_1.90.1+ds.orig.tar.xz
sha256=ecce377df0f90b292f15dcbd83d438bddc162b2388c881132bde18c787572a1c

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
deps=$root/.deps
target=$deps/imgui
stamp=$target/.complete-$version
[[ -e $stamp ]] && exit 0
mkdir -p "$deps"

fail() {
  printf 'imgui: %s\n' "$1" >&2
  printf 'imgui: to go on without it, put %s (sha256 %s) into .deps/ and call again.\n' "$tarball" "$sha256" >&2
  exit 1
}

has_right_sum() { printf '%s  %s\n' "$sha256" "$1" | sha256sum --check --status; }

# The system's first entry for its own release, as a deb-src entry for the given suite and components.
# REQUIRES: VERSION_CODENAME is set.
private_entry() {
  local suite=$1 components=$2 file
  for file in /etc/apt/sources.list.d/*.sources; do
    [[ -e $file ]] || continue
    awk -v release="$VERSION_CODENAME" -v suite="$suite" -v components="$components" '
      function flush_stanza() {
        if (types ~ /deb/ && (" " suites " ") ~ (" " release " ") && uris != "") {
          print "Types: deb-src\nURIs: " uris "\nSuites: " suite "\nComponents: " components
          if (signed != "") print signed
          exit_now = 1; exit
        }
        types = suites = uris = signed = ""; in_key = 0
      }
      /^#/ { next }
      /^[[:space:]]*$/ { flush_stanza(); next }
      /^Types:/ { types = substr($0, 7) }
      /^Suites:/ { suites = substr($0, 8) }
      /^URIs:/ { split(substr($0, 6), words, " "); uris = words[1] }
      /^[^[:space:]]/ { in_key = 0 }
      in_key { signed = signed "\n" $0 }     # an inline key goes on in indented lines
      /^Signed-By:/ { signed = $0; in_key = 1 }
      END { if (!exit_now) flush_stanza() }' "$file" > "$apt/entry.sources"
    [[ -s $apt/entry.sources ]] && { echo "$apt/entry.sources"; return; }
  done
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [[ -e $file ]] || continue
    sed -nE "s#^deb(-src)?[[:space:]]+(\[[^]]*\][[:space:]]+)?([^[:space:]]+)[[:space:]]+${VERSION_CODENAME}[[:space:]].*#deb-src \2\3 $suite $components#p" \
      "$file" | head -n 1 > "$apt/entry.list"
    [[ -s $apt/entry.list ]] && { echo "$apt/entry.list"; return; }
  done
  return 1
}

download() {
  local suite components entry options
  # shellcheck source=/dev/null
  . /etc/os-release
  case ${ID:-}-${VERSION_CODENAME:-} in
    debian-*) suite=trixie components=main ;;
    ubuntu-*) suite=$VERSION_CODENAME components="main universe" ;;
    *) fail "this system is neither Debian nor Ubuntu, so there is no package to take the sources from." ;;
  esac
  apt=$deps/apt
  rm -rf "$apt"
  mkdir -p "$apt/state/lists/partial" "$apt/cache/archives/partial"
  entry=$(private_entry "$suite" "$components") || fail "no apt entry for $VERSION_CODENAME was found under /etc/apt."
  options=(-q -o "Dir::Etc::sourcelist=$entry" -o Dir::Etc::sourceparts=- -o "Dir::State=$apt/state" -o "Dir::Cache=$apt/cache"
           -o "APT::Sandbox::User=$(id -un)" -o Acquire::Languages=none -o Acquire::IndexTargets::deb-src::Contents::DefaultEnabled=false)
  apt-get "${options[@]}" update || fail "the package list of $suite could not be read."
  (cd "$apt" && apt-get "${options[@]}" source --download-only "imgui=$(apt-cache "${options[@]}" showsrc imgui |
    sed -n "s/^Version: \($version+ds-.*\)/\1/p" | head -n 1)") ||
    fail "$suite has no source package imgui $version."
  mv "$apt/$tarball" "$deps/"
  rm -rf "$apt"
}

if [[ ! -e $deps/$tarball ]]; then download; fi
has_right_sum "$deps/$tarball" || fail "$tarball does not have the sum that is pinned here; delete it."

rm -rf "$target"
mkdir -p "$target"
tar -xJf "$deps/$tarball" -C "$target" --strip-components=1
grep -q "define IMGUI_VERSION  *\"$version\"" "$target/imgui.h" || fail "the tarball does not hold version $version."
touch "$stamp"
printf 'imgui: %s is in .deps/imgui (sha256 %s)\n' "$version" "$sha256"
