package dev.sonde.kubelet.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where control groups are mounted, and which of them a process is in.
 *
 * @param mountInfo the lines of {@code /proc/self/mountinfo}
 * @param memberships the lines of {@code /proc/self/cgroup}
 */
record ControlGroupMounts(List<String> mountInfo, List<String> memberships) {

  /** Those of this process; none on systems that have no such files. */
  static ControlGroupMounts ofThisProcess() {
    return new ControlGroupMounts(lines("/proc/self/mountinfo"), lines("/proc/self/cgroup"));
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file));
    } catch (IOException notLinux) {
      return List.of();
    }
  }

  /** The places of version 2 in which a group may be made, the nearest first. */
  Optional<List<Path>> unified() {
    return mount("cgroup2", "").map(mount -> places(mount, path("")));
  }

  /** The places of a controller of version 1 in which a group may be made, the nearest first. */
  List<Path> controller(String name) {
    return mount("cgroup", name).map(mount -> places(mount, path(name))).orElse(List.of());
  }

  private static List<Path> places(Path mount, String own) {
    Path inside = mount.resolve(own.replaceFirst("^/+", "")).normalize();
    return Stream.of(inside, Optional.ofNullable(inside.getParent()).orElse(mount), mount)
        .filter(place -> place.startsWith(mount))
        .distinct()
        .toList();
  }

  private Optional<Path> mount(String type, String controller) {
    for (String line : mountInfo) {
      String[] halves = line.split(" - ", 2);
      String[] left = halves[0].split(" ", -1);
      String[] right = halves.length == 2 ? halves[1].split(" ", -1) : new String[0];
      if (left.length >= 5
          && right.length >= 3
          && right[0].equals(type)
          && (controller.isEmpty() || has(right[2], controller))) {
        return Optional.of(Path.of(left[4].replace("\\040", " ")));
      }
    }
    return Optional.empty();
  }

  private String path(String controller) {
    for (String line : memberships) {
      String[] parts = line.split(":", 3);
      if (parts.length == 3
          && (controller.isEmpty() ? parts[1].isEmpty() : has(parts[1], controller))) {
        return parts[2];
      }
    }
    return "/";
  }

  private static boolean has(String list, String word) {
    return Arrays.asList(list.split(",", -1)).contains(word);
  }
}
