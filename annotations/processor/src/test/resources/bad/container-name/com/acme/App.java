package com.acme;

import dev.sonde.annotation.*;

@Readiness
@Container(name = "Orders_API") //! container-name
final class App {}
