#!/usr/bin/env bash
# Packs the page's fonts: the characters that the page writes, and nothing else (17 kB a face instead of 600).
#   subset_fonts.sh view DIR   DIR/<face>.font for the canvas: plain outlines; Dear ImGui knows no layout features
#   subset_fonts.sh page DIR   DIR/<face>.woff2 for the page's own text, with kerning and tabular figures
# Faces: inter-regular inter-medium inter-semibold jetbrains-mono-regular.
set -euo pipefail
purpose=$1
out=$2

# ASCII, Latin-1, Latin Extended-A; then dashes, quotes, bullet, ellipsis, arrows, marks, circles, triangles, bars, signs.
characters=U+0020-007E,U+00A0-017F
characters+=,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D,U+2022,U+2026,U+2190-2193,U+21BA,U+21BB
characters+=,U+2212,U+2248,U+2260,U+2264,U+2265,U+2318,U+25A0,U+25A1,U+25B2,U+25B6,U+25BA,U+25BC,U+25C0,U+25C4
characters+=,U+25CB,U+25CF,U+2713,U+2717,U+275A

font_file() {
  local found
  found=$(find -L /usr/share/fonts /usr/local/share/fonts \( -name "$1.otf" -o -name "$1.ttf" \) -print -quit 2>/dev/null)
  if [[ -z $found ]]; then
    printf 'fonts: %s was not found: install the packages fonts-inter and fonts-jetbrains-mono.\n' "$1" >&2
    exit 1
  fi
  printf '%s' "$found"
}

pack() {
  local face=$1 source
  source=$(font_file "$2")
  case $purpose in
    view)
      hb-subset "$source" --unicodes="$characters" --layout-features= --no-hinting --output-file="$out/$face.font"
      ;;
    page)
      # No ligatures: a learner should see == and -> as typed.
      hb-subset "$source" --unicodes="$characters" --layout-features=kern,mark,mkmk,ccmp,tnum,zero,case --no-hinting \
        --output-file="$out/$face.otf"
      woff2_compress "$out/$face.otf" 2> "$out/$face.log" || { cat "$out/$face.log" >&2; exit 1; }
      rm "$out/$face.otf" "$out/$face.log"
      ;;
    *) printf 'usage: %s view|page DIR\n' "$0" >&2; exit 2 ;;
  esac
}

mkdir -p "$out"
pack inter-regular Inter-Regular
pack inter-medium Inter-Medium
pack inter-semibold Inter-SemiBold
pack jetbrains-mono-regular JetBrainsMono-Regular
