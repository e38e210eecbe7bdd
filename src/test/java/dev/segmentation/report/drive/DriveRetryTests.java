package dev.segmentation.report.drive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.google.api.client.util.Sleeper;
import dev.segmentation.report.drive.DriveException.Problem;
import dev.segmentation.support.drive.Call;
import dev.segmentation.support.drive.Failure;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Failures that retries overcome, and failures that last.
 */
class DriveRetryTests extends DriveTestBase {

	private static final int LENGTH = 2 * Upload.CHUNK + 1000;

	private static final Sleeper NO_BACK_OFF = (millis) -> {
	};

	private static final int UNIT = 256 * 1024;

	static Stream<Named<Failure>> chunkFailures() {
		Failure busy = Failure.status(503);
		return Stream.of(Named.of("500", Failure.status(500)), Named.of("503", busy),
				Named.of("429", Failure.status(429)), Named.of("a page of a proxy", Failure.page(502)),
				Named.of("dropped", Failure.dropped()), Named.of("answer lost", Failure.answerLost()),
				Named.of("a part", Failure.partly(UNIT)), Named.of("nothing", Failure.partly(0)),
				Named.of("a part, then 503", Failure.partly(2 * UNIT, busy)),
				Named.of("all, then 503", Failure.partly(Upload.CHUNK, busy)),
				Named.of("a part, then dropped", Failure.partly(3 * UNIT, Failure.dropped())),
				Named.of("401", Failure.error(401, "authError", "Invalid Credentials")));
	}

	@ParameterizedTest
	@MethodSource("chunkFailures")
	void uploadsEveryByteOnce(Failure failure) throws Exception {
		for (int chunk = 0; chunk < 3; chunk++) {
			String name = "chunk_%d.csv".formatted(chunk);
			IntStream.range(0, chunk).forEach((each) -> this.server.failNext(Call.CHUNK, Failure.none()));
			this.server.failNext(Call.CHUNK, failure);
			drive().save(name, Bytes.content(LENGTH), ANYONE, UNWATCHED);
			assertThat(this.server.files().getLast().content()).isEqualTo(new Bytes(LENGTH).readAllBytes());
		}
		assertThat(this.server.files()).hasSize(3);
		assertThat(this.server.calls().stream().filter(Call.UPLOAD::equals)).hasSize(3);
	}

	@ParameterizedTest
	@MethodSource("chunkFailures")
	void uploadsAWholeNumberOfChunks(Failure failure) throws Exception {
		this.server.failNext(Call.CHUNK, failure, Failure.partly(UNIT));
		drive().save(NAME, Bytes.content(Upload.CHUNK), ANYONE, UNWATCHED);
		assertThat(this.server.file().content()).isEqualTo(new Bytes(Upload.CHUNK).readAllBytes());
	}

	@Test
	void asksAgainHowMuchIsStored() throws Exception {
		this.server.failNext(Call.CHUNK, Failure.partly(UNIT, Failure.dropped()));
		this.server.failNext(Call.PROGRESS, Failure.status(503), Failure.dropped());
		drive().save(NAME, Bytes.content(LENGTH), ANYONE, UNWATCHED);
		assertThat(this.server.file().content()).isEqualTo(new Bytes(LENGTH).readAllBytes());
		assertThat(this.pauses).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(ints = { 404, 410, 400 })
	void restartsAnUploadThatDriveHasLost(int status) throws Exception {
		this.server.failNext(Call.CHUNK, Failure.none(), Failure.error(status, "notFound", "Upload not found"));
		DriveFile file = drive().save(NAME, Bytes.content(LENGTH), ANYONE, UNWATCHED);
		assertThat(this.server.file().id()).isEqualTo(file.id());
		assertThat(this.server.file().content()).isEqualTo(new Bytes(LENGTH).readAllBytes());
		assertThat(this.server.calls().stream().filter(Call.UPLOAD::equals)).hasSize(2);
	}

	@Test
	void createsOneFileWhenTheUploadIsLostAfterItsEnd() {
		this.server.failNext(Call.CHUNK, Failure.answerLost());
		this.server.failNext(Call.PROGRESS, Failure.error(404, "notFound", "Upload not found"));
		DriveFile file = drive().save(NAME, content("a"), ANYONE, UNWATCHED);
		assertThat(this.server.file().id()).isEqualTo(file.id());
	}

	@Test
	void createsANewFileWhenTheOldOneIsDeletedMeanwhile() {
		drive().save(NAME, content("old"), ANYONE, UNWATCHED);
		this.server.failNext(Call.UPLOAD, (request, proper) -> {
			this.server.remove(this.server.file());
			return proper.apply(request);
		});
		drive().save(NAME, content("new"), ANYONE, UNWATCHED);
		assertThat(saved()).isEqualTo("new");
		assertThat(this.server.file().sharedWith()).containsExactly("anyone");
	}

	@ParameterizedTest
	@EnumSource(names = { "TOKEN", "LIST", "UPLOAD", "PERMISSIONS", "SHARE", "UNSHARE" })
	void retriesWithGrowingPauses(Call call) {
		this.server.failNext(call, Failure.status(500), Failure.status(503), Failure.status(429));
		Drive drive = drive();
		drive.revoke(drive.save(NAME, content("a"), ANYONE, UNWATCHED).id(), DriveReaders.NONE);
		assertThat(saved()).isEqualTo("a");
		assertThat(this.pauses).hasSize(3);
		assertThat(this.pauses.get(0)).isBetween(1000L, 3000L);
		assertThat(this.pauses.get(2)).isBetween(4000L, 12000L);
	}

	@ParameterizedTest
	@EnumSource(names = { "TOKEN", "LIST", "UPLOAD", "PERMISSIONS", "SHARE", "UNSHARE" })
	void stopsAfterAllRetries(Call call) {
		Drive drive = drive();
		this.server.failNext(call, repeated(100, Failure.status(503)));
		assertProblem(Problem.UNREACHABLE,
				() -> drive.revoke(drive.save(NAME, content("a"), ANYONE, UNWATCHED).id(), DriveReaders.NONE));
		assertThat(this.server.calls().stream().filter(call::equals)).hasSize(4);
	}

	@Test
	void stopsWhenDriveNeverStoresAChunk() {
		this.server.failNext(Call.CHUNK, Failure.none());
		this.server.failNext(Call.CHUNK, repeated(100, Failure.status(500)));
		assertProblem(Problem.UNREACHABLE, () -> drive().save(NAME, Bytes.content(LENGTH), ANYONE, UNWATCHED));
		assertThat(this.server.calls()).hasSizeLessThan(20);
		assertThat(this.pauses).hasSize(7);
		assertThat(this.pauses.get(5)).isBetween(4000L, 12000L);
		assertThat(this.server.files()).isEmpty();
	}

	@Test
	void stopsWhenDriveLosesEachUpload() {
		this.server.failNext(Call.CHUNK, repeated(100, Failure.error(404, "notFound", "Upload not found")));
		assertProblem(Problem.REFUSED, () -> drive().save(NAME, content("a"), ANYONE, UNWATCHED));
		assertThat(this.server.calls().stream().filter(Call.UPLOAD::equals)).hasSize(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "rateLimitExceeded", "userRateLimitExceeded" })
	void pausesAtARateLimit(String reason) {
		Failure tooFast = Failure.error(403, reason, "Too fast.");
		this.server.failNext(Call.LIST, tooFast);
		this.server.failNext(Call.CHUNK, tooFast);
		drive().save(NAME, content("a"), ANYONE, UNWATCHED);
		assertThat(saved()).isEqualTo("a");
		assertThat(this.pauses).hasSize(2);
		this.server.failNext(Call.LIST, repeated(100, tooFast));
		assertProblem(Problem.UNREACHABLE, () -> drive().save(NAME, content("a"), ANYONE, UNWATCHED));
	}

	@Test
	void requestsANewTokenWhenTheOldOneIsRejected() {
		Drive drive = drive();
		DriveFile file = drive.save(NAME, content("old"), ANYONE, UNWATCHED);
		this.server.forgetTokens();
		assertThat(drive.save(NAME, content("new"), ANYONE, UNWATCHED)).isEqualTo(file);
		assertThat(saved()).isEqualTo("new");
	}

	@ParameterizedTest
	@EnumSource(names = { "LIST", "UPLOAD", "CHUNK", "SHARE" })
	void stopsWaitingForAnAnswer(Call call) {
		Drive drive = drive(this.server.folder(), "anyone", Duration.ofSeconds(1));
		this.server.ignoreNext(call);
		drive.save(NAME, content("a"), ANYONE, UNWATCHED);
		assertThat(saved()).isEqualTo("a");
	}

	/** An attempt takes at most a second, and the pauses take none. */
	@ParameterizedTest
	@EnumSource(names = { "LIST", "UPLOAD", "CHUNK", "PROGRESS", "PERMISSIONS", "SHARE" })
	void endsWhenDriveHangs(Call call) {
		if (call == Call.PROGRESS) {
			this.server.failNext(Call.CHUNK, Failure.dropped());
		}
		Drive drive = drive(this.server.folder(), "anyone", new RetryPolicy(Duration.ofSeconds(5),
				Duration.ofSeconds(1), Duration.ofMillis(2500), Duration.ofSeconds(1), 3, NO_BACK_OFF));
		IntStream.range(0, 20).forEach((each) -> this.server.ignoreNext(call));
		long start = System.nanoTime();
		assertProblem(Problem.UNREACHABLE, () -> drive.save(NAME, content("a"), ANYONE, UNWATCHED));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
	}

	@Test
	void watchesTheAttempts() {
		List<String> attempts = new ArrayList<>();
		this.server.failNext(Call.LIST, Failure.status(503), Failure.status(429));
		drive().save(NAME, content("a"), ANYONE, (number, most) -> attempts.add(number + "/" + most));
		assertThat(attempts).containsExactly("1/4", "2/4", "3/4");
	}

	@Test
	void endsWhenTheWatcherThrows() {
		this.server.failNext(Call.LIST, repeated(100, Failure.status(503)));
		assertThatExceptionOfType(CancellationException.class)
			.isThrownBy(() -> drive().save(NAME, content("a"), ANYONE, (number, most) -> {
				if (number == 2) {
					throw new CancellationException();
				}
			}));
		assertThat(this.server.calls()).containsExactly(Call.TOKEN, Call.LIST);
	}

	@Test
	void waitsAsLongAsGoogleSays() {
		this.server.failNext(Call.LIST, Failure.busy(429, "17"), Failure.busy(503, "soon"));
		drive().save(NAME, content("a"), ANYONE, UNWATCHED);
		assertThat(this.pauses.getFirst()).isEqualTo(17_000);
		assertThat(this.pauses.getLast()).isBetween(2000L, 6000L);
	}

	@Test
	void doesNotWaitLongerThanAllAttemptsMayTake() {
		this.server.failNext(Call.LIST, Failure.busy(429, "200"));
		assertProblem(Problem.UNREACHABLE, () -> drive().save(NAME, content("a"), ANYONE, UNWATCHED));
		assertThat(this.pauses).isEmpty();
	}

	private static Failure[] repeated(int times, Failure failure) {
		return Collections.nCopies(times, failure).toArray(Failure[]::new);
	}

}
