package dev.segmentation.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The documents with examples of the API. The shell commands of their template are run,
 * and the answers are added.
 */
final class ApiExamples {

	private static final String COMMANDS = "```sh\n";

	/** Separates the outputs of the commands. */
	private static final String END = "\036";

	private ApiExamples() {
	}

	/**
	 * Runs the examples on an application without users and segments.
	 * @return the text of each document
	 */
	static Map<Path, String> run(String server, String password) throws IOException, InterruptedException {
		Template template = Template.read("api-examples");
		List<String> answers = answers(template,
				Map.of("SERVER", server, "API", server + "/api/v1", "PASSWORD", password));
		return template.documents(() -> {
			Iterator<String> answer = answers.iterator();
			return (paragraph) -> isCommand(paragraph) ? paragraph + answer.next() : paragraph;
		});
	}

	private static boolean isCommand(String paragraph) {
		return paragraph.startsWith(COMMANDS);
	}

	/**
	 * Runs all commands in one shell, because later ones use variables of earlier ones.
	 */
	private static List<String> answers(Template template, Map<String, String> variables)
			throws IOException, InterruptedException {
		String script = template.common()
			.filter(ApiExamples::isCommand)
			.map((paragraph) -> paragraph.replaceAll("```(sh\n)?", "") + "printf '\\036'\n")
			.collect(Collectors.joining("", "curl() { command curl -sS \"$@\"; }\n", ""));
		ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", script)
			.directory(Files.createTempDirectory("examples").toFile())
			.redirectErrorStream(true);
		shell.environment().putAll(variables);
		Process process = shell.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IllegalStateException(output);
		}
		return Stream.of(output.split(END)).map(ApiExamples::block).toList();
	}

	private static String block(String answer) {
		int end = answer.indexOf("\r\n\r\n");
		if (end < 0) {
			return "";
		}
		String head = answer.substring(0, end)
			.lines()
			.filter((line) -> line.matches("(?i)(HTTP/|Content-(Type|Disposition):|Set-Cookie:|WWW-|Allow:).*"))
			.map(String::strip)
			.collect(Collectors.joining("\n"));
		return "\n\n```http\n" + constant(head + "\n\n" + answer.substring(end).strip()).strip() + "\n```";
	}

	/** Replaces what differs in each run. */
	private static String constant(String answer) {
		return answer.replaceAll("\"token\":\"[^\"]+", "\"token\":\"eyJhbGciOiJIUzI1NiJ9...")
			.replaceAll("\"next\":\"[^\"]+", "\"next\":\"MjAyNi0x...")
			.replaceAll("refresh-token=[\\w-]+", "refresh-token=q7VdK2mX...")
			.replaceAll("Expires=[^;]+", "Expires=Thu, 24 Dec 2026 10:24:17 GMT")
			.replaceAll("report_\\d+_\\d+", "report_2026_11")
			.replaceAll("\\d{4}-\\d\\d-\\d\\d([T ])\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?", "2026-11-24$1" + "10:24:17");
	}

}
