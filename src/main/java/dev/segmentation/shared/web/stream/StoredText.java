package dev.segmentation.shared.web.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

import dev.segmentation.shared.LongText;
import jakarta.servlet.ServletRequest;

import org.springframework.web.util.HtmlUtils;

/**
 * A text of a form in a temporary file, encoded in UTF-8. The form and the page that
 * shows it again have a mark instead: the same text has the same mark, and no other text
 * has it.
 */
public final class StoredText extends OutputStream implements LongText {

	private static final String ATTRIBUTE = StoredText.class.getName();

	private static final int PIECE_CHARS = 8192;

	private final SpoolSpace space;

	private final FileChannel file;

	private final MessageDigest digest = sha256();

	private final ByteBuffer piece = ByteBuffer.allocate(PIECE_CHARS);

	private long taken;

	private long written;

	private String mark = "";

	private StoredText(SpoolSpace space) throws IOException {
		this.space = space;
		this.file = space.open();
	}

	/**
	 * Creates an empty file.
	 */
	public static StoredText create(SpoolSpace space) throws IOException {
		return new StoredText(space);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void write(int value) throws IOException {
		if (!this.piece.hasRemaining()) {
			save();
		}
		this.piece.put((byte) value);
	}

	private void save() throws IOException {
		this.piece.flip();
		if (this.written + this.piece.remaining() > this.taken) {
			grow();
		}
		this.digest.update(this.piece.duplicate());
		while (this.piece.hasRemaining()) {
			this.written += this.file.write(this.piece, this.written);
		}
		this.piece.clear();
	}

	private void grow() throws IOException {
		if (!this.space.take(SpoolSpace.PIECE_BYTES)) {
			throw new IOException("No space left on device for long texts");
		}
		this.taken += SpoolSpace.PIECE_BYTES;
	}

	/**
	 * Ends the text.
	 * @return its mark
	 */
	public String end() throws IOException {
		save();
		this.mark = "text-" + HexFormat.of().formatHex(this.digest.digest());
		return this.mark;
	}

	/**
	 * Adds the text to the request whose form has its mark.
	 */
	public void addTo(ServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

	/**
	 * Finds the text of a field.
	 * @param value the value of the field, which may be the mark of a longer text
	 */
	public static LongText of(ServletRequest request, String value) {
		return (request.getAttribute(ATTRIBUTE) instanceof StoredText text && text.mark.equals(value)) ? text
				: LongText.of(value);
	}

	@Override
	public Reader open() {
		return new InputStreamReader(new Content(), StandardCharsets.UTF_8);
	}

	/**
	 * Sends a page in which the text stands in place of its mark.
	 */
	public void putBack(byte[] page, OutputStream out) throws IOException {
		String bytes = new String(page, StandardCharsets.ISO_8859_1);
		int start = 0;
		for (int at = find(bytes, 0); at >= 0; at = find(bytes, start)) {
			out.write(page, start, at - start);
			writeHtml(out);
			start = at + this.mark.length();
		}
		out.write(page, start, page.length - start);
	}

	private int find(String page, int from) {
		return this.mark.isEmpty() ? -1 : page.indexOf(this.mark, from);
	}

	private void writeHtml(OutputStream out) throws IOException {
		Writer html = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		Reader text = open();
		char[] chars = new char[PIECE_CHARS];
		for (int count = text.read(chars); count >= 0; count = text.read(chars)) {
			html.write(HtmlUtils.htmlEscape(new String(chars, 0, count), StandardCharsets.UTF_8.name()));
		}
		html.flush();
	}

	/**
	 * Removes the file.
	 */
	@Override
	public void close() throws IOException {
		this.space.giveBack(this.taken);
		this.file.close();
	}

	/** Has its own position, so that the text can be read several times. */
	private final class Content extends InputStream {

		private long position;

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			Objects.checkFromIndexSize(offset, length, bytes.length);
			int count = StoredText.this.file.read(ByteBuffer.wrap(bytes, offset, length), this.position);
			this.position += Math.max(0, count);
			return count;
		}

	}

}
