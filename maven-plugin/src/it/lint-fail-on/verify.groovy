def log = new File(basedir, 'build.log').text
assert log.contains('[readiness-missing]')
assert log.contains('The manifests have findings of severity warning or worse.')
