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
 * The documents with examples of the API. The template has paragraphs in English, in
 * Russian and for both, and shell commands. The commands are run, and their answers are
 * added.
 */
final class ApiExamples {

	private static final Path TEMPLATE = Path.of("src", "test", "docs", "api-examples.md");

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
		List<String> template = List.of(Files.readString(TEMPLATE).strip().split("\n\n"));
		List<String> answers = answers(template,
				Map.of("SERVER", server, "API", server + "/api/v1", "PASSWORD", password));
		return Map.of(Path.of("docs", "api-examples.md"), document(template, answers, "en: ", "ru: "),
				Path.of("docs", "api-examples.ru.md"), document(template, answers, "ru: ", "en: "));
	}

	private static String document(List<String> template, List<String> answers, String language, String other) {
		Iterator<String> answer = answers.iterator();
		return template.stream()
			.filter((paragraph) -> !paragraph.startsWith(other))
			.map((paragraph) -> paragraph.startsWith(language) ? paragraph.substring(language.length())
					: paragraph + (paragraph.startsWith(COMMANDS) ? answer.next() : ""))
			.collect(Collectors.joining("\n\n", "", "\n"));
	}

	/**
	 * Runs all commands in one shell, because later ones use variables of earlier ones.
	 */
	private static List<String> answers(List<String> template, Map<String, String> variables)
			throws IOException, InterruptedException {
		String script = template.stream()
			.filter((paragraph) -> paragraph.startsWith(COMMANDS))
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
