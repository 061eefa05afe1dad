def log = new File(basedir, 'build.log').text

assert log.contains('[INFO] Probes of Spring Boot 3.5.16, found in ')
assert log.contains('configured by application.properties.')
assert log.contains('[drift-different] livenessProbe.httpGet.port of container "clinic" in Deployment clinic is 8080; the configuration says 9000 (SERVER_PORT, k8s/clinic.yaml:12). Merge, or change the configuration.')
assert log.contains('livenessProbe.httpGet.path of container "clinic" in Deployment clinic is /actuator/health/liveness; the configuration says /clinic/actuator/health/liveness (server.servlet.context-path, ')

assert log.count('Changed 2 fields in 1 file.') == 1
assert log.count('2 probes of 1 container in 1 file agree with the code.') == 1
assert log.count('There are no probes in') == 1
def merged = new File(basedir, 'k8s/clinic.yaml').text
assert merged.contains('httpGet: {path: /clinic/actuator/health/liveness, port: 9000}  # as it was once\n            periodSeconds: 7')

// Without a container nobody has set the port.
def blocks = new File(basedir, 'target/sonde').listFiles().find { it.name.endsWith('.yaml') }.text
assert blocks.contains('path: /clinic/actuator/health/readiness\n    port: 8080')
