package dev.segmentation.account.password;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.segmentation.shared.refusal.BusyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class BoundedPasswordEncoderTests {

	private final CountDownLatch open = new CountDownLatch(1);

	private final AtomicInteger working = new AtomicInteger();

	private final PasswordEncoder passwords = new BoundedPasswordEncoder(new SlowEncoder(), 2);

	private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

	@AfterEach
	void close() {
		this.open.countDown();
		this.clients.close();
	}

	@Test
	void hashesTwoAtOnceLetsThirtyWaitAndRefusesTheNext() throws Exception {
		List<Future<Boolean>> accepted = IntStream.range(0, 32)
			.mapToObj((client) -> this.clients.submit(() -> this.passwords.matches("secret", "secret")))
			.toList();
		await().untilAsserted(() -> assertThatExceptionOfType(BusyException.class)
			.isThrownBy(() -> this.passwords.encode("one too many"))
			.satisfies((refusal) -> assertThat(refusal.status()).isEqualTo(429))
			.satisfies((refusal) -> assertThat(refusal.error()).isEqualTo("too many requests")));
		assertThat(this.working).hasValue(2);
		this.open.countDown();
		for (Future<Boolean> answer : accepted) {
			assertThat(answer.get()).isTrue();
		}
		assertThat(this.passwords.encode("later")).isEqualTo("later");
	}

	/** Keeps its place until the test lets it go on. */
	private final class SlowEncoder extends AbstractValidatingPasswordEncoder {

		@Override
		protected String encodeNonNullPassword(String password) {
			return password;
		}

		@Override
		protected boolean matchesNonNull(String password, String hash) {
			BoundedPasswordEncoderTests.this.working.incrementAndGet();
			try {
				BoundedPasswordEncoderTests.this.open.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return password.equals(hash);
		}

	}

}
