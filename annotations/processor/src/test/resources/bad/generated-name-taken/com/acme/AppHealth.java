package com.acme;

final class AppHealth {}
