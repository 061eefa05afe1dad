assert new File(basedir, 'build.log').text.contains('1 probe of 1 container in 1 file agrees with the code.')
assert new File(basedir, 'target/classes/it/OrdersHealth.class').exists()
