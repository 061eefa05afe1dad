def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/lint.sarif'))
assert sarif.runs[0].tool.driver.version
def results = sarif.runs[0].results
assert results*.ruleId == ['readiness-missing']
assert results[0].level == 'note'
assert results[0].locations[0].physicalLocation.artifactLocation.uri == 'k8s/pod.yaml'
assert new File(basedir, 'build.log').text.contains('Settings of ')
assert new File(basedir, 'build.log').text.contains('0 errors, 0 warnings, 1 info in 1 container of 1 workload (1 document, 1 file). Report: ')
