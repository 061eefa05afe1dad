/** Files under one folder: a library, which knows nothing of those who use it. */
package com.example.storage;
