assert new File(basedir, 'build.log').text.contains('The manifests say what the code says')
assert new File(basedir, 'target/classes/it/OrdersHealth.class').exists()
