package dev.segmentation.user.imports.web;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * The form that uploads a file.
 *
 * @param file {@code null} or empty when no file was chosen
 */
record ImportForm(@Nullable MultipartFile file) {

	private static final int LONGEST_NAME = 120;

	boolean isChosen() {
		return this.file != null && StringUtils.hasText(this.file.getOriginalFilename());
	}

	/**
	 * The file's name, without the folders that some browsers send with it.
	 */
	String fileName() {
		String sent = (this.file != null) ? this.file.getOriginalFilename() : null;
		String name = StringUtils.hasText(sent) ? sent.replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "") : "";
		return name.isBlank() ? "users.csv"
				: name.codePoints()
					.limit(LONGEST_NAME)
					.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
					.toString();
	}

}
