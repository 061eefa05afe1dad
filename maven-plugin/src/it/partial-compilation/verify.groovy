def log = new File(basedir, 'build.log').text
def manifest = new File(basedir, 'k8s/shop.yaml').text

// One class was compiled, and what the others declare is still there.
assert log.contains('Compiling 1 source file')
assert manifest.contains('readinessProbe:')
assert manifest.contains('timeoutSeconds: 3')
assert log.contains('2 probes of 1 container in 1 file agree with the code.')

// Nothing was compared with what has not been compiled, or was compiled without the processor.
assert log.contains('[sources-changed]') && log.contains('Orders.java:1:1: [sources-changed] it is newer than the class')
assert log.contains('[classes-stale]') && log.contains('The annotations changed since then of: shop.Orders')
assert log.contains('[processor-off]') && log.contains('annotationProcessorPaths')
assert !log.contains('There are no probes in')
