def log = new File(basedir, 'build.log').text
assert log.contains('sonde:generate')
assert log.contains('sonde.classes')
