package dev.sonde.runtime.internal.engine;

import dev.sonde.health.Health;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes from a publisher the one answer of a check: its only element, which counts once the
 * publisher has completed. A second element, an error, and completing without any fail the check.
 * Cancelling the answer cancels the subscription.
 *
 * @param <T> what the publisher gives
 */
public final class SoleAnswer<T> implements Flow.Subscriber<T> {

  /** One would do; a second is asked for to see that there is none. */
  private static final long ONE_AND_NO_MORE = 2;

  private final Function<? super T, Health> reading;
  private final @Nullable Health emptyMeans;
  private final CompletableFuture<@Nullable Health> answer = new CompletableFuture<>();
  private @Nullable Health found; // like the next; signals come one after the other
  private boolean subscribed;
  private volatile boolean ended;

  private SoleAnswer(Function<? super T, Health> reading, Optional<Health> emptyMeans) {
    this.reading = reading;
    this.emptyMeans = emptyMeans.orElse(null);
  }

  /**
   * {@return the answer, to which a subscription has been begun}
   *
   * @param publisher gives it
   * @param reading what an element means
   * @param emptyMeans what completing without an element means; empty, that it fails
   */
  public static <T> CompletionStage<@Nullable Health> of(
      Flow.Publisher<? extends T> publisher,
      Function<? super T, Health> reading,
      Optional<Health> emptyMeans) {
    SoleAnswer<T> subscriber = new SoleAnswer<>(reading, emptyMeans);
    publisher.subscribe(subscriber);
    return subscriber.answer;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    if (subscribed) {
      subscription.cancel();
      return;
    }
    subscribed = true;
    CompletionStage<@Nullable Health> end = answer;
    end.whenComplete(
        (health, failure) -> {
          if (!ended) {
            subscription.cancel();
          }
        });
    subscription.request(ONE_AND_NO_MORE);
  }

  @Override
  public void onNext(T element) {
    if (found != null) {
      answer.completeExceptionally(
          new IllegalStateException("the publisher gave more than one answer"));
      return;
    }
    try {
      found = reading.apply(element);
    } catch (Throwable unreadable) {
      answer.completeExceptionally(unreadable);
    }
  }

  @Override
  public void onError(Throwable failure) {
    ended = true;
    answer.completeExceptionally(
        failure == null ? new NullPointerException("the publisher failed with null") : failure);
  }

  @Override
  public void onComplete() {
    ended = true;
    Health health = found == null ? emptyMeans : found;
    if (health == null) {
      answer.completeExceptionally(
          new IllegalStateException("the publisher completed without an answer"));
    } else {
      answer.complete(health);
    }
  }
}
