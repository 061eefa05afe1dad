package dev.sonde.processor;

import dev.sonde.compiled.ClassFolder;
import dev.sonde.processor.diagnostic.AtHand;
import dev.sonde.processor.read.SeenElements;
import dev.sonde.processor.write.CompilerOutput;
import java.io.IOException;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/** A compilation of classes without annotations, though some may matter. */
final class RefreshCompilation extends ProbeCompilation {

  private boolean concerned;

  RefreshCompilation(ProcessingEnvironment environment, AtHand atHand) {
    super(environment, atHand, "SondeRefresh");
  }

  @Override
  boolean isNeeded(SeenElements seen, CompilerOutput output) throws IOException {
    concerned = concerned || (!seen.bringsAnnotations() && isConcerned(seen, output));
    return concerned;
  }

  private static boolean isConcerned(SeenElements seen, CompilerOutput output) throws IOException {
    Optional<ClassFolder> folder = output.folderWithRecord();
    return folder.isPresent() && EarlierCompilation.in(folder.get()).isConcernedBy(seen);
  }
}
