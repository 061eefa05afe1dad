/** Fingerprints of files: work that is done without serving anything. */
package com.example.fingerprints;
