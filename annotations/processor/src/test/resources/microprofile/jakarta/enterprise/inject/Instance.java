package jakarta.enterprise.inject;

public interface Instance<T> extends Iterable<T> {
  T get();

  boolean isUnsatisfied();

  Iterable<? extends Handle<T>> handles();

  interface Handle<T> {
    T get();

    Bean<T> getBean();
  }

  interface Bean<T> {
    String getName();
  }
}
