def log = new File(basedir, 'build.log').text
assert log.contains('shop.yaml:1')
assert log.contains('sonde.dev/v9')
assert !new File(basedir, 'target/sonde').exists()
