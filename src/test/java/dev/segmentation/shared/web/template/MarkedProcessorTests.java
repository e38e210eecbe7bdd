package dev.segmentation.shared.web.template;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkedProcessorTests {

	@ParameterizedTest
	@CsvSource({ "anna, '', anna", "anna, AN, <mark>an</mark>na",
			"anna@x.io, an x.io, <mark>an</mark>na@<mark>x.io</mark>", "Ёлка, ёл, <mark>Ёл</mark>ка",
			"a<b>&, '<b', a<mark>&lt;b</mark>&gt;&amp;", "annab, ann annab, <mark>annab</mark>", "a.c, b, a.c",
			"abc, a.c, abc", "anna.smirnova, Смирнова, anna.<mark>smirnova</mark>", "Ольга, olga, <mark>Ольга</mark>",
			"Игорь Ильин, igor il, <mark>Игорь</mark> <mark>Иль</mark>ин", "José, jose, <mark>Jos&eacute;</mark>",
			"anna, ь, anna" })
	void marksTheWordsOfASearch(String value, String words, String html) {
		assertThat(MarkedProcessor.html(value, words)).isEqualTo(html);
	}

}
