def simulated = new File(basedir, 'target/simulated')
assert simulated.list().sort() == ['night.json', 'shop-database-blip.txt', 'shop-hang.txt', 'shop-start.txt']
assert new File(simulated, 'shop-hang.txt').text.contains(' restart decided: liveness probe failed, 30s to stop\n')
def night = new groovy.json.JsonSlurper().parse(new File(simulated, 'night.json'))
assert night.events*.event.contains('kill-decided')
assert night.kubernetes == '1.36'

def production = new File(basedir, 'target/prod/shop-hang.txt').text
assert production.contains(' liveness failed (1/7): ')
assert !new File(simulated, 'shop-hang.txt').text.contains('/7)')

def log = new File(basedir, 'build.log').text
assert log.contains('  livenessProbe:\n    exec:\n')
assert log.contains('open for bread and cheese\n')
assert log.contains(' pod ready\n')
assert log.contains('  ended      goal reached\n')
assert log.contains('  ended      time is up\n')
assert log.contains('What the probes were to show did not happen.')
