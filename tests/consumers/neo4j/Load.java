import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** Runs load.cypher of the folder that is given in a new Neo4j, twice, and prints what is there after each. */
public class Load {
  private static final String[] COUNTS = {
    "MATCH (thing) RETURN labels(thing) AS labels, count(*) AS nodes ORDER BY labels",
    "MATCH ()-[edge]->() RETURN type(edge) AS type, count(*) AS relationships ORDER BY type",
    "MATCH (thing) WITH count(*) AS nodes MATCH ()-[edge]->() RETURN nodes, count(*) AS relationships",
    "MATCH (who:Person)-[:SAYS]->(quote:Quote)-[:NAMES]->(whom)"
      + " RETURN who.name, whom.name, count(*) AS quotes ORDER BY quotes DESC, who.name, whom.name LIMIT 5",
  };

  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]).toAbsolutePath();
    var service = new DatabaseManagementServiceBuilder(Files.createTempDirectory("neo4j"))
      .setConfig(GraphDatabaseSettings.load_csv_file_url_root, folder)
      .build();
    var database = service.database("neo4j");
    var script = Files.readString(folder.resolve("load.cypher")).replaceAll("(?m)^//.*$", "");
    var statements = Arrays.stream(script.split(";\\s*\\n")).map(String::trim).filter(one -> !one.isEmpty()).toList();
    for (int times = 0; times < 2; times += 1) {
      for (var statement : statements) {
        database.executeTransactionally(statement, Map.of(), result -> result.stream().count());
      }
      for (var query : COUNTS) {
        String answer = database.executeTransactionally(query, Map.of(), result -> result.resultAsString());
        System.out.println(answer);
      }
    }
    service.shutdown();
  }
}
