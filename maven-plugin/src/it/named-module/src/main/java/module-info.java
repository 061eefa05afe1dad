module it.shop {
  requires dev.sonde.annotations;
  requires dev.sonde.runtime;
  requires dev.sonde.dsl;
  requires dev.sonde.manifests;
  requires dev.sonde.kubelet;
  requires dev.sonde.kubelet.documents;
  requires dev.sonde.report;

  exports it;
}
