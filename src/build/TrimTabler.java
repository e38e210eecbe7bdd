import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Copies the part of Tabler that the pages can use: 96 KB of 536 KB of styles, and a few
 * of 6,000 icons. A step of the build, which runs on Maven's own JDK, so it needs only
 * Java 17.
 * <p>
 * A rule stays if the templates, the scripts or the Java code have each class of its
 * selector as a word. Classes that are put together at run time, such as
 * {@code 'alert-' + kind}, stay if the code has both parts as words. An icon stays if its
 * name is a word.
 */
class TrimTabler {

	private static final Pattern WORD = Pattern.compile("[\\w-]+");

	private static final Pattern CLASS = Pattern.compile("\\.((?:[A-Za-z_-]|\\\\.)(?:[\\w-]|\\\\.)*)");

	/** What is in parentheses, such as {@code :not(.a)}, does not decide. */
	private static final Pattern PARENTHESES = Pattern.compile("\\([^()]*\\)");

	private final Set<String> words = new HashSet<>();

	/**
	 * Trims Tabler.
	 * @param args the JAR of the styles, their path in it, the JAR of the icons, their
	 * folder in it, the folder of the classes, and the folders with the code
	 */
	public static void main(String[] args) throws IOException {
		TrimTabler trim = new TrimTabler();
		for (String folder : List.of(args).subList(5, args.length)) {
			trim.addWords(Path.of(folder));
		}
		Path classes = Path.of(args[4]);
		trim.copyStyles(Path.of(args[0]), args[1], classes.resolve("static/assets/tabler.css"));
		trim.copyIcons(Path.of(args[2]), args[3], classes.resolve("icons"));
	}

	private void addWords(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter((path) -> path.toString().matches(".*\\.(html|js|java)")).toList()) {
				WORD.matcher(Files.readString(file)).results().map(MatchResult::group).forEach(this.words::add);
			}
		}
	}

	private void copyStyles(Path jar, String source, Path target) throws IOException {
		Files.createDirectories(target.getParent());
		try (FileSystem files = FileSystems.newFileSystem(jar)) {
			Files.writeString(target, trim(Files.readString(files.getPath(source))));
		}
	}

	private void copyIcons(Path jar, String source, Path target) throws IOException {
		Files.createDirectories(target);
		try (FileSystem files = FileSystems.newFileSystem(jar)) {
			for (String word : this.words) {
				Path icon = files.getPath(source, word + ".svg");
				if (Files.exists(icon)) {
					Files.copy(icon, target.resolve(word + ".svg"), StandardCopyOption.REPLACE_EXISTING);
				}
			}
		}
	}

	/** Copies the rules and the blocks such as {@code @media} that stay. */
	String trim(String styles) {
		StringBuilder kept = new StringBuilder();
		int position = 0;
		while (position < styles.length()) {
			int end = end(styles, position);
			kept.append(rule(styles.substring(position, end)));
			position = end;
		}
		return kept.toString();
	}

	private String rule(String rule) {
		int brace = rule.indexOf('{');
		if (brace < 0 || rule.startsWith("/*")) {
			return rule.startsWith("/*#") ? "" : rule;
		}
		String head = rule.substring(0, brace);
		if (head.startsWith("@media") || head.startsWith("@supports")) {
			String body = trim(rule.substring(brace + 1, rule.length() - 1));
			return body.isEmpty() ? "" : head + "{" + body + "}";
		}
		String selectors = selectors(head);
		return selectors.isEmpty() ? "" : selectors + rule.substring(brace);
	}

	private String selectors(String head) {
		return Arrays.stream(head.split(",(?![^()]*\\))")).filter(this::stays).collect(Collectors.joining(","));
	}

	private boolean stays(String selector) {
		String outside = PARENTHESES.matcher(PARENTHESES.matcher(selector).replaceAll("")).replaceAll("");
		return CLASS.matcher(outside).results().allMatch((match) -> used(match.group(1).replace("\\", "")));
	}

	private boolean used(String name) {
		return this.words.contains(name) || IntStream.range(1, name.length())
			.filter((at) -> name.charAt(at - 1) == '-')
			.anyMatch((at) -> this.words.contains(name.substring(0, at)) && this.words.contains(name.substring(at)));
	}

	/** Returns the end of the comment, statement or rule that starts at the position. */
	private static int end(String styles, int start) {
		if (styles.startsWith("/*", start)) {
			return styles.indexOf("*/", start) + 2;
		}
		int depth = 0;
		for (int at = start; at < styles.length(); at++) {
			switch (styles.charAt(at)) {
				case '"', '\'' -> at = styles.indexOf(styles.charAt(at), at + 1);
				case '{' -> depth++;
				case '}', ';' -> {
					depth -= (styles.charAt(at) == '}') ? 1 : 0;
					if (depth == 0) {
						return at + 1;
					}
				}
				default -> {
				}
			}
		}
		return styles.length();
	}

}
