package dev.sonde.kubelet.junit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Runs an application beside each test, as {@link KubeletTest} says, or as a field of the test
 * does:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final KubeletExtension KUBELET =
 *     KubeletExtension.builder().probes(probes).application(() -> Shop.start(8080)).build();
 * }</pre>
 *
 * <p>Safe for use by tests that run in parallel.
 */
public final class KubeletExtension
    implements ExecutionCondition,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver,
        TestExecutionExceptionHandler {

  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(KubeletExtension.class);

  private final Optional<KubeletSetup> inCode;

  /** Creates the extension that reads {@link KubeletTest}; JUnit does so. */
  public KubeletExtension() {
    this(Optional.empty());
  }

  private KubeletExtension(Optional<KubeletSetup> inCode) {
    this.inCode = inCode;
  }

  KubeletExtension(KubeletSetup inCode) {
    this(Optional.of(inCode));
  }

  /** {@return a builder of an extension to be registered as a field} */
  public static KubeletExtensionBuilder builder() {
    return new KubeletExtensionBuilder();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    KubeletSetup setup =
        MutationRun.applied(context, inCode.orElseGet(() -> KubeletSetup.of(annotation(context))));
    // Filed before it is opened, so that JUnit closes it whatever happens.
    TestSession session = new TestSession(setup);
    context.getStore(HERE).put(this, session);
    try {
      session.open(ports(context));
    } catch (RuntimeException notStarted) {
      MutationRun.reportBroken(context, notStarted);
      throw notStarted;
    }
  }

  /** Once a test has noticed a change of the probes, what is left of the suite is skipped. */
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return MutationRun.isOne(context)
            && context.getRoot().getStore(HERE).get(MutationRun.MUTANT) != null
        ? ConditionEvaluationResult.disabled("This change of the probes was noticed.")
        : ConditionEvaluationResult.enabled("");
  }

  private static KubeletTest annotation(ExtensionContext context) {
    return context
        .getTestMethod()
        .flatMap(method -> AnnotationSupport.findAnnotation(method, KubeletTest.class))
        .or(() -> ofClass(context))
        .orElseThrow(
            () ->
                new ExtensionConfigurationException(
                    "The test has no @KubeletTest. Annotate it, or its class; or register"
                        + " KubeletExtension.builder()....build() as a field."));
  }

  private static Optional<KubeletTest> ofClass(ExtensionContext context) {
    List<Class<?>> enclosing = context.getEnclosingTestClasses();
    return AnnotationSupport.findAnnotation(
        context.getRequiredTestClass(), KubeletTest.class, enclosing);
  }

  /** One for all tests of a run. */
  @SuppressWarnings("deprecation") // Its successor is not in JUnit 5.
  private static PortReservations ports(ExtensionContext context) {
    PortReservations ports =
        context
            .getRoot()
            .getStore(HERE)
            .getOrComputeIfAbsent(
                PortReservations.class, type -> new PortReservations(), PortReservations.class);
    return Objects.requireNonNull(ports);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestSession session = context.getStore(HERE).get(this, TestSession.class);
    if (session != null) {
      session.close();
    }
    if (MutationRun.isOne(context) && context.getExecutionException().isPresent()) {
      context.getRoot().getStore(HERE).put(MutationRun.MUTANT, true);
    }
  }

  /** A test that fails for a reason of its own also shows what the kubelet saw meanwhile. */
  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    TestSession session = context.getStore(HERE).get(this, TestSession.class);
    if (session != null && !(failure instanceof KubeletAssertionError)) {
      session.story().ifPresent(story -> failure.addSuppressed(new Meanwhile(story)));
    }
    throw failure;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Kubelet.class;
  }

  @Override
  public Kubelet resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestSession session = context.getStore(HERE).get(this, TestSession.class);
    if (session == null) {
      throw new ExtensionConfigurationException(
          "There is no Kubelet before a test begins. Take it as a parameter of a test or of a"
              + " @BeforeEach method.");
    }
    return session.kubelet();
  }

  /** Carries a story beside a failure that knows nothing of it; it has no place in the code. */
  private static final class Meanwhile extends RuntimeException {
    private static final long serialVersionUID = 1;

    Meanwhile(String story) {
      super("Meanwhile the kubelet saw:\n" + story, null, false, false);
    }
  }
}
