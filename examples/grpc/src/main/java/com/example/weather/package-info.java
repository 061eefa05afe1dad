/** Forecasts over gRPC, and probes on the same port. */
package com.example.weather;
