package com.acme.stock;

import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import javax.annotation.processing.Generated;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.future.FutureKt;
import org.reactivestreams.FlowAdapters;

/**
 * Lets the health endpoints of another package ask {@code Stock}.
 */
@Generated("dev.sonde.processor.ProbeProcessor")
public final class StockHealthBridge {
  private final Stock owner;

  /**
   * Prepares to ask {@code owner}.
   */
  public StockHealthBridge(Stock owner) {
    this.owner = Objects.requireNonNull(owner);
  }

  /**
   * Asks the check of this name.
   */
  public static CompletionStage<Boolean> counted() throws Exception {
    return FutureKt.<Boolean>future(GlobalScope.INSTANCE, Dispatchers.getUnconfined(), CoroutineStart.DEFAULT,
            (scope, continuation) -> Stock.counted(continuation));
  }

  /**
   * Asks the check of this name.
   */
  public Flow.Publisher<Boolean> mono() throws Exception {
    return FlowAdapters.toFlowPublisher(owner.mono());
  }

  /**
   * Asks the check of this name.
   */
  public Flow.Publisher<Boolean> multi() throws Exception {
    return owner.multi();
  }

  /**
   * Asks the check of this name.
   */
  public Flow.Publisher<?> nothing() throws Exception {
    return FlowAdapters.toFlowPublisher(owner.nothing());
  }

  /**
   * Asks the check of this name.
   */
  public CompletionStage<?> stage() throws Exception {
    return owner.stage();
  }

  /**
   * Asks the check of this name.
   */
  public CompletionStage<?> suspends() throws Exception {
    return FutureKt.<Object>future(GlobalScope.INSTANCE, Dispatchers.getUnconfined(), CoroutineStart.DEFAULT,
            (scope, continuation) -> owner.suspends(continuation));
  }

  /**
   * Asks the check of this name.
   */
  public CompletionStage<?> uni() throws Exception {
    return owner.uni().subscribeAsCompletionStage();
  }
}
