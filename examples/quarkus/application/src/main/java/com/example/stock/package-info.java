/** What is in stock, told over HTTP. */
package com.example.stock;
