package dev.segmentation.shared.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import dev.segmentation.shared.refusal.InvalidInputException;

/**
 * Decodes uploaded files by their first bytes: UTF-16 has a byte-order mark, and any
 * other text is read as UTF-8.
 */
public final class FileDecoder {

	private static final int START = 4;

	private FileDecoder() {
	}

	/**
	 * Returns the characters of a file. The reader throws a
	 * {@link java.nio.charset.CharacterCodingException} at bytes of another encoding.
	 * @throws InvalidInputException when the file is a workbook of a spreadsheet
	 */
	public static Reader read(InputStream content) throws IOException {
		BufferedInputStream bytes = new BufferedInputStream(content);
		bytes.mark(START);
		String start = HexFormat.of().formatHex(bytes.readNBytes(START));
		bytes.reset();
		// XLSX, ODS and Numbers are ZIP archives; XLS is an OLE file.
		if (start.equals("504b0304") || start.equals("d0cf11e0")) {
			throw new InvalidInputException("imports.file.WORKBOOK", "invalid file: WORKBOOK");
		}
		return new InputStreamReader(bytes, charset(start).newDecoder());
	}

	private static Charset charset(String start) {
		if (start.startsWith("fffe")) {
			return StandardCharsets.UTF_16LE;
		}
		return start.startsWith("feff") ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
	}

}
