def log = new File(basedir, 'build.log').text
assert log =~ /\[ERROR\] \S*b-template\.yaml:4:9: \[yaml-template\]/
assert log.contains('nothing was written')
assert !new File(basedir, 'deploy/a-good.yaml').text.contains('livenessProbe')
assert new File(basedir, 'deploy').list().length == 2
