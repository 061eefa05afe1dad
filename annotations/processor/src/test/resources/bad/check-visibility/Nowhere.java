public final class Nowhere {
  @dev.sonde.annotation.Readiness //! check-visibility
  public boolean fine() {
    return true;
  }
}
