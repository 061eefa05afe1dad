package dev.sonde.processor.plan;

/**
 * The name of a class that is generated.
 *
 * @param packageName its package, empty for the unnamed one
 * @param simpleName its simple name
 */
public record ClassName(String packageName, String simpleName) {

  /** {@return the full name} */
  @Override
  public String toString() {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }
}
