/** Three classic manifests, once from annotations and once from the DSL. */
@NullMarked
package com.example.seed;

import org.jspecify.annotations.NullMarked;
