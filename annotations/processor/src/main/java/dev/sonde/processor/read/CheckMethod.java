package dev.sonde.processor.read;

import java.util.Optional;

/**
 * What matters of a method that is a check.
 *
 * @param name its name
 * @param declaredInPackage the package of the class that declares it
 * @param parameters how many it takes; the continuation of a suspend function is none
 * @param answer what it answers with
 * @param carrier what brings the answer
 * @param lacksLibrary whether generated code cannot ask it, as a class of a library is not there
 * @param returns its return type as written
 * @param throwsTooMuch an exception that it declares and that is neither an Exception nor an Error
 * @param isStatic whether it needs no object
 * @param reach from where it can be called
 * @param closed whether it is final, or its class is, and Spring may want a proxy of it
 * @param kotlin whether it is written in Kotlin
 * @param deprecated whether it is deprecated
 */
public record CheckMethod(
    String name,
    String declaredInPackage,
    int parameters,
    CheckAnswer answer,
    CheckCarrier carrier,
    boolean lacksLibrary,
    String returns,
    Optional<String> throwsTooMuch,
    boolean isStatic,
    Accessibility reach,
    boolean closed,
    boolean kotlin,
    boolean deprecated) {}
