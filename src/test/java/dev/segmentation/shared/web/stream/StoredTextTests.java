package dev.segmentation.shared.web.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import dev.segmentation.shared.database.FullDisk;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class StoredTextTests {

	private final SpoolSpace space = new SpoolSpace();

	@Test
	void standsInAPageInPlaceOfItsMark() throws IOException {
		try (StoredText text = StoredText.create(this.space)) {
			text.write("<b>\"ж\"&😀".repeat(10_000).getBytes(StandardCharsets.UTF_8));
			String page = "<p>ж</p><textarea>%s</textarea>".formatted(text.end());
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			text.putBack(page.getBytes(StandardCharsets.UTF_8), out);
			assertThat(out.toString(StandardCharsets.UTF_8))
				.isEqualTo("<p>ж</p><textarea>%s</textarea>".formatted("&lt;b&gt;&quot;ж&quot;&amp;😀".repeat(10_000)));
		}
	}

	@Test
	void refusesMoreThanTheDiskHas() throws IOException {
		this.space.take(SpoolSpace.MAX_BYTES - SpoolSpace.PIECE_BYTES);
		try (StoredText text = StoredText.create(this.space)) {
			text.write(new byte[SpoolSpace.PIECE_BYTES]);
			assertThatIOException().isThrownBy(() -> text.write(new byte[SpoolSpace.PIECE_BYTES]))
				.matches(FullDisk::isCauseOf);
		}
		assertThat(this.space.take(SpoolSpace.PIECE_BYTES)).isTrue();
	}

}
