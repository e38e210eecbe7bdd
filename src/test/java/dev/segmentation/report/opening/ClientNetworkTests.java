package dev.segmentation.report.opening;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClientNetworkTests {

	@ParameterizedTest
	@CsvSource({ "203.0.113.77, 203.0.113.0/24", "255.255.255.255, 255.255.255.0/24",
			"::ffff:203.0.113.77, 203.0.113.0/24", "::ffff:cb00:714d, 203.0.113.0/24",
			"2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0/48", "[2001:db8:1::1], 2001:db8:1:0:0:0:0:0/48",
			"::1, 0:0:0:0:0:0:0:0/48", "fe80::1%eth0, fe80:0:0:0:0:0:0:0/48" })
	void shortensAnAddress(String address, String network) {
		assertThat(ClientNetwork.of(address)).isEqualTo(network);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "unknown", "203.0.113.77:8080", "203.0.113.256", "example.com", "<b>", "%" })
	void ignoresOtherTexts(String address) {
		assertThat(ClientNetwork.of(address)).isNull();
	}

}
