// The application runs as the named module it is, with the jars on the module path under the names that the docs give.
def java = new File(System.getProperty('java.home'), 'bin/java').path
def path = [new File(basedir, 'target/classes'), new File(basedir, 'target/dependency')].join(File.pathSeparator)
def run = [java, '-p', path, '-m', 'it.shop/it.Shop'].execute()
def out = new StringBuilder(), err = new StringBuilder()
run.waitForProcessOutput(out, err)
assert run.exitValue() == 0: err
assert out.toString().readLines() == ['it.shop serves', 'dev.sonde.dsl']

def docs = new File(basedir, '../../../../docs/annotations.md').text
def required = new File(basedir, 'src/main/java/module-info.java').text.findAll(/dev\.sonde[\w.]*/)
assert required.every { docs.contains("`$it`") }: 'docs/annotations.md does not name every module'
