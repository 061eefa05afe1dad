package dev.sonde.mcp;

import static dev.sonde.mcp.SondeTool.Trait.RUNS;
import static dev.sonde.mcp.SondeTool.Trait.WRITES;

import dev.sonde.mcp.SondeTool.Trait;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Serves the tools until the input ends. */
final class ToolServer {

  private static final int AT_ONCE = 4;

  private static final String INSTRUCTIONS =
      """
      Sonde judges Kubernetes probes of Java applications. Paths are seen from the served folder. \
      After a change of manifests call lint; after a change of annotated classes compile them and \
      call check. A finding shows its rule in brackets: explain says more. Exit code 0: nothing is \
      wrong, 1: something was found, 2: something could not be read.""";

  private final ServedRoot root;
  private final Set<Trait> allowed;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /**
   * @param allowed of the traits that need to be allowed, those that are
   */
  ToolServer(ServedRoot root, Set<Trait> allowed) {
    this.root = root;
    this.allowed = Set.copyOf(allowed);
  }

  /** Serves, and returns once the input has ended and all that was asked is answered. */
  void serve(InputStream in, OutputStream out) throws InterruptedException {
    McpJsonMapper json = McpJsonDefaults.getMapper();
    ReplyLines replies = new ReplyLines(out);
    RequestLines requests = new RequestLines(in, replies, json);
    McpSyncServer server =
        McpServer.sync(
                new StdioServerTransportProvider(json, requests, replies, RequestLines.LONGEST + 1))
            .serverInfo("sonde", version())
            .instructions(INSTRUCTIONS)
            .capabilities(ServerCapabilities.builder().tools(false).build())
            .tools(tools())
            .build();
    requests.awaitEnd();
    server.closeGracefully();
  }

  private static String version() {
    return Optional.ofNullable(ToolServer.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  private List<SyncToolSpecification> tools() {
    return SondeTool.ALL.stream()
        .filter(tool -> tool.is(RUNS) || !tool.is(WRITES) || allowed.contains(WRITES))
        .map(
            tool ->
                new SyncToolSpecification(
                    description(tool), (exchange, call) -> answer(tool, call.arguments())))
        .toList();
  }

  private static Tool description(SondeTool tool) {
    return Tool.builder(tool.name(), tool.schema())
        .description(tool.description())
        .outputSchema(ToolReply.schema())
        .annotations(
            ToolAnnotations.builder()
                .readOnlyHint(!tool.is(WRITES))
                .destructiveHint(tool.is(WRITES))
                .idempotentHint(!tool.is(RUNS))
                .openWorldHint(false)
                .build())
        .build();
  }

  private CallToolResult answer(SondeTool tool, Map<String, Object> arguments) {
    if (tool.is(RUNS) && !allowed.contains(RUNS)) {
      return ToolReply.refused(
              "This server starts no processes, and \"%s\" does. The person who starts the server can allow it with --allow-running; tell them so."
                  .formatted(tool.name()))
          .result();
    }
    turns.acquireUninterruptibly();
    try {
      return new ToolCall(tool, arguments, root).reply().result();
    } finally {
      turns.release();
    }
  }
}
