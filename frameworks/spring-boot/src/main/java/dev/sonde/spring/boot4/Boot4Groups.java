package dev.sonde.spring.boot4;

import dev.sonde.spring.SondeContributor;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;

/** Actuator's groups, those of probes with Sonde's own checks of that probe in them. */
record Boot4Groups(HealthEndpointGroups groups) implements HealthEndpointGroups {

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
