def measured = new File(basedir, 'k8s/sonde-measured.yaml').text
assert measured.contains('container: shop')
assert measured.contains('complete: 1')
assert measured.contains('path: "../target/classes"')

assert basedir.list().any { it.endsWith('.lock') }

def log = new File(basedir, 'build.log').text
assert log.contains('run 1 of 1: liveness')
assert log.contains('[measured-start] the liveness probe of container "shop" guarantees 1 s to start')
assert log.contains('probes kill none of 100 starts')
assert log.contains('  livenessProbe.failureThreshold: 2 -> ')
assert log.contains('This cannot be met\n  a hang is restarted within 20 s\n')
assert log.contains('No numbers meet all objectives.')
assert log.contains('liveness: failureThreshold 2, periodSeconds 1, timeoutSeconds 1: 2 failures in a row')
