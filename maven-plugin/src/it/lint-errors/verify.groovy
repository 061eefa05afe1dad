def log = new File(basedir, 'build.log').text
assert log.contains('[ERROR] k8s/pod.yaml:12:17: [port-name] port "8080" of the liveness probe of container "orders"')
assert log.contains('12 |           port: "8080"')
assert log.contains('The manifests have findings of severity error or worse.')
assert !log.contains('readiness-missing')
