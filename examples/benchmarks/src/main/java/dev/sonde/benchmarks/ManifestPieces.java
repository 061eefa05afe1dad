package dev.sonde.benchmarks;

/** The documents of which large manifests are made. */
final class ManifestPieces {

  private ManifestPieces() {}

  static String application(int number) {
    return "---\n" + DEPLOYMENT.replace("NAME", "app-" + number) + service(number);
  }

  private static String service(int number) {
    return "---\n" + SERVICE.replace("NAME", "app-" + number);
  }

  /** A Deployment as an item of a list. */
  static String listItem(int number) {
    String item = DEPLOYMENT.replace("NAME", "app-" + number).indent(2);
    return "-" + item.substring(1);
  }

  static String configMap(int number, int lines) {
    StringBuilder text = new StringBuilder("---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n");
    text.append("  name: settings-").append(number).append("\ndata:\n  rules.conf: |\n");
    for (int line = 0; line < lines; line++) {
      text.append("    rule ").append(line).append(": allow \"10.0.0.0/8\" # checked by hand\n");
    }
    return text.toString();
  }

  static String schema(int number, int properties) {
    StringBuilder text = new StringBuilder(SCHEMA.replace("NUMBER", Integer.toString(number)));
    for (int property = 0; property < properties; property++) {
      text.append(PROPERTY.replace("NUMBER", Integer.toString(property)));
    }
    return text.toString();
  }

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: NAME
        labels: {app: NAME}
      spec:
        replicas: 2
        selector:
          matchLabels: {app: NAME}
        template:
          metadata:
            labels: {app: NAME}
          spec:
            containers:
            - name: main
              image: registry.example/team/NAME:1.0   # pinned by hand
              ports:
              - name: http
                containerPort: 8080
              # slow since the last migration
              livenessProbe:
                httpGet:
                  path: /health
                  port: 8080   # to be moved
                timeoutSeconds: 4
              env:
              - name: GREETING
                value: "some value of a bit of text"
              - name: DATABASE_URL
                valueFrom:
                  secretKeyRef: {name: database, key: url}
              resources:
                limits:
                  memory: 512Mi
                  cpu: 500m
      """;

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: NAME
      spec:
        selector: {app: NAME}
        ports:
        - port: 80
          targetPort: http   # by name
      """;

  private static final String SCHEMA =
      """
      ---
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: widgets-NUMBER.example.com
      spec:
        group: example.com
        versions:
        - name: v1
          schema:
            openAPIV3Schema:
              type: object
              properties:
      """;

  private static final String PROPERTY =
      """
                propertyNUMBER:
                  description: |-
                    What this property means is described in several lines of text,
                    as generated schemas have them: NUMBER.

                    More info: https://example.com/docs/properties
                  type: string
                  pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$'
      """;
}
