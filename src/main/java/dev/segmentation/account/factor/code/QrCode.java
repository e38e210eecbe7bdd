package dev.segmentation.account.factor.code;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A QR code as the path of an SVG image.
 *
 * @param size the width and height, with the quiet zone
 * @param path one square for each dark module
 */
public record QrCode(int size, String path) {

	private static final int QUIET = 4;

	static QrCode of(String text) {
		io.nayuki.qrcodegen.QrCode code = io.nayuki.qrcodegen.QrCode.encodeText(text,
				io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
		String path = IntStream.range(0, code.size * code.size)
			.filter((at) -> code.getModule(at % code.size, at / code.size))
			.mapToObj((at) -> "M%d,%dh1v1h-1z".formatted(at % code.size + QUIET, at / code.size + QUIET))
			.collect(Collectors.joining());
		return new QrCode(code.size + 2 * QUIET, path);
	}

}
