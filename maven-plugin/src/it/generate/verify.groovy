def written = new File(basedir, 'target/sonde')
assert new File(written, 'shop.yaml').text.endsWith(new File(basedir, 'expected/shop.yaml').text)

def patch = new File(written, 'kustomize/shop.yaml').text
assert patch.contains('kind: Deployment')
assert patch.contains('name: shop')
assert new File(basedir, 'target/classes/it/ShopHealth.class').file

assert !new File(written, 'shop.yaml').text.contains('periodSeconds: 5')
assert new File(basedir, 'target/prod/shop.yaml').text.contains('periodSeconds: 5')
assert new File(basedir, 'target/prod/kustomize/shop.yaml').text.contains('periodSeconds: 5')
assert new File(basedir, 'build.log').text.contains('[environment-unknown] there is no environment "prd"; available: dev, prod. Did you mean "prod"?')
