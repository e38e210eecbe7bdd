package dev.segmentation.membership.list;

import java.io.IOException;
import java.io.Reader;

import dev.segmentation.shared.PlainText;

/**
 * Reads a text as people see it. Letters that are composed of characters of two pieces
 * stay apart until their entry is cleaned.
 */
final class PlainReader extends Reader {

	private final Reader source;

	private final char[] block = new char[8192];

	private String piece = "";

	private int position;

	PlainReader(Reader source) {
		this.source = source;
	}

	@Override
	public int read(char[] target, int offset, int length) throws IOException {
		while (this.position == this.piece.length()) {
			int count = this.source.read(this.block);
			if (count < 0) {
				return -1;
			}
			this.piece = PlainText.visible(new String(this.block, 0, count));
			this.position = 0;
		}
		int count = Math.min(length, this.piece.length() - this.position);
		this.piece.getChars(this.position, this.position + count, target, offset);
		this.position += count;
		return count;
	}

	@Override
	public void close() throws IOException {
		this.source.close();
	}

}
