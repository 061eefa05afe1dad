package dev.sonde.processor.render;

import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.TypeSpec;
import dev.sonde.processor.plan.ClassName;

/** Makes source files of classes. */
final class SourceFiles {

  private SourceFiles() {}

  static JavaFileText text(ClassName name, TypeSpec type) {
    String text =
        JavaFile.builder(name.packageName(), type).skipJavaLangImports(true).build().toString();
    return new JavaFileText(name, text);
  }
}
