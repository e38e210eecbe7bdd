package dev.segmentation.account.jwt;

import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SignaturesTests {

	private final Signatures signatures = new Signatures(new SecretKeySpec(new byte[32], "HmacSHA256"));

	@Test
	void acceptsItsOwnSignature() {
		String signature = this.signatures.sign("report:1:2");
		assertThat(signature).hasSize(43).matches("[A-Za-z0-9_-]+");
		assertThat(this.signatures.matches("report:1:2", signature)).isTrue();
	}

	@Test
	void refusesAnyOtherTextKeyAndSignature() {
		String signature = this.signatures.sign("report:1:2");
		assertThat(this.signatures.matches("report:1:3", signature)).isFalse();
		assertThat(this.signatures.matches("report:1:2", "")).isFalse();
		assertThat(this.signatures.matches("report:1:2", signature.substring(1) + "A")).isFalse();
		byte[] other = new byte[32];
		other[31] = 1;
		assertThat(new Signatures(new SecretKeySpec(other, "HmacSHA256")).matches("report:1:2", signature)).isFalse();
	}

	@Test
	void refusesToSignATextThatCouldBeAToken() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.signatures.sign("eyJh.eyJz"));
	}

}
