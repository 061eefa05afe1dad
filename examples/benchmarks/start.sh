#!/usr/bin/env bash
# Times one start of the command line beside kubectl's, by turns: start.sh [TURNS]. Prints the median and the longest.
set -euo pipefail

sonde=$(cd "$(dirname "$0")/../../cli/bin" && pwd)/sonde
turns=${1:-21}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
unset CI
export SONDE_CACHE=$folder/cache

cat > probes.yaml <<'YAML'
apiVersion: sonde.dev/v1
kind: ProbeSet
container: web
livenessProbe:
  httpGet: {path: /, port: 8080}
YAML
cat > pod.yaml <<'YAML'
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      image: web:1
      livenessProbe:
        httpGet: {path: /, port: 8080}
YAML

commands=("$sonde check --probes probes.yaml pod.yaml" "$sonde lint pod.yaml")
if command -v kubectl > /dev/null; then
  commands+=("kubectl version --client")
fi
# The first run leaves the archive of classes.
for command in "${commands[@]}"; do
  $command > /dev/null
done
TIMEFORMAT=%R
for ((turn = 0; turn < turns; turn++)); do
  for i in "${!commands[@]}"; do
    { time ${commands[$i]} > /dev/null; } 2>> "times.$i"
  done
done
for i in "${!commands[@]}"; do
  sort -n "times.$i" | awk -v name="${commands[$i]##*/}" -v turns="$turns" \
    'NR == int((turns + 1) / 2) { median = $1 } END { printf "%-44s median %s s, longest %s s\n", name, median, $1 }'
done
