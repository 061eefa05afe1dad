package com.acme;

public final class Derived extends com.acme.base.Base {}
