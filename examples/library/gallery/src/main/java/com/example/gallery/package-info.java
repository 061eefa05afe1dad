/** A gallery of pictures, which keeps them with a library's help. */
package com.example.gallery;
