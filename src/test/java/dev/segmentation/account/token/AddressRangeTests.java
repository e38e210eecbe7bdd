package dev.segmentation.account.token;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressRangeTests {

	@ParameterizedTest
	@CsvSource({ "10.0.0.0/8, 10.255.1.2, true", "10.0.0.0/8, 11.0.0.1, false", "10.1.2.3, 10.1.2.3, true",
			"10.1.2.3, 10.1.2.4, false", "10.1.2.3/8, 10.9.9.9, true", "0.0.0.0/0, 203.0.113.9, true",
			"2001:db8::/32, 2001:db8:1:0:0:0:0:5, true", "2001:db8::/32, 2001:db9:0:0:0:0:0:5, false",
			"::1, 0:0:0:0:0:0:0:1, true", "::1, 127.0.0.1, false", "10.0.0.0/8, not-an-address, false",
			"10.0.0.0/8, ::ffff:10.1.2.3, true" })
	void containsItsAddresses(String range, String address, boolean contained) {
		assertThat(AddressRange.parse(range).orElseThrow().contains(address)).isEqualTo(contained);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "10", "10.0", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8/8", "10.0.0.256",
			"010.0.0.1", "example.com", "::/129", "dead", "/8", "10.0.0.0 /8", "fe80::1%eth0", "1:2:3", ":", "::1::" })
	void refusesOtherTexts(String text) {
		assertThat(AddressRange.parse(text)).isEmpty();
	}

}
