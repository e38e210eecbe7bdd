package dev.segmentation.account.token;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TokenSecretTests {

	private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

	private final SecureRandom random = new SecureRandom();

	@Test
	void hasThePrefixTheRandomPartAndTheirChecksum() {
		for (int i = 0; i < 1000; i++) {
			String secret = TokenSecret.create(this.random);
			assertThat(secret).matches("seg_[0-9A-Za-z]{33}");
			CRC32 checksum = new CRC32();
			checksum.update(secret.substring(0, 31).getBytes(StandardCharsets.US_ASCII));
			assertThat(number(secret.substring(31))).isEqualTo(BigInteger.valueOf(checksum.getValue()));
			assertThat(number(secret.substring(4, 31)).bitLength()).isLessThanOrEqualTo(160);
			assertThat(TokenSecret.isIntact(secret)).isTrue();
		}
	}

	@Test
	void usesAllBits() {
		BigInteger seen = BigInteger.ZERO;
		Set<String> secrets = new HashSet<>();
		for (int i = 0; i < 200; i++) {
			String secret = TokenSecret.create(this.random);
			secrets.add(secret);
			seen = seen.or(number(secret.substring(4, 31)));
		}
		assertThat(secrets).hasSize(200);
		assertThat(seen.bitCount()).isEqualTo(160);
	}

	@Test
	void findsEveryWrongCharacterAndSwap() {
		String secret = TokenSecret.create(this.random);
		for (int at = 4; at < secret.length(); at++) {
			char wrong = (secret.charAt(at) == 'x') ? 'y' : 'x';
			assertThat(TokenSecret.isIntact(secret.substring(0, at) + wrong + secret.substring(at + 1))).isFalse();
			if (at > 4 && secret.charAt(at) != secret.charAt(at - 1)) {
				String swapped = secret.substring(0, at - 1) + secret.charAt(at) + secret.charAt(at - 1)
						+ secret.substring(at + 1);
				assertThat(TokenSecret.isIntact(swapped)).isFalse();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "seg_", "seg_0", "SEG_000000000000000000000000000000000",
			"seg_00000000000000000000000000000000é", "seg_000000000000000000000000000000000\n" })
	void refusesOtherTexts(String text) {
		assertThat(TokenSecret.isIntact(text)).isFalse();
	}

	private static BigInteger number(String digits) {
		return digits.chars()
			.mapToObj((digit) -> BigInteger.valueOf(DIGITS.indexOf(digit)))
			.reduce(BigInteger.ZERO, (sum, digit) -> sum.multiply(BigInteger.valueOf(62)).add(digit));
	}

}
