package dev.sonde.spring.boot3;

import dev.sonde.spring.SondeContributor;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.health.AdditionalHealthEndpointPath;
import org.springframework.boot.actuate.health.HealthEndpointGroup;
import org.springframework.boot.actuate.health.HealthEndpointGroups;
import org.springframework.boot.actuate.health.HttpCodeStatusMapper;
import org.springframework.boot.actuate.health.StatusAggregator;

/** Actuator's groups, those of probes with Sonde's own checks of that probe in them. */
record Boot3Groups(HealthEndpointGroups groups) implements HealthEndpointGroups {

  private record ProbeGroup(String name, HealthEndpointGroup group) implements HealthEndpointGroup {

    @Override
    public boolean isMember(String path) {
      return SondeContributor.isOne(path)
          ? SondeContributor.isMember(name, path)
          : group.isMember(path);
    }

    @Override
    public boolean showComponents(SecurityContext security) {
      return group.showComponents(security);
    }

    @Override
    public boolean showDetails(SecurityContext security) {
      return group.showDetails(security);
    }

    @Override
    public StatusAggregator getStatusAggregator() {
      return group.getStatusAggregator();
    }

    @Override
    public HttpCodeStatusMapper getHttpCodeStatusMapper() {
      return group.getHttpCodeStatusMapper();
    }

    @Override
    public @Nullable AdditionalHealthEndpointPath getAdditionalPath() {
      return group.getAdditionalPath();
    }
  }

  @Override
  public HealthEndpointGroup getPrimary() {
    return groups.getPrimary();
  }

  @Override
  public Set<String> getNames() {
    return groups.getNames();
  }

  @Override
  public @Nullable HealthEndpointGroup get(String name) {
    HealthEndpointGroup group = groups.get(name);
    boolean isProbe = name.equals("liveness") || name.equals("readiness");
    return isProbe && group != null ? new ProbeGroup(name, group) : group;
  }
}
