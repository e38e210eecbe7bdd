package dev.segmentation.report.drive;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The accounts that can read a shared file: {@code anyone} with the link, or a list of
 * {@code domain:example.com} and {@code user:anna@example.com}.
 */
public record DriveReaders(List<DriveReader> list) {

	/** No reader. */
	public static final DriveReaders NONE = new DriveReaders(List.of());

	private static final String DOMAIN = "[a-z0-9-]+(\\.[a-z0-9-]+)+";

	private static final Pattern READER = Pattern
		.compile("anyone|domain:%s|user:[^\\s@:,;]{1,64}@%s".formatted(DOMAIN, DOMAIN));

	/**
	 * Parses a list that is separated by commas.
	 * @return empty when it is invalid
	 */
	public static Optional<DriveReaders> parse(String text) {
		return parse(text, "");
	}

	/**
	 * Parses single e-mail addresses that are separated by commas, semicolons, spaces or
	 * lines.
	 * @return empty when one is invalid
	 */
	public static Optional<DriveReaders> parseAddresses(String text) {
		return parse(text.strip().replaceAll("[\\s;,]+", ","), "user:");
	}

	private static Optional<DriveReaders> parse(String text, String prefix) {
		List<String> parts = Stream.of(text.split(","))
			.map((part) -> prefix + part.strip().toLowerCase(Locale.ROOT))
			.distinct()
			.toList();
		boolean valid = parts.stream().allMatch((part) -> READER.matcher(part).matches())
				&& (parts.size() == 1 || !parts.contains("anyone"));
		return valid ? Optional.of(new DriveReaders(parts.stream().map(DriveReader::parse).toList()))
				: Optional.empty();
	}

	/**
	 * Returns the readers of both lists.
	 */
	public DriveReaders with(DriveReaders others) {
		return new DriveReaders(Stream.concat(this.list.stream(), others.list.stream()).distinct().toList());
	}

	/**
	 * Returns the list as the setting writes it.
	 */
	@Override
	public String toString() {
		return this.list.stream().map(DriveReader::toString).collect(Collectors.joining(","));
	}

}
