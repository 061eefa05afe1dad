package com.acme;

final class Main {
  private Main() {}

  public static void main(String[] arguments) {}
}
