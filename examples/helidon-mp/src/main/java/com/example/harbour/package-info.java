/** Berths in a harbour, told over HTTP by Helidon MP. */
package com.example.harbour;
