def written = new File(basedir, 'target/sonde')
assert new File(written, 'shop.yaml').text.endsWith(new File(basedir, 'expected/shop.yaml').text)

def patch = new File(written, 'kustomize/shop.yaml').text
assert patch.contains('kind: Deployment')
assert patch.contains('name: shop')
assert new File(basedir, 'target/classes/it/ShopHealth.class').file
