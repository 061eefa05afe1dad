/** A small order service that tells the truth about its health. */
@NullMarked
package com.example.orders;

import org.jspecify.annotations.NullMarked;
