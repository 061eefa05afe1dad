/** Tests an application as the kubelet will treat it: a JUnit Jupiter extension. */
@NullMarked
package dev.sonde.kubelet.junit;

import org.jspecify.annotations.NullMarked;
