package dev.segmentation.account.attempt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The addresses that proxies send.
 */
class ClientNetworkTests {

	@ParameterizedTest
	@CsvSource({ "1.2.3.4, 01020304", "1.2.3.4:5678, 01020304", "2001:db8::1, 20010db800000000",
			"[2001:db8::1], 20010db800000000", "[2001:db8::1]:44, 20010db800000000" })
	void mayHaveAPort(String address, String network) {
		assertThat(ClientNetwork.of(address)).isEqualTo(network);
	}

	@ParameterizedTest
	@ValueSource(strings = { "unknown", "", "1.2.3.x", "[", "1.2.3.4:port", "a:b:c" })
	void countAsOneClientIfTheyAreUnreadable(String address) {
		assertThat(ClientNetwork.of(address)).isEmpty();
	}

	@Test
	void aLoginHasOneSpellingOnly() {
		assertThat(FoldedLogin.of("admİn")).isEqualTo(FoldedLogin.of("ADMIN")).isEqualTo("admin");
		assertThat(FoldedLogin.of("\u212Airill")).isEqualTo("kirill");
		assertThat(FoldedLogin.of("ЁЖ🦊")).isEqualTo("ёж🦊");
	}

}
