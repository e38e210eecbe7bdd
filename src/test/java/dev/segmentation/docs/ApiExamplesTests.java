package dev.segmentation.docs;

import java.io.IOException;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.TestAccount;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
class ApiExamplesTests {

	@Autowired
	Api api;

	@Test
	void areTheAnswersOfTheApplication() throws IOException, InterruptedException {
		ApiExamples.run(this.api.root(), TestAccount.PASSWORD)
			.forEach((file, text) -> assertThat(file).as("%s (make docs writes it)", file).hasContent(text));
	}

}
