def log = new File(basedir, 'build.log').text
assert log.contains('it.shop.ShopProbes declares the probes of container "shop" of Deployment shop (k8s/deployment.yaml:9).')
assert log.contains('it.shop.ProxyProbes declares the probes of container "proxy" of Deployment shop (k8s/deployment.yaml:')

// What was adopted is what the manifest says, and no endpoint is generated beside the one that answers.
assert log.contains('3 probes of 2 containers in 1 file agree with the code.')
def java = new File(basedir, 'src/main/java/it/shop/ShopProbes.java').text
assert java.contains('path = "/actuator/health/liveness", port = 8274')
assert new File(basedir, 'target/classes/META-INF/sonde/proxy.yaml').text.contains('test -f')
assert !new File(basedir, 'target/classes/it/shop/ShopProbesHealth.class').exists()

// Somebody's code is not lost.
assert log =~ /\[ERROR\] \S*ShopProbes\.java:1:1: \[adopt-file-exists\]/

// It names what an environment overrides, with its place.
assert log =~ /livenessProbe\.periodSeconds of container "shop" in Deployment shop is 10; wanted is 5 \(override prod, sonde-environments\.yaml:8\)/
assert log.contains('mvn -Dsonde.environment=prod ') && log.contains(' sonde:merge')
