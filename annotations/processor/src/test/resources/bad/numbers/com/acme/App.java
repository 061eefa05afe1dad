package com.acme;

import dev.sonde.annotation.*;

@Startup(
    successThreshold = 2, //! startup-success-threshold
    initialDelaySeconds = -1) //! negative-number
@Liveness(
    timeoutSeconds = -1, //! negative-number
    periodSeconds = -1, //! negative-number
    failureThreshold = -1, //! negative-number
    successThreshold = 3, //! liveness-success-threshold
    terminationGracePeriodSeconds = 0) //! grace-period-positive
@Readiness(
    successThreshold = -1, //! negative-number
    terminationGracePeriodSeconds = 30) //! readiness-grace-period
final class App {}
