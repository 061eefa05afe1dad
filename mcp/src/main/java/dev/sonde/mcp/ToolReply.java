package dev.sonde.mcp;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a command says.
 *
 * @param exitCode 0 nothing is wrong, 1 something was found, 2 something could not be read or the
 *     call is wrong
 * @param output what it prints
 * @param notes what else it says
 * @param cut whether that was longer than a reply may be
 */
record ToolReply(int exitCode, String output, String notes, boolean cut) {

  /**
   * {@return the answer to a call that is not carried out}
   *
   * @param reason why, and what helps
   */
  static ToolReply refused(String reason) {
    return new ToolReply(2, "", reason + "\n", false);
  }

  /** {@return the JSON schema of the structured form} */
  static Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("exitCode", Map.of("type", "integer"));
    properties.put("output", Map.of("type", "string"));
    properties.put("notes", Map.of("type", "string"));
    properties.put("cut", Map.of("type", "boolean"));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", List.copyOf(properties.keySet()));
    return schema;
  }

  /** {@return it as the protocol's result} Only what could not be done is an error. */
  CallToolResult result() {
    Map<String, Object> structured = new LinkedHashMap<>();
    structured.put("exitCode", exitCode);
    structured.put("output", output);
    structured.put("notes", notes);
    structured.put("cut", cut);
    return CallToolResult.builder()
        .addTextContent(notes + output)
        .structuredContent(structured)
        .isError(exitCode > 1)
        .build();
  }
}
