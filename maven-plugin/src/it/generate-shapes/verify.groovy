def written = new File(basedir, 'target/sonde')
assert new File(written, 'shop.yaml').file
assert new File(written, 'kustomize-component/kustomization.yaml').text.contains('kind: Component')
assert new File(written, 'kustomize-component/shop.yaml').file
assert new File(written, 'kustomize-json6902/shop.yaml').text.contains('/containers/1/livenessProbe')
assert !new File(written, 'kustomize').exists()
