package com.acme.mail;

import com.acme.Shared;
import dev.sonde.annotation.Container;

@Container(name = "mailer", port = 8083, include = Shared.class)
public final class Mailer {}
