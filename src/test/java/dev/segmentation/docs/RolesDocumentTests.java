package dev.segmentation.docs;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RolesDocumentTests {

	@Test
	void hasTheRoutesOfTheApplication() throws IOException {
		RolesDocument.texts()
			.forEach((file, text) -> assertThat(file).as("%s (make docs writes it)", file).hasContent(text));
	}

}
