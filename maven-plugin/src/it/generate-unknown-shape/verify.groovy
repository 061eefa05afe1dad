def log = new File(basedir, 'build.log').text
assert log.contains('[choice-unknown] there is no shape "kustomise-patch"')
assert log.contains('Did you mean "kustomize-patch"?')
assert !new File(basedir, 'target/sonde').exists()
