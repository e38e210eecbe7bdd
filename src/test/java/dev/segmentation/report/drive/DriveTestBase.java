package dev.segmentation.report.drive;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.segmentation.report.drive.DriveException.Problem;
import dev.segmentation.support.drive.FakeDrive;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Starts a local Google Drive, and a client that retries without waiting.
 */
abstract class DriveTestBase {

	static final String NAME = "report_2026_11.csv";

	static final Duration LIMIT = Duration.ofMinutes(3);

	static final DriveAccess ANYONE = access("anyone");

	static final DriveProgress UNWATCHED = (number, most) -> {
	};

	final FakeDrive server = FakeDrive.start();

	/** The requested pauses in milliseconds. */
	final List<Long> pauses = new CopyOnWriteArrayList<>();

	@TempDir
	Path keys;

	@AfterEach
	void stop() {
		this.server.close();
	}

	Drive drive() {
		return drive(this.server.folder(), "anyone");
	}

	Drive drive(@Nullable String folder, String share) {
		return drive(folder, share, Duration.ofSeconds(20));
	}

	Drive drive(@Nullable String folder, String share, Duration answer) {
		return drive(folder, share, new RetryPolicy(Duration.ofSeconds(5), answer, LIMIT, LIMIT, 3, this.pauses::add));
	}

	Drive drive(@Nullable String folder, String share, RetryPolicy policy) {
		DriveProperties properties = new DriveProperties(this.server.writeKey(this.keys), folder, share,
				Duration.ofSeconds(60), URI.create(this.server.rootUrl()), null);
		return new DriveConfiguration().drive(properties, policy);
	}

	static DriveAccess access(String readers) {
		return new DriveAccess(DriveReaders.parse(readers).orElseThrow(), DriveReaders.NONE);
	}

	static Content content(String text) {
		return (reader) -> reader.accept(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

	String saved() {
		return new String(this.server.file().content(), StandardCharsets.UTF_8);
	}

	static DriveException assertProblem(Problem problem, ThrowingCallable act) {
		DriveException failure = catchThrowableOfType(DriveException.class, act);
		assertThat(failure).isNotNull();
		assertThat(failure.problem()).as(failure.getMessage()).isEqualTo(problem);
		return failure;
	}

}
