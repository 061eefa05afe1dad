package com.acme;

import com.acme.store.Store;
import dev.sonde.annotation.Container;
import dev.sonde.annotation.Readiness;

@Container(name = "shop", several = Store.class, optional = Cache.class)
public class Shop {

  @Readiness
  public boolean open() {
    return true;
  }
}
