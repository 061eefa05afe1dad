assert !new File(basedir, 'target/sonde').exists()
assert new File(basedir, 'build.log').text.contains('There are no probes in')
