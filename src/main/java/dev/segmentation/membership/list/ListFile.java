package dev.segmentation.membership.list;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import dev.segmentation.shared.LongText;
import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.SpreadsheetText;
import dev.segmentation.shared.csv.BoundedReader;
import dev.segmentation.shared.csv.FileDecoder;
import dev.segmentation.shared.refusal.InvalidInputException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of users, which is read line by line.
 */
public final class ListFile implements ListSource {

	/** The lines that show the columns, and their length. */
	private static final int SAMPLE = 20;

	private static final int SAMPLE_CHARS = 16 * 1024;

	private final @Nullable String name;

	private final BoundedReader lines;

	private final BufferedReader reader;

	private final ListHeader header;

	private final EntryEnds ends;

	/**
	 * Reads the first lines of a file.
	 * @param now the moment of reading, in the time zone of dates without one
	 * @throws InvalidInputException when the file is empty or no text
	 */
	public ListFile(String name, InputStream content, ZonedDateTime now) throws IOException {
		this(name, FileDecoder.read(content), now);
	}

	private ListFile(@Nullable String name, Reader content, ZonedDateTime now) throws IOException {
		this.name = name;
		this.lines = new BoundedReader(content);
		this.reader = new BufferedReader(this.lines);
		this.header = ListHeader.of(sample());
		this.ends = new EntryEnds(this.header, now);
		if (this.header.present()) {
			this.lines.nextLine();
			this.reader.readLine();
		}
	}

	/**
	 * Reads the first lines of a pasted text, if it is a table whose first line names the
	 * users' column.
	 */
	public static Optional<ListSource> pasted(LongText text, ZonedDateTime now) {
		try {
			ListFile file = new ListFile(null, text.open(), now);
			return (file.header.present() && file.header.names().size() > 1) ? Optional.of(file) : Optional.empty();
		}
		catch (InvalidInputException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public ListLayout layout() {
		return this.header.layout(this.name);
	}

	private List<String> sample() throws IOException {
		try {
			skipMarks();
			this.reader.mark(SAMPLE_CHARS);
			char[] start = new char[SAMPLE_CHARS - 1];
			int length = Math.max(0, this.reader.read(start));
			this.reader.reset();
			List<String> sample = new String(start, 0, length).lines()
				.limit(SAMPLE)
				.filter((line) -> !line.isBlank())
				.toList();
			if (sample.isEmpty()) {
				throw refusal("EMPTY");
			}
			return sample;
		}
		catch (CharacterCodingException | BoundedReader.LineTooLongException ex) {
			throw refusal(ex, 1);
		}
	}

	/** Skips the byte-order mark, and a first line that only names the delimiter. */
	private void skipMarks() throws IOException {
		this.reader.mark(8);
		char[] start = new char[6];
		int length = Math.max(0, this.reader.read(start));
		String text = new String(start, 0, length);
		this.reader.reset();
		int marks = text.startsWith("\uFEFF") ? 1 : 0;
		this.reader.skip(marks);
		if (text.substring(marks).toLowerCase(Locale.ROOT).startsWith("sep=")) {
			this.reader.readLine();
		}
	}

	@Override
	public void forEach(Consumer<ListEntry> entries) throws IOException {
		try (CSVParser parser = CSVParser.parse(this.reader, ListHeader.format(this.header.delimiter()))) {
			Iterator<CSVRecord> records = parser.iterator();
			read(records, parser, entries);
		}
	}

	private void read(Iterator<CSVRecord> records, CSVParser parser, Consumer<ListEntry> entries) {
		try {
			this.lines.nextLine();
			while (records.hasNext()) {
				this.lines.nextLine();
				List<String> cells = cells(records.next());
				if (cells.stream().anyMatch((cell) -> !cell.isEmpty())) {
					entries.accept(entry(cells, line(parser)));
				}
			}
		}
		catch (UncheckedIOException ex) {
			throw refusal(ex.getCause(), line(parser));
		}
	}

	private long line(CSVParser parser) {
		return parser.getCurrentLineNumber() + (this.header.present() ? 1 : 0);
	}

	private List<String> cells(CSVRecord record) {
		List<String> cells = new ArrayList<>();
		for (String cell : record) {
			String text = PlainText.of(cell);
			cells.add(this.header.isGuarded() ? SpreadsheetText.unguard(text) : text);
		}
		return cells;
	}

	private ListEntry entry(List<String> cells, long line) {
		int index = this.header.user();
		String text = (index < cells.size()) ? PastedList.cleaned(cells.get(index)) : "";
		EntryEnds.End end = this.ends.read(cells);
		return new ListEntry(line, text, end.until(), text.isEmpty() ? EntryProblem.EMPTY : end.problem(), cells);
	}

	private static InvalidInputException refusal(@Nullable IOException ex, long line) {
		return switch (ex) {
			case CharacterCodingException broken -> refusal("NOT_UTF_8", line);
			case BoundedReader.LineTooLongException broken -> refusal("LONG_LINE", line);
			case null, default -> refusal("QUOTES", line);
		};
	}

	private static InvalidInputException refusal(String problem, Object... arguments) {
		return new InvalidInputException("imports.file." + problem, "invalid file: " + problem, arguments);
	}

}
