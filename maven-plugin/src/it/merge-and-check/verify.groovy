def log = new File(basedir, 'build.log').text

// A module without probes says so, and a build with drift ends with the command that repairs it.
assert log.contains('There are no probes in')
assert log.contains('[ERROR] shop/k8s/deployment.yaml:10:9: [drift-missing] livenessProbe of container "shop" in Deployment shop is missing')
assert log.contains('[ERROR] +        livenessProbe:')
assert log.contains('Repair them with: mvn -f shop/pom.xml sonde:merge')

// The repair is needed once, and then nothing differs, until the annotations are gone.
assert log.count('Changed 3 fields in 1 file.') == 2
assert log.count('The manifests say what the code says already.') == 1
assert log.count('2 probes of 1 container in 1 file agree with the code.') == 1

// Once the annotations are gone, what merging put there is drift, and goes; the rest is as it was.
def results = new groovy.json.JsonSlurper().parse(new File(basedir, 'shop/target/drift.sarif')).runs[0].results
assert results*.ruleId.contains('drift-stale')
assert results[0].locations[0].physicalLocation.artifactLocation.uri == 'shop/k8s/deployment.yaml'
assert new File(basedir, 'shop/k8s/deployment.yaml').text == new File(basedir, 'expected/untouched.yaml').text
