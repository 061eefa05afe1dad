def log = new File(basedir, 'build.log').text
def manifest = new File(basedir, 'k8s/shop.yaml').text
def record = new File(basedir, 'k8s/sonde.lock').text

// Every module's probes are there, of its last merge, and the record knows them all.
assert manifest.count('livenessProbe:') == 4
assert manifest.count('readinessProbe:') == 4
assert manifest.count('periodSeconds: 8') == 4
assert ['orders', 'stock', 'mail', 'till'].every { record.contains("container: ${it}") }
assert log.count('Changed 3 fields in 1 file.') == 4
assert log.count('Changed 1 field in 1 file.') == 12
assert log.count('2 probes of 1 container in 1 file agree with the code.') == 4
assert !log.contains('[file-not-written]')

// The processor runs in the library as well, and nothing is missing there.
assert log.count('it is a library: its checks wait for an application that includes them') == 5
