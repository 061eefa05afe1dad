#!/usr/bin/env bash
# Builds the peers, then measures Sonde's health endpoints beside theirs in one run: peers.sh [SECONDS [NAME]].
# Servers get one processor, the client another, where taskset is there. About four minutes with 5 seconds a phase.
set -euo pipefail
cd "$(dirname "$0")"

(cd ../.. && mvn -q -B -ntp -Dquick -DskipTests -Dinvoker.skip -pl examples/benchmarks -am package)
for peer in spring quarkus micronaut dropwizard; do
  mvn -q -B -ntp -f "peers/$peer/pom.xml" package
done

runtime=../../annotations/runtime/target/classes:../../annotations/api/target/classes:target/classes
client=$(command -v taskset > /dev/null && echo "taskset -c 1" || true)
$client java -cp "$runtime" dev.sonde.benchmarks.health.HealthServers peers "$runtime" "${1:-5}" ${2:+"$2"}
