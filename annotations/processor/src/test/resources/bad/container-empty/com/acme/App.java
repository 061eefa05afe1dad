package com.acme;

import dev.sonde.annotation.*;

@Container(name = "app") //! container-empty
final class App {}
