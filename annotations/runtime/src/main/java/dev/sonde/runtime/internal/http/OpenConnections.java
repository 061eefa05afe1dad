package dev.sonde.runtime.internal.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The connections that are open, no more than allowed. Belongs to the server's thread. */
final class OpenConnections {

  private static final int CLOSED_AT_ONCE = 16;

  private final Set<ClientConnection> connections = new HashSet<>();
  private final int most;

  OpenConnections(int most) {
    this.most = most;
  }

  boolean isEmpty() {
    return connections.isEmpty();
  }

  boolean isFull() {
    return connections.size() >= most;
  }

  int size() {
    return connections.size();
  }

  void add(ClientConnection connection) {
    connections.add(connection);
  }

  void remove(ClientConnection connection) {
    connections.remove(connection);
  }

  boolean anyAnswering() {
    return connections.stream().anyMatch(ClientConnection::isAnswering);
  }

  /** Closes those that have been silent for longest, if this many are open or more. */
  void makeRoom(int threshold) {
    if (connections.size() < threshold) {
      return;
    }
    connections.removeIf(ClientConnection::isClosed);
    if (connections.size() >= threshold) {
      longestIdle(CLOSED_AT_ONCE).forEach(this::close);
    }
  }

  void closeIdle() {
    longestIdle(connections.size()).forEach(this::close);
  }

  void closeAll() {
    List.copyOf(connections).forEach(this::close);
  }

  void expire(long now) {
    for (ClientConnection connection : List.copyOf(connections)) {
      try {
        connection.expire(now);
      } catch (Throwable failure) {
        connection.close(); // What fails for one is not to keep the others open.
      }
    }
  }

  private void close(ClientConnection connection) {
    connection.close();
    connections.remove(connection);
  }

  private List<ClientConnection> longestIdle(int count) {
    List<Map.Entry<ClientConnection, Long>> idle =
        new ArrayList<>(); // No class that is yet to be loaded.
    for (ClientConnection connection : connections) {
      Long since = connection.idleSince();
      if (since != null) {
        idle.add(Map.entry(connection, since));
      }
    }
    // Differences compare right also where nanoTime overflows.
    idle.sort(Map.Entry.comparingByValue((one, other) -> Long.signum(one - other)));
    return idle.stream().limit(count).map(Map.Entry::getKey).toList();
  }
}
