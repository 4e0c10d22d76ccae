#!/usr/bin/env bash
# Writes two labelled collections of short texts for "-- themes": the one-line descriptions of Debian's packages, labelled by their section.
#   themes-from-debian.sh FOLDER     needs apt's package lists (apt-get update)
set -euo pipefail
folder=${1:?usage: themes-from-debian.sh FOLDER}
sections=' database editors electronics fonts games graphics hamradio mail science sound vcs video '
mkdir -p "$folder"
apt-cache dumpavail | awk -v sections="$sections" '
  /^Package: / { name = $2 } /^Section: / { section = $2 } /^Description: / { text = substr($0, 14) }
  /^$/ { if (index(sections, " " section " ") && name !~ /^lib|-(dev|dbg|doc|data|common|l10n|i18n)/) print section "\t" text; section = ""; text = "" }' \
  | LC_ALL=C sort -u >"$folder/all"
(echo -e 'section\ttext'; awk -F'\t' '{ if (seen[$1]++ % 10 == 0 && taken[$1]++ < 60) print }' "$folder/all") >"$folder/debian-few.tsv"
(echo -e 'section\ttext'; head -5000 <(shuf --random-source=<(yes) "$folder/all")) >"$folder/debian-5000.tsv"
rm "$folder/all"
wc -l "$folder"/debian-*.tsv
