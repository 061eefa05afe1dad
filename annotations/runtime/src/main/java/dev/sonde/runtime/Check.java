package dev.sonde.runtime;

import dev.sonde.health.Health;
import dev.sonde.health.HealthCheck;
import dev.sonde.runtime.internal.engine.CheckQuestion;
import dev.sonde.runtime.internal.engine.CheckTerms;
import dev.sonde.runtime.internal.engine.SoleAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One question that an application answers about itself, under the name it is reported by.
 *
 * <p>Immutable. Whatever a check throws, errors included, counts as {@link Health.Status#DOWN}; so
 * does an answer of null. One instance may be behind several probes; it is still never asked twice
 * at the same time.
 */
public final class Check {

  /** A question with a yes or a no. */
  @FunctionalInterface
  public interface Condition {
    /**
     * {@return whether all is well}
     *
     * @throws Exception if it is not, or looking failed
     */
    boolean holds() throws Exception;
  }

  /** Something that works when all is well. */
  @FunctionalInterface
  public interface Action {
    /**
     * Does it.
     *
     * @throws Exception if something is wrong
     */
    void run() throws Exception;
  }

  private final CheckQuestion question;

  private Check(CheckQuestion question) {
    this.question = question;
  }

  private static Check of(String name, Callable<@Nullable CompletionStage<@Nullable Health>> ask) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a check needs a name");
    }
    return new Check(new CheckQuestion(name, ask, false, CheckTerms.PLAIN));
  }

  /**
   * {@return a check that is well when the condition holds}
   *
   * @param name the name in answers, unique within a probe
   * @param condition what to ask
   */
  public static Check bool(String name, Condition condition) {
    Objects.requireNonNull(condition, "condition");
    return health(name, () -> Health.of(condition.holds()));
  }

  /**
   * {@return a check that is well when the action does not throw}
   *
   * @param name the name in answers, unique within a probe
   * @param action what to do
   */
  public static Check throwing(String name, Action action) {
    Objects.requireNonNull(action, "action");
    return health(
        name,
        () -> {
          action.run();
          return Health.up();
        });
  }

  /**
   * {@return a check that answers for itself}
   *
   * @param name the name in answers, unique within a probe
   * @param check what to ask
   */
  public static Check health(String name, HealthCheck check) {
    Objects.requireNonNull(check, "check");
    return of(name, () -> CompletableFuture.completedFuture(check.check()));
  }

  /**
   * {@return a check that answers later; no thread waits for it}
   *
   * @param name the name in answers, unique within a probe
   * @param question what to ask; returns at once, and the stage completes when the answer is known
   */
  public static Check async(String name, Callable<CompletionStage<Health>> question) {
    Objects.requireNonNull(question, "question");
    return of(name, () -> nullable(question.call()));
  }

  /**
   * {@return a check that answers yes or no later; no thread waits for it}
   *
   * @param name the name in answers, unique within a probe
   * @param question what to ask; returns at once, and the stage completes when the answer is known
   */
  public static Check asyncBool(String name, Callable<CompletionStage<Boolean>> question) {
    Objects.requireNonNull(question, "question");
    return of(name, () -> read(question.call(), well -> well == null ? null : Health.of(well)));
  }

  /**
   * {@return a check that is well when something completes later; no thread waits for it}
   *
   * @param name the name in answers, unique within a probe
   * @param action what to do; returns at once, and the stage completes, with whatever value, when
   *     it has worked
   */
  public static Check asyncVoid(String name, Callable<? extends CompletionStage<?>> action) {
    Objects.requireNonNull(action, "action");
    return of(name, () -> read(action.call(), anything -> Health.up()));
  }

  /**
   * {@return a check that a publisher answers; no thread waits for it}
   *
   * <p>The publisher gives one element and completes. When it completes without one, fails, or
   * gives a second, the check is down. When it does neither in time, its subscription is cancelled,
   * as in {@link #cancelledWhenLate}.
   *
   * @param name the name in answers, unique within a probe
   * @param question what to ask; returns at once, and is subscribed to once for each answer
   */
  public static Check published(String name, Callable<Flow.Publisher<Health>> question) {
    return published(name, question, health -> health, Optional.empty());
  }

  /**
   * {@return a check that a publisher answers with yes or no; no thread waits for it}
   *
   * <p>The same rules hold as in {@link #published}.
   *
   * @param name the name in answers, unique within a probe
   * @param question what to ask; returns at once, and is subscribed to once for each answer
   */
  public static Check publishedBool(String name, Callable<Flow.Publisher<Boolean>> question) {
    return published(name, question, Health::of, Optional.empty());
  }

  /**
   * {@return a check that is well when a publisher completes, with or without an element; no thread
   * waits for it}
   *
   * <p>Otherwise the same rules hold as in {@link #published}.
   *
   * @param name the name in answers, unique within a probe
   * @param action what to do; returns at once, and is subscribed to once for each answer
   */
  public static Check publishedVoid(String name, Callable<? extends Flow.Publisher<?>> action) {
    return published(name, action, nothing -> Health.up(), Optional.of(Health.up()));
  }

  private static <T> Check published(
      String name,
      Callable<? extends Flow.Publisher<? extends T>> question,
      Function<T, Health> reading,
      Optional<Health> emptyMeans) {
    Objects.requireNonNull(question, "question");
    return of(
            name,
            () -> {
              Flow.Publisher<? extends T> publisher = question.call();
              return publisher == null ? null : SoleAnswer.of(publisher, reading, emptyMeans);
            })
        .cancelledWhenLate();
  }

  /**
   * {@return this check, no longer required: when it is down, answers show that, and the probe
   * succeeds all the same}
   */
  public Check optional() {
    return required(false);
  }

  /**
   * {@return this check, which is cancelled when its stage gives no answer in time, and then asked
   * again}
   *
   * <p>It is cancelled by {@link CompletableFuture#cancel} of the stage's future, on one of the
   * threads that checks run on. What is behind the stage may still be at work then, so it is asked
   * again after a pause: as long as it has been failing by then, at most five minutes. Other checks
   * are asked again when they have answered. For checks that answer on their thread this changes
   * nothing.
   */
  public Check cancelledWhenLate() {
    return new Check(new CheckQuestion(question.name(), question.ask(), true, question.policy()));
  }

  /**
   * {@return this check with a deadline of its own; its probe's deadline bounds how long the probe
   * waits in any case}
   *
   * @param deadline how long the check may take, more than 0; by default as long as its probe waits
   * @throws IllegalArgumentException if the deadline is not more than 0
   */
  public Check deadline(Duration deadline) {
    return with(question.policy().withDeadline(deadline));
  }

  /**
   * {@return this check, its answers kept for a while: for checks that cost much}
   *
   * @param age how old an answer may be, more than 0; by default every probe asks again
   * @throws IllegalArgumentException if the age is not more than 0, or the check is asked in the
   *     background
   */
  public Check cachedFor(Duration age) {
    return with(question.policy().withCachedFor(age));
  }

  /**
   * {@return this check, asked in the background: probes get the last answer at once, and only the
   * first of them waits}
   *
   * <p>The answer that a probe gets is at most as old as the period and the deadline together; when
   * the check hangs it is down. Five minutes after the last probe the schedule goes to sleep; the
   * next probe wakes it.
   *
   * @param period the time from one start to the next, more than 0
   * @throws IllegalArgumentException if the period is not more than 0, or the check is cached
   */
  public Check every(Duration period) {
    return with(question.policy().withEvery(period));
  }

  /**
   * {@return this check, down only after several failures in a row; those before count as {@link
   * Health.Status#DEGRADED}}
   *
   * <p>Kubernetes counts failures of the whole probe itself, with {@code failureThreshold}; this is
   * for a single check that fails more lightly than the others.
   *
   * @param failures how many, at least 1; by default the first one counts
   * @throws IllegalArgumentException if that is less than 1
   */
  public Check downAfter(int failures) {
    return with(question.policy().withFailuresUntilDown(failures));
  }

  /**
   * {@return a check for each of several objects, in the order of their names}
   *
   * @param owners the objects, by name; none is fine
   * @param name what the checks' names start with; a hyphen and the object's name follow
   * @param make makes an object's check under the whole name
   */
  public static <T> List<Check> each(
      Map<String, ? extends T> owners, String name, BiFunction<String, ? super T, Check> make) {
    List<Check> checks = new ArrayList<>(owners.size());
    new TreeMap<>(owners).forEach((key, owner) -> checks.add(make.apply(name + "-" + key, owner)));
    return List.copyOf(checks);
  }

  /**
   * {@return a check for an object that there may be, or none}
   *
   * @param owner the object
   * @param name the check's name
   * @param make makes the check
   */
  public static <T> List<Check> each(
      Optional<? extends T> owner, String name, BiFunction<String, ? super T, Check> make) {
    return owner.map(it -> List.of(make.apply(name, it))).orElse(List.of());
  }

  /**
   * {@return the checks of all lists, one list after the other}
   *
   * @param parts the lists
   */
  @SafeVarargs
  public static List<Check> all(List<Check>... parts) {
    List<Check> checks = new ArrayList<>();
    for (List<Check> part : parts) {
      checks.addAll(part);
    }
    return List.copyOf(checks);
  }

  /**
   * {@return this check under another name}
   *
   * @param name the name in answers, unique within a probe
   */
  public Check named(String name) {
    Check renamed = of(name, question.ask());
    Check same = question.cancelled() ? renamed.cancelledWhenLate() : renamed;
    return same.with(question.policy());
  }

  /** {@return the name in answers} */
  public String name() {
    return question.name();
  }

  Check required(boolean value) {
    return with(question.policy().withRequired(value));
  }

  Check keepingNothing() {
    return with(question.policy().keepingNothing());
  }

  CheckQuestion question() {
    return question;
  }

  private Check with(CheckTerms policy) {
    return new Check(question.with(policy));
  }

  @SuppressWarnings("NullAway") // Only the type argument changes: an answer may turn out null.
  private static @Nullable CompletionStage<@Nullable Health> nullable(
      @Nullable CompletionStage<Health> stage) {
    return stage;
  }

  /** {@return what a stage means; cancelling that cancels the stage} */
  private static <T> @Nullable CompletionStage<@Nullable Health> read(
      @Nullable CompletionStage<T> stage, Function<? super T, @Nullable Health> reading) {
    if (stage == null) {
      return null;
    }
    CompletableFuture<@Nullable Health> health = new CompletableFuture<>();
    stage
        .<@Nullable Health>thenApply(reading)
        .whenComplete(
            (answer, failure) -> {
              if (failure == null) {
                health.complete(answer);
              } else {
                health.completeExceptionally(failure);
              }
            });
    CompletionStage<@Nullable Health> end = health;
    end.whenComplete(
        (answer, failure) -> {
          if (health.isCancelled()) {
            stage.toCompletableFuture().cancel(true);
          }
        });
    return health;
  }

  @Override
  public String toString() {
    return name();
  }
}
