def log = new File(basedir, 'build.log').text

// A module without probes says so, and a build with drift ends with the command that repairs it.
assert log.contains('There are no probes in')
assert log =~ /\[ERROR\] \S*deployment\.yaml:10:9: \[drift-missing\] livenessProbe of container "shop" in Deployment shop is missing/
assert log.contains('+        livenessProbe:')
assert log.contains('Repair them with: mvn -f shop/pom.xml sonde:merge')

// The repair changes the probes and nothing else, and is needed once.
def merged = new File(basedir, 'shop/k8s/deployment.yaml').text
assert merged == new File(basedir, 'expected/deployment.yaml').text
assert log.count('Changed ') == 1
assert log.count('The manifests say what the code says already.') == 1
assert log.count('The manifests say what the code says.') == 1
