/** A depot of parcels, as applications of Micronaut are. */
package com.example.depot;
