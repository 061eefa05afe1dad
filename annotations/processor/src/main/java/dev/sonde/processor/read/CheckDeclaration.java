package dev.sonde.processor.read;

/**
 * A method to ask.
 *
 * @param owner the class whose object is asked; of a static method, the class that declares it
 * @param method the method
 * @param ofHealthCheck whether it is the method of the health contract, on an annotated class
 * @param traits what else is said of it
 */
public record CheckDeclaration(
    TypeRef owner, CheckMethod method, boolean ofHealthCheck, CheckTraits traits) {

  /** {@return from where it can be called} */
  public Accessibility reach() {
    return owner.reach().and(method.reach());
  }
}
