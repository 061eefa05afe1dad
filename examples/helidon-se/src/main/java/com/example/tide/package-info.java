/** The tide at a gauge, told over HTTP by Helidon SE. */
package com.example.tide;
