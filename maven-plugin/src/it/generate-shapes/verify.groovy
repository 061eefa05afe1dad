def written = new File(basedir, 'target/sonde')
assert new File(written, 'shop.yaml').file
assert new File(written, 'kustomize-component/kustomization.yaml').text.contains('kind: Component')
assert new File(written, 'kustomize-component/shop.yaml').file
assert new File(written, 'kustomize-json6902/shop.yaml').text.contains('/containers/1/livenessProbe')
assert !new File(written, 'kustomize').exists()
assert new File(written, 'helm/values.yaml').text.contains('shop:\n  livenessProbe:')
assert new File(written, 'helm/values.schema.json').file
assert new File(written, 'helm-enabled/templates/_probes.tpl').file
assert new File(written, 'starter/shop.yaml').text.contains('image: example/shop:1.0')
assert new File(written, 'server-side-apply/shop.yaml').text.contains('--field-manager=sonde')
assert new File(written, 'compose/healthcheck.yaml').text.contains('/app/shop.jar')
