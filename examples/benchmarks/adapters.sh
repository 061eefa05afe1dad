#!/usr/bin/env bash
# Measures what Sonde's adapters add to an application: adapters.sh [TURNS [STARTS [SECONDS [NAME]]]].
# TURNS of 0.3 s for each server, STARTS with and without, SECONDS to wait for a hung answer. About fifteen minutes by
# default. It installs Sonde into the local repository. Quarkus wants Maven 3.9.12 or newer: MVN names another than mvn.
set -euo pipefail
cd "$(dirname "$0")"

modules=examples/benchmarks,annotations/processor,frameworks/spring-boot,frameworks/microprofile,frameworks/micronaut
(cd ../.. && mvn -q -B -ntp -Dquick -DskipTests -Dinvoker.skip -pl "$modules" -am install)
for peer in spring quarkus micronaut; do
  for profile in "" -Pplain -Psonde; do
    "${MVN:-mvn}" -q -B -ntp -f "peers/$peer/pom.xml" $profile clean package
  done
done

classes=../../annotations/runtime/target/classes:../../annotations/api/target/classes:../../dsl/core/target/classes
client=$(command -v taskset > /dev/null && echo "taskset -c 1" || true)
$client java -cp "$classes:target/classes" dev.sonde.benchmarks.health.AdapterCost peers ../../frameworks \
  "${1:-40}" "${2:-20}" "${3:-15}" ${4:+"$4"}
