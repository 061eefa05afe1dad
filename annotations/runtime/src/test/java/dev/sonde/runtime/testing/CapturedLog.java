package dev.sonde.runtime.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps what a test makes Sonde log, and keeps it off the console. */
public final class CapturedLog extends Handler implements BeforeEachCallback, AfterEachCallback {

  private static final Logger LOG = Logger.getLogger("dev.sonde.health");

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  public List<LogRecord> records() {
    return records;
  }

  /** Level and text of each, without the stacks. */
  public List<String> lines() {
    return records.stream().map(record -> record.getLevel() + " " + record.getMessage()).toList();
  }

  public void awaitLines(int count) throws InterruptedException {
    for (int i = 0; i < 2000 && records.size() < count; i++) {
      Thread.sleep(10);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    LOG.setUseParentHandlers(false);
    LOG.setLevel(Level.INFO);
    LOG.addHandler(this);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    LOG.removeHandler(this);
    LOG.setUseParentHandlers(true);
  }

  @Override
  public void publish(LogRecord record) {
    records.add(record);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
