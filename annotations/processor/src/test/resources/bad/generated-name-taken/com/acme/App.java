package com.acme;

import dev.sonde.annotation.*;

@Readiness //! generated-name-taken
final class App {}
