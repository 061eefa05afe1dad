package dev.sonde.micronaut;

import dev.sonde.health.Health;
import io.micronaut.management.health.indicator.HealthResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/**
 * Takes all that an indicator publishes; it counts once the publisher has completed. Reactor wraps
 * other subscribers than its own kind.
 */
final class IndicatorResults implements CoreSubscriber<HealthResult> {

  private final IndicatorAnswer answers;
  private final CompletableFuture<Health> health = new CompletableFuture<>();
  private final List<HealthResult> results = new ArrayList<>(1); // signals come one by one
  private boolean subscribed;

  private IndicatorResults(IndicatorAnswer answers) {
    this.answers = answers;
  }

  /** {@return what the results mean, to which a subscription has been begun} */
  static CompletionStage<Health> of(Publisher<HealthResult> publisher, IndicatorAnswer answers) {
    IndicatorResults subscriber = new IndicatorResults(answers);
    publisher.subscribe(subscriber);
    return subscriber.health;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    if (subscribed) {
      subscription.cancel();
      return;
    }
    subscribed = true;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(HealthResult result) {
    results.add(result);
  }

  @Override
  public void onError(Throwable failure) {
    health.completeExceptionally(
        failure == null ? new NullPointerException("the publisher failed with null") : failure);
  }

  @Override
  public void onComplete() {
    try {
      health.complete(answers.of(results));
    } catch (Throwable unreadable) {
      health.completeExceptionally(unreadable);
    }
  }
}
