package dev.sonde.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Developer;
import org.apache.maven.model.License;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;

/** The BOM has no parent, so that what it repeats is compared here. */
class BomTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String DEPLOY_SKIP = "maven.deploy.skip";

  private final Model parent = model(ROOT);
  private final Model bom = model(ROOT.resolve("bom"));

  @Test
  void listsWhatIsPublishedAndNothingElse() {
    assertThat(bom.getDependencyManagement().getDependencies())
        .extracting(Dependency::getArtifactId)
        .isSorted()
        .containsExactlyInAnyOrderElementsOf(published(ROOT, false));
  }

  @Test
  void givesEachArtifactItsOwnVersion() {
    assertThat(bom.getVersion()).isEqualTo(parent.getVersion());
    assertThat(bom.getDependencyManagement().getDependencies())
        .allSatisfy(
            each -> {
              assertThat(each.getGroupId()).isEqualTo(parent.getGroupId());
              assertThat(each.getVersion()).isEqualTo("${project.version}");
            });
  }

  @Test
  void saysWhereItComesFromAsTheParentDoes() {
    assertThat(origin(bom)).isEqualTo(origin(parent)).doesNotContainNull();
    assertThat(bom.getProperties()).isNotEmpty();
    assertThat(parent.getProperties()).containsAllEntriesOf(bom.getProperties());
  }

  @Test
  void isBuiltWithTheParentsPlugins() {
    assertThat(plugins(bom)).isNotEmpty();
    assertThat(plugins(parent)).containsAll(plugins(bom));
  }

  private static List<String> published(Path folder, boolean skipped) {
    Model model = model(folder);
    boolean skip = skipped || "true".equals(model.getProperties().getProperty(DEPLOY_SKIP));
    List<String> found = new ArrayList<>();
    if (!skip && !model.getPackaging().equals("pom")) {
      found.add(model.getArtifactId());
    }
    modules(model).forEach(module -> found.addAll(published(folder.resolve(module), skip)));
    return found;
  }

  private static Stream<String> modules(Model model) {
    return Stream.concat(
            model.getModules().stream(),
            model.getProfiles().stream().flatMap(profile -> profile.getModules().stream()))
        .distinct();
  }

  private static List<String> origin(Model model) {
    License license = model.getLicenses().get(0);
    Developer developer = model.getDevelopers().get(0);
    return List.of(
        model.getUrl(),
        model.getInceptionYear(),
        model.getOrganization().getName(),
        license.getName(),
        license.getUrl(),
        developer.getName(),
        developer.getOrganizationUrl(),
        model.getScm().getConnection(),
        model.getScm().getDeveloperConnection(),
        model.getScm().getUrl());
  }

  /** Also those of profiles: artifact and version, with the parent's properties put in. */
  private List<String> plugins(Model model) {
    Stream<PluginContainer> inProfiles =
        model.getProfiles().stream().map(Profile::getBuild).flatMap(Stream::ofNullable);
    return Stream.concat(Stream.of(model.getBuild().getPluginManagement()), inProfiles)
        .flatMap(plugins -> plugins.getPlugins().stream())
        .map(plugin -> plugin.getArtifactId() + ":" + version(plugin))
        .toList();
  }

  private String version(Plugin plugin) {
    String version = String.valueOf(plugin.getVersion());
    return version.startsWith("${")
        ? parent.getProperties().getProperty(version.substring(2, version.length() - 1))
        : version;
  }

  private static Model model(Path folder) {
    try (var in = Files.newInputStream(folder.resolve("pom.xml"))) {
      return new MavenXpp3Reader().read(in);
    } catch (IOException | XmlPullParserException unreadable) {
      throw new AssertionError(folder.resolve("pom.xml").toString(), unreadable);
    }
  }
}
